import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CheckOptions, CheckReport } from '../../../../../src/core/checks/check';
import { LiveCheck } from '../../../../../src/core/checks/live/liveCheck';
import type { Finding } from '../../../../../src/core/checks/finding';
import { contactRules } from '../../../../../src/core/checks/rules';
import type { OffsetRange } from '../../../../../src/core/csv/range';
import { recogniseDelimiter } from '../../../../../src/core/checks/recogniseDelimiter';
import type { RuleSettings } from '../../../../../src/core/checks/severity';
import { ContactSheet } from '../../../../../src/core/checks/sheet';
import { createPhoneNumbers } from '../../../../../src/core/contact/phone';
import type { TextChange } from '../../../../../src/core/csv/blockText';
import { scan } from '../../../../../src/core/csv/scan';
import { checked } from '../../../../support/checked';
import { anyEdit, changed, textOf, undone, type Edit } from '../../../../support/edits';
import { finished } from '../../../../support/finished';
import { header } from '../../../../support/ruleCases';
import { runs } from '../../../../support/long';

const phones = createPhoneNumbers();
const editsOfRun = 25;

/** Rows and parts of rows: few numbers, so that many are there twice, in several spellings. */
const pieces = [
  'Asha,Rao,Mrs,9876543210,+91,+91\r\n',
  'Ravi,"Iyer, R",Mr,9812345678,+91,+91\n',
  'Asha,Rao,Mrs,+919876543210,0091,\n',
  // Goes on in other blocks than the one where it starts.
  'Noor,"Menon and\nNair and Iyer\nand Rao",Mrs,9812345678,+91,+91\n',
  ',,,,,\n',
  '\n',
  '\r\n',
  '\r',
  '"',
  '""',
  ',',
  ';',
  ' ',
  '1',
  '9876543210',
  '9.8E+9',
  '+91',
  'IN',
  '\uFFFD',
  'Ã¼',
  "'",
  '“',
  '"=""1"""',
  '="1"',
  'sep=;\n',
  'Report\n',
  'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension\n',
  'Asha;Rao;Mrs;9876543210;+91;+91\n',
  '\u200B',
  '12345678901234567890',
];
/** Numbers of Stuttgart with their country code, which would be numbers of Esens; and those with which they are few, or many. */
const stuttgart = ['4971112345', '4971112345', '4971112346', '"49 711 12347"', '4971112348'].map(
  (number) => `Ute,Abt,Mrs,${number},+49,+49\n`,
);
const others = ['71112345', '+4971112345', '1701234567', '9.8E+9', '', '49711..12345'].map(
  (number) => `Jan,Abt,Mr,${number},+49,\n`,
);
pieces.push(...stuttgart.slice(1), ...others.slice(0, 3));
/** About as many of each as it takes for the column to say what they are. */
const columns = fc
  .tuple(
    textOf(stuttgart, 9),
    fc.array(fc.constantFrom(...stuttgart), { minLength: 7, maxLength: 9 }),
    textOf(others, 4),
  )
  .map(([more, enough, few]) => more + few + enough.join(''));
const headers = [
  header,
  `${header},Notes`,
  'Name,Phone,Title',
  'Name;cellPhoneNumber;cellPhoneCountryCode',
  'a,b',
  `Report\n${header}`,
  `sep=,\n${header}`,
  `"${header}"`,
  '',
];

const options = fc.record({
  settings: fc.constantFrom<RuleSettings>(
    {},
    { 'phone.duplicate': 'warning', 'value.required': 'off' },
    { 'phone.duplicate': 'off', 'phone.invalid': 'error' },
    { 'phone.invalid': 'off', 'phone.prefixed': 'off', 'phone.mangled': 'off', 'phone.duplicate': 'off' },
  ),
  forSending: fc.boolean(),
  limit: fc.constantFrom(1000, 1000, 3),
});

/** What happens to a list: an edit below its header, one anywhere, or other settings; and how far work on it comes. */
const event = fc.record({
  edit: anyEdit(pieces),
  anywhere: fc.nat(9).map((chance) => chance === 0),
  options: fc.option(options, { freq: 12, nil: undefined }),
  pauses: fc.option(fc.nat(8), { freq: 4, nil: undefined }),
});

/** The edit, done below the first line. */
function below(edit: Edit, text: string): readonly TextChange[] {
  const start = text.indexOf('\n') + 1;
  return edit(text.slice(start)).map((change) => ({
    ...change,
    start: change.start + start,
    end: change.end + start,
  }));
}

/** Works so far and no further, as one does whose text changes meanwhile. */
function begin(work: Generator, pauses: number): void {
  for (let pause = 0; pause < pauses; pause++) if (work.next().done === true) return;
}

function worked(live: LiveCheck): CheckReport {
  finished(live.work());
  return live.report() ?? assert.fail('no report');
}

/** What a check of the whole text finds. What a header means by its values stays as it was while it stays. */
function expected(text: string, options: CheckOptions, { sheet }: CheckReport): CheckReport {
  return checked(text, options, new ContactSheet(scan(text, recogniseDelimiter(text)), sheet));
}

/** All that a report tells. */
function told({ rows, findings, counts, codes, pending, sheet }: CheckReport) {
  return { rows, findings, counts, codes, pending, headers: sheet.headers, delimiter: sheet.table.delimiter };
}

const sheetCodes = contactRules.filter((rule) => 'checkSheet' in rule).map(({ code }) => code);

/** Whether a finding is one of a record, and starts there. */
function isIn({ start, end }: OffsetRange, { code, range }: Finding): boolean {
  if (code === 'columns.none' || sheetCodes.includes(code)) return false;
  return range.start >= start && range.start < end;
}

describe('a check of a text that is edited', () => {
  for (const [name, rows, blockLength, all] of [
    ['few rows in tiny blocks', 8, 16, 600],
    ['more rows in blocks of several', 40, 150, 400],
    ['blocks as they are', 60, undefined, 250],
  ] as const) {
    it(`finds after every edit what a check of the whole text finds: ${name}`, () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...headers),
          fc.oneof({ weight: 2, arbitrary: textOf(pieces, rows) }, { weight: 1, arbitrary: columns }),
          fc.array(event, { minLength: editsOfRun, maxLength: editsOfRun }),
          (firstLine, list, events) => {
            let text = `${firstLine}\n${list}`;
            let at: CheckOptions = { phones, settings: {}, limit: 1000 };
            const live = new LiveCheck(text, at, blockLength);
            const done: (readonly TextChange[])[] = [];
            for (const { edit, anywhere, options: others, pauses } of events) {
              if (others) live.set((at = { phones, ...others }));
              const changes =
                edit === 'undo' ? (done.pop() ?? []) : anywhere ? edit(text) : below(edit, text);
              if (edit !== 'undo') done.push(undone(text, changes));
              text = changed(text, changes);
              live.edit(changes);
              if (pauses !== undefined) begin(live.work(), pauses);
              else compare();
            }
            compare();

            function compare(): void {
              const report = worked(live);
              assert.deepEqual(told(report), told(expected(text, at, report)));
              const range = { start: Math.floor(text.length / 3), end: Math.floor(text.length / 2) };
              const whole = expected(text, { ...at, limit: Infinity }, report).findings;
              assert.deepEqual(
                live.near(range, Infinity),
                // Wrong letters are one finding of the file, wherever they are.
                whole.filter(({ finding }) => finding.code !== 'csv.encoding' && isIn(range, finding)),
                'near the middle',
              );
            }
          },
        ),
        { numRuns: runs(all, 4) },
      );
    });
  }

  it('looks again at a record whose end, in another block, has changed', () => {
    const at: CheckOptions = { phones, settings: {}, limit: 1000 };
    const before = `${header}\nNoor,"Menon and Nair\nand Iyer and Rao",Mrs,9812345678,+91,+91\n`;
    const live = new LiveCheck(before, at, 16);
    assert.equal(worked(live).codes['csv.encoding'], undefined);
    const end = before.indexOf('Rao"');
    live.edit([{ start: end, end, text: '\uFFFD' }]);
    assert.equal(worked(live).codes['csv.encoding'], 1);
  });

  it('tells rows with nothing but a reason as blank as soon as the column is called so', () => {
    const at: CheckOptions = { phones, settings: {}, limit: 1000 };
    const before = `emportError,${header}\n${',,,,,,\n'.repeat(3)}why,,,,,,\n`;
    const live = new LiveCheck(before, at, 16);
    assert.equal(worked(live).rows, 1);
    const changes = [{ start: 0, end: 1, text: 'i' }];
    live.edit(changes);
    const report = worked(live);
    assert.deepEqual([report.sheet.headers[0], report.rows], ['importError', 0]);
    assert.deepEqual(told(report), told(expected(changed(before, changes), at, report)));
  });
});
