import { contactColumns } from '../../src/core/contact/columns';
import { seeded } from '../bench/random';

/** What goes wrong in one row: its cells before and after, in the order of the six columns. */
type Spoil = (cells: readonly string[]) => readonly string[];

const cell =
  (field: number, spoil: (value: string) => string): Spoil =>
  (cells) =>
    cells.with(field, spoil(cells[field] ?? ''));

const [first, last, salutation, number, code, extension] = [0, 1, 2, 3, 4, 5] as const;

/** Kinds of mistakes in rows: what spreadsheets, exports and people make of cells. */
const ofRows: readonly Spoil[] = [
  cell(first, () => ''),
  cell(last, () => ''),
  cell(salutation, () => ''),
  cell(number, () => ''),
  cell(code, () => ''),
  cell(extension, () => ''),
  cell(first, (value) => ` ${value}`),
  cell(last, (value) => `${value}\u00A0`),
  cell(number, (value) => `\uFEFF${value}`),
  cell(last, (value) => value.replace('a', 'a\u0007')),
  cell(first, () => 'R&amp;D'),
  cell(salutation, () => 'mr.'),
  cell(salutation, () => 'Dr'),
  cell(number, (value) => `+91${value}`),
  cell(number, (value) => `0091 ${value}`),
  cell(number, (value) => `${value}.0`),
  cell(number, (value) => value.replace(/^(.)(...)(...)(...)$/, '$1.$2.$3.$4')),
  cell(number, (value) => value.replace(/^.{5}/, '$& ')),
  cell(number, (value) => `'${value}`),
  cell(number, (value) => `tel:${value}`),
  cell(number, (value) => `="${value}"`),
  cell(number, (value) => `${value} ext 12`),
  cell(number, (value) => `${value} / 9876599999`),
  cell(number, (value) => value.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))),
  cell(number, () => '9.87654E+09'),
  cell(number, () => '12/05/2024'),
  cell(number, () => '#N/A'),
  cell(number, () => '98'),
  cell(number, () => '9876543210'),
  cell(code, () => '0091'),
  cell(code, () => '91'),
  cell(code, () => 'IN'),
  cell(code, () => 'India'),
  cell(code, () => '+0'),
  cell(extension, () => 'x123'),
  cell(extension, () => '(91)'),
  (cells) => cells.map(() => ''),
  (cells) => [...cells, 'surplus'],
  (cells) => [...cells, '', ''],
  (cells) => cells.slice(0, 4),
  () => contactColumns,
  (cells) => [cells.join('|')],
];

/** Kinds of mistakes in the quotes of a row, made when it is written. */
const ofQuotes: readonly ((line: string) => string)[] = [
  (line) => line.replace('Rao', 'R"ao'),
  (line) => line.replace('Asha', '"Asha'),
  (line) => line.replace('Asha', '‘Asha, A’'),
];

/** Kinds of mistakes in the header. */
const ofHeader: readonly ((header: readonly string[]) => readonly string[])[] = [
  (header) => header.with(first, 'First Name'),
  (header) => header.with(last, 'Surname'),
  (header) => header.with(salutation, 'salutaton'),
  (header) => header.with(number, 'Mobile'),
  (header) => header.with(code, 'Country'),
  (header) => header.with(extension, 'cellPhonExtension'),
];

/** Kinds of mistakes of the file as a whole, in the order in which they are made. */
const ofFile: readonly ((text: string) => string)[] = [
  (text) => text.replace(/,/g, ';'),
  (text) => text.replace(/,/g, '\t'),
  (text) => text.replace(/^.*\n/, (header) => header.replaceAll(',', ';')),
  (text) => text.replace(/^.+$/gm, (line) => `"${line.replaceAll('"', '""')}"`),
  (text) => `Contacts of May\n\n${text}`,
  (text) => `sep=,\n${text}`,
  (text) => `${text}\u001A`,
  (text) => `\uFEFF${text}`,
];

/** A list of thirty rows with fifteen kinds of mistakes of these, drawn by a seed: some are of its file or header. */
export function manyMistakes(seed: number): string {
  const random = seeded(seed);
  const drawn = <Kind>(kinds: readonly Kind[], count: number): readonly Kind[] => {
    const left = [...kinds];
    return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)).flat();
  };
  const ofThis = drawn(ofFile, random.below(3));
  const file = ofFile.filter((kind) => ofThis.includes(kind));
  const lacksExtension = random.chance(0.2);
  const names = drawn(ofHeader, random.below(4));
  const quotes = drawn(ofQuotes, random.below(2));
  const spoils = drawn(ofRows, 15 - file.length - names.length - quotes.length - Number(lacksExtension));
  const rows = Array.from({ length: 30 }, (_, row): readonly string[] => {
    const cells = ['Asha', 'Rao', 'Mrs', String(9_876_543_210 + row), '+91', '+91'];
    return spoils[row]?.(cells) ?? cells;
  });
  const header = names.reduce<readonly string[]>((cells, spoil) => spoil(cells), contactColumns);
  const lines = [header, ...rows].map((cells) =>
    (lacksExtension ? cells.slice(0, 5) : cells).map(written).join(),
  );
  for (const [at, spoil] of quotes.entries()) lines[20 + at] = spoil(lines[20 + at] ?? '');
  return file.reduce((text, spoil) => spoil(text), `${lines.join('\n')}\n`);
}

function written(value: string): string {
  return /[",\n]/.test(value) && !value.startsWith('="') ? `"${value.replaceAll('"', '""')}"` : value;
}
