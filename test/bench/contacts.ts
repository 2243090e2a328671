import { contactColumns } from '../../src/core/contact/columns';
import { seeded, type Random } from './random';

const firstNames = [
  'Asha',
  'Ravi',
  'Meera',
  'José',
  'Chloé',
  'Jürgen',
  'Søren',
  'Ana',
  'Liam',
  'Noor',
  '陽子',
  'आशा',
];
const lastNames = [
  'Rao',
  'Iyer',
  'Nair',
  'García',
  'Dubois',
  'Müller',
  'Nielsen',
  'Silva',
  'Smith',
  'Khan',
  '田中',
];
/** What a list holds in one of its hundred names: a comma, a quote, a line break. */
const quotedNames = ['"Rao, Dr."', '"Asha ""Ash"""', '"Nair\r\nMenon"'];

/** Where the contacts live: calling code, how a mobile number starts there, and how many more digits it has. */
const countries = [
  { code: '91', start: '98', digits: 8 },
  { code: '33', start: '6', digits: 8 },
  { code: '44', start: '77', digits: 8 },
  { code: '49', start: '151', digits: 8 },
] as const;

/**
 * A contact file of a size: CRLF, about 37 characters a row, one field in a hundred quoted, with a comma, a quote or
 * a line break in it, letters beyond Latin-1. The same text for the same arguments.
 *
 * @param faulty the part of the rows, from 0 to 1, that has something for a check to find
 * @param quotes whether there are quoted fields
 */
export function contactFile(rows: number, { faulty = 0.01, quotes = true } = {}): string {
  const random = seeded(rows);
  const lines = [contactColumns.join()];
  for (let row = 0; row < rows; row++) lines.push(contactRow(random, { faulty, quotes }));
  // One flat text, as an editor hands it over: a joined array is one.
  return `${lines.join('\r\n')}\r\n`;
}

function contactRow(random: Random, { faulty, quotes }: { faulty: number; quotes: boolean }): string {
  const country = random.pick(countries);
  const cells = [
    random.pick(firstNames),
    random.pick(lastNames),
    random.pick(['Mr', 'Mrs']),
    country.start + String(random.below(10 ** country.digits)).padStart(country.digits, '0'),
    `+${country.code}`,
    `+${country.code}`,
  ];
  // Six fields a row.
  if (quotes && random.chance(0.06)) cells[random.below(2)] = random.pick(quotedNames);
  if (random.chance(faulty)) cells[random.below(6)] = random.pick(['', ' Asha ', '12']);
  return cells.join();
}
