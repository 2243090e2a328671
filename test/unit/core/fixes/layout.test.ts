import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { FindingCode } from '../../../../src/core/checks/finding';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { mayFixUnasked, type FixKind } from '../../../../src/core/fixes';
import { checked } from '../../../support/checked';
import { good, header, other } from '../../../support/ruleCases';
import { fixedAll, found, kinds } from './fixed';

const caseOf = (name: string) =>
  readFileSync(path.join(import.meta.dirname, '..', '..', '..', 'fixtures', 'cases', `${name}.csv`), 'utf8');
const codesOf = (text: string) => checked(text).findings.map(({ finding }) => finding.code);

/** What one fix makes of a text. */
const cases: readonly (readonly [
  name: string,
  code: FindingCode,
  kind: FixKind,
  before: string,
  after: string,
])[] = [
  [
    'takes the lines above the header away, and leaves the mark',
    'csv.linesAboveHeader',
    'deleteLinesAbove',
    `\uFEFFContact report\r\n\r\nGenerated,2024\r\n${header}\r\n${good}\r\n`,
    `\uFEFF${header}\r\n${good}\r\n`,
  ],
  [
    'moves a header from below contacts above them, and takes nothing away',
    'csv.linesAboveHeader',
    'moveHeader',
    `\uFEFFAsha,,,9876543210,+91,\r\n${other}\r\n${header}\r\n${good}`,
    `\uFEFF${header}\r\nAsha,,,9876543210,+91,\r\n${other}\r\n${good}`,
  ],
  [
    'moves a header that is the last line',
    'csv.linesAboveHeader',
    'moveHeader',
    `${good}\n${header}`,
    `${header}\n${good}`,
  ],
  [
    'separates the rows as the header is, and quotes what then needs it',
    'csv.rowDelimiter',
    'convertRows',
    `${header}\n\nAsha;Rao, B.A.;Mrs;"98765;43210";+91;+91\n${other.replaceAll(',', ';')}`,
    `${header}\n\nAsha,"Rao, B.A.",Mrs,"98765;43210",+91,+91\n${other}`,
  ],
  [
    'separates rows of commas by semicolons',
    'csv.rowDelimiter',
    'convertRows',
    `${header.replaceAll(',', ';')}\n${good}\n"Ravi;R","Iyer, B.A.",Mr,9812345678,+91,+91\n`,
    `${header.replaceAll(',', ';')}\n${good.replaceAll(',', ';')}\n"Ravi;R";"Iyer, B.A.";Mr;9812345678;+91;+91\n`,
  ],
  [
    'reads rows as they are divided, though the header is not: a semicolon in them is of a value',
    'csv.delimiter',
    'convertDelimiter',
    `Contacts of May\n${header.replaceAll(',', ';')}\n${good}\nR&amp;D,Iyer,Mr,9812345678,+91,+91\n`,
    `Contacts of May\n${header}\n${good}\nR&amp;D,Iyer,Mr,9812345678,+91,+91\n`,
  ],
  [
    'leaves a short row of semicolons, whose words a comma separates',
    'csv.delimiter',
    'convertDelimiter',
    `${header.replaceAll(',', ';')}\nAsha;Rao, B.A.;\nAsha;Rao;Mrs;9876543210;+91;+91\n`,
    `${header}\nAsha,"Rao, B.A.",\nAsha,Rao,Mrs,9876543210,+91,+91\n`,
  ],
  [
    'takes the quotes around each line away',
    'csv.quotedLines',
    'unquoteLines',
    `"${header}"\r\n\r\n"Asha,""Rao, B.A."",Mrs,9876543210,+91,+91"\r\n`,
    `${header}\r\n\r\nAsha,"Rao, B.A.",Mrs,9876543210,+91,+91\r\n`,
  ],
  [
    'takes the quotes around one row away, and quotes the cell that has one out of place',
    'csv.fieldCount',
    'convertRow',
    `${header}\n${good}\n"Asha,R""ao,Mrs,=""9876543211"",+91,+91"\n`,
    `${header}\n${good}\nAsha,"R""ao",Mrs,="9876543211",+91,+91\n`,
  ],
  [
    'takes the quotes around each row away, and empty cells behind, but no value by itself',
    'csv.quotedLines',
    'unquoteLines',
    `${header}\n"${good}",,\n"${other}"\n"Bo",,,,,\n`.replace(
      '\n"Bo"',
      '\n"Asha,""Rao, B.A."",Mrs,9876543210,+91,+91"\n"Uma;Das;Mrs;9876543215;+91;+91"\n"Bo"',
    ),
    `${header}\n${good}\n${other}\nAsha,"Rao, B.A.",Mrs,9876543210,+91,+91\nUma;Das;Mrs;9876543215;+91;+91\n"Bo",,,,,\n`,
  ],
  [
    'separates a row in quotes as the header is',
    'csv.fieldCount',
    'convertRow',
    `${header}\n${good}\n"Asha,""Rao, B.A."",Mrs,9876543210,+91,+91"\n`,
    `${header}\n${good}\nAsha,"Rao, B.A.",Mrs,9876543210,+91,+91\n`,
  ],
  [
    'puts rows below another header into the order of the first one',
    'csv.repeatedHeader',
    'alignRows',
    `${header},note\n${good},x\nNote,Surname,First Name,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension\r\n"a,b",Iyer,Ravi,Mr,9812345678,+91,+91,more\r\n\nc,Day,Bo\n`,
    `${header},note\n${good},x\nRavi,Iyer,Mr,9812345678,+91,+91,"a,b",more\r\n\nBo,Day,,,,,c\n`,
  ],
  [
    'quotes a file as a CSV does',
    'csv.otherQuotes',
    'convertQuotes',
    `'firstName','lastName','cellPhoneNumber'\n'Asha','Rao, B.A.','987''6'\nRavi,O'Brien,'"1"'\n`,
    `firstName,lastName,cellPhoneNumber\nAsha,"Rao, B.A.",987'6\nRavi,O'Brien,"""1"""\n`,
  ],
  [
    'quotes a row as a CSV does',
    'csv.otherQuotes',
    'convertQuotes',
    `${header}\n“Asha”,„Rao, B.A.“,Mrs,9876543210,+91,+91\n`,
    `${header}\nAsha,"Rao, B.A.",Mrs,9876543210,+91,+91\n`,
  ],
  [
    'keeps the texts of formulas',
    'csv.formulaCell',
    'keepFormulaText',
    `${header}\n="As""ha","=""Ra,o""",Mrs,="09876543210",="+91",="+91"\n`,
    `${header}\n"As""ha","Ra,o",Mrs,09876543210,+91,+91\n`,
  ],
  [
    'takes the header away where it is repeated, and nothing else',
    'csv.repeatedHeader',
    'deleteRow',
    `${header}\n${good}\n${header}\n\n\uFEFF${header}\n${other}\n`,
    `${header}\n${good}\n\n${other}\n`,
  ],
];

describe('fixes of the layout', () => {
  for (const [name, code, kind, before, after] of cases) {
    it(name, () => {
      const sheet = readSheet(before);
      assert.deepEqual(
        found(code, sheet).map((finding) => kinds(finding, sheet)[0]),
        found(code, sheet).map(() => kind),
      );
      assert.equal(fixedAll(before, code, kind), after);
      assert.ok(!codesOf(after).includes(code));
    });
  }

  it('restore every value of the file that was', () => {
    const rows = [header, good, other].map((line) => line.split(','));
    const restored = [
      ['csv.quotedLines', 'unquoteLines', '53-quoted-whole-line'],
      ['csv.otherQuotes', 'convertQuotes', '63-single-quotes'],
      ['csv.rowDelimiter', 'convertRows', '44-comma-header-semicolon-rows'],
    ] as const;
    for (const [code, kind, name] of restored) {
      const values = parse(fixedAll(caseOf(name), code, kind));
      assert.deepEqual(values, rows.slice(0, values.length), name);
    }
    assert.deepEqual(
      codesOf(fixedAll(caseOf('72-everything-formula'), 'csv.formulaCell', 'keepFormulaText')),
      ['phone.spelling'],
    );
  });

  it('are never made unasked, and nothing else is in such a file', () => {
    for (const [, , , before] of cases.slice(0, 5)) assert.ok(!mayFixUnasked(readSheet(before)), before);
  });

  it('offer none where rows are below a header of another order with other columns', () => {
    const text = `${header},city\n${good},x\nlastName,${header.replace('lastName,', '')},street\n${other},y\n`;
    const sheet = readSheet(text);
    const findings = found('csv.repeatedHeader', sheet);
    assert.equal(findings.length, 1);
    assert.deepEqual(
      findings.flatMap((finding) => kinds(finding, sheet)),
      [],
    );
  });
});

describe('rows that are separated otherwise than the header', () => {
  const clean = `${header}\n${good}\n${other}\n`;
  const by = (delimiter: string, line: string) => line.replaceAll(',', delimiter);

  it('are not put in quotes as a whole, whichever fix comes first', () => {
    for (const delimiter of [';', '\t', '|']) {
      for (const rows of [',', ';', '\t']) {
        if (rows === delimiter) continue;
        const text = `${by(delimiter, header)}\n${by(rows, good)}\n${by(rows, other)}\n`;
        assert.equal(fixedAll(text, 'csv.delimiter', 'convertDelimiter'), clean, text);
        const alike = fixedAll(text, 'csv.rowDelimiter', 'convertRows');
        assert.equal(fixedAll(alike, 'csv.delimiter', 'convertDelimiter'), clean, text);
      }
    }
  });

  it('are separated each by its own character', () => {
    const rows = Array.from({ length: 4 }, (_, at) => `Asha,"Rao, B.A.",Mrs,987654321${at},+91,+91`);
    const mixed = (line: string) => by(';', line).replace('"Rao; B.A."', 'Rao, B.A.');
    const wanted = `${[header, ...rows, other].join('\n')}\n`;
    const comma = `${[header, ...rows.map(mixed), other].join('\n')}\n`;
    assert.equal(fixedAll(comma, 'csv.rowDelimiter', 'convertRows'), wanted);
    const semicolon = `${[by(';', header), ...rows.map(mixed), other].join('\n')}\n`;
    assert.equal(fixedAll(semicolon, 'csv.delimiter', 'convertDelimiter'), wanted);
  });

  it('few among many, offer to be separated as these are', () => {
    const text = `${header}\n${good}\n${good.replace('43210', '43211')}\n${by(';', other)}\n${by('\t', header)}\n`;
    const sheet = readSheet(text);
    assert.deepEqual(
      found('csv.fieldCount', sheet).map((finding) => kinds(finding, sheet)),
      [['convertRow'], ['convertRow']],
    );
    const mended = fixedAll(text, 'csv.fieldCount', 'convertRow');
    assert.equal(mended, `${header}\n${good}\n${good.replace('43210', '43211')}\n${other}\n${header}\n`);
  });
});

describe('a line sep=', () => {
  const by = (delimiter: string, ...lines: string[]) => lines.join('\n').replaceAll(',', delimiter);
  const mended = (text: string) => {
    let left = text;
    for (const [code, kind] of [
      ['columns.none', 'insertHeader'],
      ['csv.delimiter', 'convertDelimiter'],
      ['csv.linesAboveHeader', 'deleteLinesAbove'],
    ] as const) {
      left = fixedAll(left, code, kind);
    }
    return left;
  };

  it('is taken away, quoted or not, whatever it says of the cells', () => {
    for (const sep of ['sep=;', '"sep=;"', 'SEP=;;;;', '"sep=;";;;', 'sep=\t', '"sep=|"']) {
      for (const delimiter of [';', ',', '\t']) {
        const text = `${sep}\n${by(delimiter, header, good, other)}\n`;
        assert.equal(mended(text), `${header}\n${good}\n${other}\n`, JSON.stringify(text));
      }
    }
  });

  it('has the header put below it where there is none', () => {
    for (const [sep, delimiter] of [
      ['sep=;', ';'],
      ['"sep=;"', ';'],
      ['sep=,', ','],
      ['sep=;', ','],
    ] as const) {
      const text = `${sep}\n${by(delimiter, good, other)}\n`;
      assert.deepEqual(codesOf(text), ['columns.none'], text);
      assert.equal(mended(text), `${header}\n${good}\n${other}\n`, text);
    }
  });
});

describe('a header below contacts', () => {
  it('is first moved below the title, which goes then', () => {
    const text = `Report,,,,,\n\nAsha,Rao,Mrs,9876543210,+91,+91\n${header}\n${other}\n`;
    const moved = fixedAll(text, 'csv.linesAboveHeader', 'moveHeader');
    assert.equal(moved, `Report,,,,,\n\n${header}\n${good}\n${other}\n`);
    assert.equal(
      fixedAll(moved, 'csv.linesAboveHeader', 'deleteLinesAbove'),
      `${header}\n${good}\n${other}\n`,
    );
  });

  it('offers to remove nothing, whatever separates the cells', () => {
    for (const delimiter of [';', '\t', '|']) {
      const text = `sep=${delimiter}\n${[good, header, other].join('\n').replaceAll(',', delimiter)}\n`;
      const sheet = readSheet(text);
      assert.deepEqual(
        found('csv.linesAboveHeader', sheet).flatMap((finding) => kinds(finding, sheet)),
        ['moveHeader'],
      );
    }
  });

  it('is moved above a row of any number, or of none', () => {
    const numbers = [
      "'9876543210",
      '٩٨٧٦٥٤٣٢١٠',
      'tel:+919876543210',
      '9876543210.0',
      '9.19877E+11',
      '#####',
    ];
    for (const number of [...numbers, '9876543210 x12', '\u200B9876543210', 'unknown', '']) {
      const rows = [`Asha,Rao,Mrs,${number}`, `Asha,Rao,Mrs,${number},+91,+91`];
      if (/\p{Nd}{6}/u.test(number)) rows.push(`Asha,,,${number},,`, `Asha,,,${number}`);
      for (const row of [...rows, ',,,9876543210,,']) {
        const sheet = readSheet(`${row}\n${header}\n${other}\n`);
        const [finding] = found('csv.linesAboveHeader', sheet);
        assert.ok(finding);
        assert.deepEqual(kinds(finding, sheet), ['moveHeader'], row);
      }
    }
  });

  it('is no header below a title with a number in it', () => {
    for (const title of ['Report 2024,12345678', 'Generated,2024-05-01,,,,', 'Contacts of 2024-05-01,,,,,']) {
      const text = `${title}\n${header}\n${good}\n`;
      assert.equal(fixedAll(text, 'csv.linesAboveHeader', 'deleteLinesAbove'), `${header}\n${good}\n`);
    }
  });
});

describe('a header that is repeated in another order', () => {
  it('may lack the cells without a name that end the first one, or have more of them', () => {
    const turned = 'lastName,firstName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';
    for (const [first, again] of [
      [`${header},,`, turned],
      [header, `${turned},`],
    ] as const) {
      const text = `${first}\n${again}\nRao,Asha,Mrs,9876543210,+91,+91\n`;
      assert.equal(fixedAll(text, 'csv.repeatedHeader', 'alignRows'), `${first}\n${good}\n`);
    }
  });
});

describe('a removal', () => {
  it('24: of cells, and filling up, waits until a broken quote is mended', () => {
    const sheet = readSheet(caseOf('24-missing-end-quote'));
    assert.deepEqual(found('csv.fieldCount', sheet), []);
  });

  it('of a column is not offered where its name has lost letters', () => {
    const sheet = readSheet(`${header},T\uFFFDl\n${good},x\n`);
    const [finding] = found('columns.unknown', sheet);
    assert.ok(finding);
    assert.deepEqual(kinds(finding, sheet), []);
  });
});
