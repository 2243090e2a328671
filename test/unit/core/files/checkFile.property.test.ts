import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CheckReport } from '../../../../src/core/checks/check';
import { checkFile, type FileReport } from '../../../../src/core/files/checkFile';
import { isUtf16 } from '../../../../src/core/files/utf8';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';
import { checked } from '../../../support/checked';
import { header, placeIn, tempFile } from './support';
import { runs } from '../../../support/long';

const phones = createPhoneNumbers();

/** What an editor makes of the text of a file: all its line breaks are alike. */
const asOpened = (text: string, lineBreak: string) => text.replace(/\r\n|\r|\n/g, lineBreak);

/** A finding as it is of the opened file: a column's name may have a line break. */
function opened(placed: FileReport['findings'][number], lineBreak: string) {
  const { finding } = placed;
  if (!('header' in finding)) return placed;
  return { ...placed, finding: { ...finding, header: asOpened(finding.header, lineBreak) } };
}

/** What a check in memory found, in the shape of one on disk. */
function onDisk(text: string, { rows, counts, findings }: CheckReport) {
  return {
    rows,
    counts,
    findings: findings.map(({ finding, severity }) => {
      const { range, ...rest } = finding;
      const start = placeIn(text, range.start);
      const end = placeIn(text, range.end);
      const places = { ...start, endLine: end.line, endColumn: end.column };
      if (!('first' in rest)) return { finding: rest, severity, ...places };
      const { first, ...data } = rest;
      return { finding: data, severity, ...places, firstLine: placeIn(text, first.start).line };
    }),
  };
}

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

const headers = fc.constantFrom(
  header,
  `"firstName",lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension`,
  'Phone,"First\r\nName",Surname,Country code',
  `${header},importError,note`,
  `${header},firstName`,
  'firstName,first"Name,\uFFFDlastName,cellPhoneNumber',
  '"firstName,lastName',
  'id,amount,day',
  `Report\n${header}`,
  `sep=,\r\n${header}`,
  `"${header}"`,
  "'firstName','lastName','cellPhoneNumber'",
  '\uFEFFfirstName,cellPhoneNumber',
  '',
);

const numbers = fc.constantFrom(
  '9876543210',
  '98765 43210',
  '+919876543210',
  '09876543210',
  '9812345678',
  '9.8E+09',
  '12',
  '12345678901234567',
  '',
);
const names = fc.oneof(
  fc.constantFrom(
    'Asha',
    'Jürgen',
    '日本',
    '😀',
    'O"Neil',
    ' Zoë ',
    '',
    'a,b',
    'a\nb',
    'a\r\nb',
    'a\rb',
    '\r',
    '\0',
    '\u2028',
    '\u200B',
    'MÃ¼ller',
    "'Asha'",
    '“Rao',
    '”',
    '="1"',
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const cell = (value: fc.Arbitrary<string>) =>
  fc
    .tuple(value, fc.boolean())
    .map(([text, always]) => (always || /[",\r\n]/.test(text) ? quoted(text) : text));

const contact = fc
  .tuple(
    cell(names),
    cell(names),
    cell(fc.constantFrom('Mr', 'Mrs', 'Dr', '')),
    cell(numbers),
    cell(fc.constantFrom('+91', '91', 'IN', '+999', '')),
    cell(fc.constantFrom('+91', '+', '4711', '')),
  )
  .map((cells) => cells.join());
const broken = fc
  .array(fc.constantFrom('"', ',', 'a', ' ', '\uFFFD', '\r', '\n', ';', '9876543210', '😀', '\uFEFF'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));
const record = fc.oneof(
  { weight: 6, arbitrary: contact },
  { weight: 1, arbitrary: fc.constantFrom(header, `"${header.replace(',', '",')}`, 'Asha;Rao;Mrs;1;2;3') },
  { weight: 1, arbitrary: fc.constantFrom('', ',,,,,', ' ', 'Asha', 'a,b,c,d,e,f,g,h') },
  { weight: 1, arbitrary: broken },
);
const lineBreak = fc.constantFrom('\n', '\r\n', '\r');
/** Numbers of Stuttgart with their country code, which would be numbers of Esens: the column says which, if there are enough. */
const columns = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('4971112345', '4971112346', '"49 711 12347"', '4971112348') },
      { weight: 1, arbitrary: fc.constantFrom('71112345', '+4971112345', '1701234567', '') },
    ),
    { minLength: 8, maxLength: 16 },
  )
  .map((column) => column.map((number) => ['\n', `Ute,Abt,Mrs,${number},+49,+49`] as const));
const text = fc
  .tuple(
    headers,
    fc.option(columns, { nil: [] }),
    fc.array(fc.tuple(lineBreak, record), { maxLength: 25 }),
    fc.option(lineBreak, { nil: '' }),
  )
  .map(([first, column, records, end]) => first + [...column, ...records].flat().join('') + end);

describe('checkFile on generated files', () => {
  const file = tempFile();

  it('finds what check finds in the document that an editor makes of it, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.constantFrom(',', ';', '\t'),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(20, 1000),
        fc.constantFrom('\n', '\r\n'),
        async (commas, delimiter, hasMark, forSending, step, limit, eol) => {
          const written = (hasMark ? '\uFEFF' : '') + commas.replaceAll(',', delimiter);
          fc.pre(!isUtf16(Buffer.from(written)));
          const content = asOpened(written.replace(/^\uFEFF/, ''), eol);
          const settings = { 'value.salutation': 'error', 'value.whitespace': 'off' } as const;
          const options = { settings, limit, forSending };
          const path = await file(written);
          const result = await checkFile(path, { ...options, phones, chunkBytes: 100, cutting: { step } });
          assert.ok(result.ok);
          const { rows, counts, findings, bytes, duplicatesWithin } = result.report;
          const found = { rows, counts, findings: findings.map((one) => opened(one, eol)) };
          assert.deepEqual(found, onDisk(content, checked(content, options)));
          assert.equal(bytes, Buffer.byteLength(written));
          assert.equal(duplicatesWithin, 'file');
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
