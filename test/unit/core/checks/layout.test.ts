import assert from 'node:assert/strict';
import { LiveCheck } from '../../../../src/core/checks/live/liveCheck';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { checked } from '../../../support/checked';
import { finished } from '../../../support/finished';
import { good, header, itFinds, other, type Case } from '../../../support/ruleCases';
import { phones, safelyFixed } from '../fixes/fixed';

const semicolons = (text: string) => text.replaceAll(',', ';');
const tabs = (text: string) => text.replaceAll(',', '\t');
const lineQuoted = (text: string) => `"${text}"`;
const single = (text: string) => text.replace(/[^,\n]+/g, "'$&'");

const cases: readonly Case[] = [
  [
    'csv.linesAboveHeader: the first of them, and the line of the header',
    `«Contact report»\r\nGenerated,2024-05-01\r\n\r\n${header}\r\n${good}\r\n`,
    { code: 'csv.linesAboveHeader', line: 4 },
  ],
  [
    'csv.linesAboveHeader: a blank line',
    `«»\n${header}\n${good}\n`,
    { code: 'csv.linesAboveHeader', line: 2 },
  ],
  [
    'csv.linesAboveHeader: as many filled cells as the header has',
    '«Exported by,Anna»\nName,Phone\nAsha Rao,9876543210\n',
    { code: 'csv.linesAboveHeader', line: 2 },
  ],
  [
    'csv.linesAboveHeader: more than that, and blank lines around',
    `«Company,Region,Date,Author,Status,Version,Page»\n\n${header}\n\n${good}\n`,
    { code: 'csv.linesAboveHeader', line: 3 },
  ],
  [
    'columns.none: a line of names among others, as no contact is below it',
    '«de,en»\nVorname,first name\nNachname,last name\nTelefon,phone\nfirst name,phone\nOrt,city\n',
    { code: 'columns.none' },
  ],
  [
    'csv.linesAboveHeader: behind a byte order mark, padded with commas, with a line break in a cell',
    `\uFEFF«"Contacts\nof May",,,,,»\n${header}\n${good}\n`,
    { code: 'csv.linesAboveHeader', line: 3 },
  ],
  [
    'csv.linesAboveHeader: known names in other languages',
    '«Kundenliste»\nVorname,Nachname,Mobiltelefon\nAsha,Rao,9876543210\n',
    { code: 'csv.linesAboveHeader', line: 2 },
  ],
  [
    'csv.linesAboveHeader: contacts, as a list that was sorted has them',
    `«Asha,Rao,Mrs,9876543210,+91,»\n${other}\n${header}\nZoe,Paul,Mrs,9812345679,+91,+91\n`,
    { code: 'csv.linesAboveHeader', line: 3, hasContacts: true },
  ],
  [
    'csv.rowDelimiter: commas above semicolons',
    `«${header}»\n${semicolons(good)}\n${semicolons(other)}\n`,
    { code: 'csv.rowDelimiter', delimiter: ';' },
  ],
  [
    'csv.rowDelimiter: rows cut short, and a blank line',
    `«${header}»\n\nAsha;Rao;Mrs;9876543210\n${semicolons(other)};\n`,
    { code: 'csv.rowDelimiter', delimiter: ';' },
  ],
  [
    'csv.quotedLines: quotes doubled within',
    `«${lineQuoted(header)}»\r\n"Asha,""Rao, B.A."",Mrs,9876543210,+91,+91"\r\n`,
    { code: 'csv.quotedLines' },
  ],
  [
    'csv.quotedLines: below a title, a blank line and a line sep=, that is quoted or not',
    `«Contacts»\n\n"sep=,"\n${lineQuoted(header)}\n${lineQuoted(good)}\n`,
    { code: 'csv.quotedLines' },
  ],
  [
    'csv.linesAboveHeader: sep=, above lines in quotes',
    `«sep=,»\n${lineQuoted(header)}\n${lineQuoted(good)}\n`,
    { code: 'csv.linesAboveHeader', line: 2, sep: ',' },
  ],
  [
    'csv.linesAboveHeader: a title above lines in quotes',
    `«Contacts of May»\n\n${lineQuoted(header)}\n${lineQuoted(good)}\n`,
    { code: 'csv.linesAboveHeader', line: 3 },
  ],
  [
    'csv.linesAboveHeader: a title in quotes, as all lines',
    `«"Contacts of May"»\n${lineQuoted(header)}\n${lineQuoted(good)}\n`,
    { code: 'csv.linesAboveHeader', line: 2 },
  ],
  [
    'csv.quotedLines: below contacts, which no fix deletes',
    `«${lineQuoted(good)}»\n${lineQuoted(header)}\n${lineQuoted(good)}\n`,
    { code: 'csv.quotedLines' },
  ],
  [
    'csv.linesAboveHeader: as many as a long report has',
    `«Line 1»\n${Array.from({ length: 49 }, (_, at) => `Line ${at + 2}\n`).join('')}${header}\n${good}\n`,
    { code: 'csv.linesAboveHeader', line: 51 },
  ],
  [
    'no header below more lines than are looked at',
    `«Line 1»\n${'Line\n'.repeat(50)}${header}\n${good}\n`,
    { code: 'columns.none' },
  ],
  [
    'csv.quotedLines: below a header that is none',
    `«${header}»\n"${good}"\n\n"${other}"\n`,
    { code: 'csv.quotedLines' },
  ],
  [
    'csv.quotedLines: of rows that another character separates than the header',
    `«${header}»\n"${good.replaceAll(',', ';')}"\n"${other.replaceAll(',', ';')}"\n`,
    { code: 'csv.quotedLines' },
  ],
  ...[';', ','].map((delimiter): Case => [
    `csv.quotedLines: with empty cells behind, ${delimiter}`,
    `«"${header}"${delimiter.repeat(3)}»\n"${good}"${delimiter.repeat(3)}\n`,
    { code: 'csv.quotedLines' },
  ]),
  [
    'csv.fieldCount: one row in quotes among others, as no layout is told by it',
    `${header}\n${good}\n«"${other}"»\n"Bo",,,9876543211,+91,+91\n`.replace('"Bo",,,', 'Bo,Day,Mr,'),
    { code: 'csv.fieldCount', expected: 6, actual: 1 },
  ],
  [
    'csv.otherQuotes: a file that is quoted so throughout',
    `«${single(header)}»\n${single(good)}\n`,
    { code: 'csv.otherQuotes', quote: "'", of: 'file' },
  ],
  [
    'csv.otherQuotes: cells of a row, each in its place',
    `${header}\n«“Asha”»,Rao,Mrs,9876543210,+91,+91\nRavi,«'Iyer',Mr,'9812345678'»,+91,+91\n`,
    { code: 'csv.otherQuotes', quote: '“', of: 'cells' },
    { code: 'csv.otherQuotes', quote: "'", of: 'cells' },
  ],
  [
    'csv.otherQuotes: a cell that is divided; nothing is said of those behind it',
    `${header}\nAsha,«„Rao, B.A.“»,Mrs,9876543210,+91,+91\n`,
    { code: 'csv.otherQuotes', quote: '„', of: 'delimiters' },
  ],
  [
    'no apostrophe of a name',
    `${header}\n't Hooft,O'Brien,Mrs,9876543210,+91,+91\n’Abd,Rao’,Mr,9812345678,+91,+91\n`,
  ],
  [
    'csv.formulaCell: unquoted, quoted, and in other columns',
    `${header},«note»\nAsha,Rao,Mrs,«="9876543210"»,«"=""+91"""»,+91,«="x"»\n`,
    { code: 'columns.unknown', header: 'note' },
    { code: 'csv.formulaCell' },
    { code: 'csv.formulaCell' },
    { code: 'csv.formulaCell' },
  ],
  [
    'csv.otherQuotes: none that would end behind the row',
    `${header}\n${good},«'»`,
    { code: 'csv.fieldCount', expected: 6, actual: 7 },
  ],
  [
    'csv.repeatedHeader: as it stands, quoted, with a mark, in capitals; nothing else is said of it',
    `${header}\n${good}\n«${header}»\n«\uFEFF"firstName",${header.slice(10)}»\n«${header.toUpperCase()}»\n${other}\n`,
    { code: 'csv.repeatedHeader', order: 'same' },
    { code: 'csv.repeatedHeader', order: 'same' },
    { code: 'csv.repeatedHeader', order: 'same' },
  ],
  [
    'csv.repeatedHeader: by tabs, in either order',
    `«${tabs(header)}»\n«${tabs(header)}»\n«${tabs(header.replace('firstName,lastName', 'lastName,firstName'))}»\n${tabs(good)}\n`,
    { code: 'csv.delimiter', delimiter: '\t' },
    { code: 'csv.repeatedHeader', order: 'same' },
    { code: 'csv.repeatedHeader', order: 'other' },
  ],
  [
    'csv.repeatedHeader: in another order',
    `${header}\n${good}\n«lastName,firstName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension»\n${other}\n`,
    { code: 'csv.repeatedHeader', order: 'other' },
  ],
  [
    'csv.repeatedHeader: under other names than the first one has',
    `${header}\n«First Name,Last Name,Title,Phone,Country,Extension»\n${good}\n«Vorname,"Nachname",,Mobil»\n${other}\n`,
    { code: 'csv.repeatedHeader', order: 'same' },
    { code: 'csv.repeatedHeader', order: 'same' },
  ],
  [
    'csv.repeatedHeader: under other names in another order, in capitals and with a cell too many',
    `${header}\n${good}\n«${['LASTNAME', 'FIRSTNAME', ...header.toUpperCase().split(',').slice(2)].join()}»\n«Last Name,First Name,Salutation,Phone»\n«${header},»\n`,
    { code: 'csv.repeatedHeader', order: 'other' },
    { code: 'csv.repeatedHeader', order: 'other' },
    { code: 'csv.repeatedHeader', order: 'same' },
  ],
  [
    'csv.repeatedHeader: no contact, however it is called',
    `${header}\nTelephon,Mobile,Mr,9876543210,+91,+91\nMr,Title,Mrs,9876543211,+91,+91\nName,Nom,Mr,9876543212,+91,+91\n`,
  ],
  [
    'csv.delimiter: a caret that makes a contact list’s header, rows cut short',
    `«${header.replaceAll(',', '^')}»\n${good.replaceAll(',', '^')}\n`,
    { code: 'csv.delimiter', delimiter: '^' },
  ],
];

describe('how a file is laid out', () => {
  itFinds(cases);

  it('sep=: says what separates the cells, and is no column', () => {
    for (const [sep, lines] of [
      [';', [header, good].map(semicolons)],
      ['\t', [header, good].map((line) => line.replaceAll(',', '\t'))],
      ['|', [header, good].map((line) => line.replaceAll(',', '|'))],
    ] as const) {
      const { findings, sheet } = checked([`sep=${sep}`, ...lines, ''].join('\r\n'));
      assert.equal(sheet.table.delimiter, sep);
      const range = { start: 0, end: 5 };
      assert.deepEqual(
        findings.map(({ finding }) => finding),
        [
          { code: 'csv.delimiter', range, delimiter: sep },
          { code: 'csv.linesAboveHeader', range, line: 2, sep },
        ],
      );
    }
  });

  it('is nothing that other tables have', () => {
    for (const text of [
      'id,name\n1,phone\nname,phone\n',
      'Report\nsku,price\n1,2\n',
      'sep=;\nsku;price\n1;2\n',
      'column,meaning,type\nfirstName,first name,text\nlastName,last name,text\n',
      '"sku,price"\n"1,2"\n',
      "'sku','price'\n'1','2'\n",
      'Model,Base\nname,phone\nA,iPhone 12\n',
    ]) {
      assert.deepEqual(
        checked(text).findings.map(({ finding }) => finding.code),
        ['columns.none'],
        text,
      );
    }
  });

  it('with its rule off is what the first line says, also when it is sent', () => {
    const text = `Contact report\n${header}\n${good}\n`;
    const settings = { 'csv.linesAboveHeader': 'off' } as const;
    assert.deepEqual(
      checked(text, { settings }).findings.map(({ finding }) => finding.code),
      ['columns.none'],
    );
    const { counts } = checked(text, { settings, forSending: true });
    assert.ok(counts.error > 0);
    assert.ok(checked(text, { forSending: true }).counts.error > 0);
  });

  it('is known again after each edit, whatever line it is on', () => {
    const live = new LiveCheck(`Report\nfirstNam,lastName\n${good}\n`, { phones, settings: {}, limit: 100 });
    const codes = () => {
      finished(live.work());
      return live.report()?.findings.map(({ finding }) => finding.code) ?? assert.fail();
    };
    assert.deepEqual(codes(), ['columns.none']);
    // The second line becomes a header while the first one stays.
    live.edit([{ start: 7, end: 24, text: header }]);
    assert.deepEqual(codes(), ['csv.linesAboveHeader']);
    live.edit([{ start: 0, end: 7, text: '' }]);
    assert.deepEqual(codes(), []);
    const rows = header.length + 1;
    live.edit([{ start: rows, end: rows + good.length, text: semicolons(good) }]);
    assert.deepEqual(codes(), ['csv.rowDelimiter']);
    live.edit([{ start: rows, end: rows + good.length, text: good }]);
    assert.deepEqual(codes(), []);
    // A row becomes the header again, and the header another one.
    live.edit([{ start: rows, end: rows, text: `${header}\n` }]);
    assert.deepEqual(codes(), ['csv.repeatedHeader']);
  });

  it('knows the header again when the first one is renamed', () => {
    const names = 'First Name,Last Name,Phone,Country Code,Salutation,Ext';
    const rows = '9876543210,+91,Mrs,+91\n';
    for (const again of [names, 'Last Name,First Name,Phone,Country Code,Salutation,Ext']) {
      const text = `${names}\nAsha,Rao,${rows}${again}\nZoe,Paul,${rows.replace('43210', '43219')}`;
      const orders = (of: string) =>
        checked(of).findings.flatMap(({ finding }) =>
          finding.code === 'csv.repeatedHeader' ? [finding.order] : [],
        );
      const order = again === names ? 'same' : 'other';
      assert.deepEqual(orders(text), [order]);
      const renamed = safelyFixed(text);
      assert.match(renamed, /^firstName,lastName,/);
      assert.deepEqual(orders(renamed), [order]);
      assert.equal(checked(renamed).rows, 2);
    }
  });

  it('leaves what is a list one when the user says so of another line', () => {
    assert.equal(readSheet(`Report\n${header}\n${good}\n`, 'list').layout?.kind, 'linesAbove');
    assert.equal(readSheet(`Report\n${header}\n${good}\n`, 'noList').layout, undefined);
  });
});
