import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { contactColumns } from '../../../../src/core/contact/columns';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { fromSpreadsheet } from '../../../../src/core/csv/spreadsheetCell';
import { asOfNow, exported, onlyRows, type ExportForm } from '../../../../src/editor/results/exportTable';
import { EncodedRows } from '../../../../src/protocol/encodedPage';
import { contact, everyOutcome, missing, resultsOf } from '../../../support/page/results';

const textOf = (form: ExportForm, results = resultsOf(everyOutcome)) => [...exported(form, results)].join('');

describe('exported results', () => {
  it('are a row each as CSV, with the columns of the import file under their names', () => {
    const rows = [contact(0), missing(1, { outcome: 'refused', message: '=no\nnever', line: null })];
    const records: Record<string, string>[] = parse(textOf('csv', resultsOf(rows)), {
      bom: true,
      columns: true,
    });
    assert.equal(records.length, 2);
    for (const [index, row] of rows.entries()) {
      const record = records[index] ?? {};
      assert.equal(record['importLine'], row.line === null ? '' : String(row.line));
      assert.equal(record['importOutcome'], row.outcome);
      assert.equal(fromSpreadsheet(record['importError'] ?? ''), row.message);
      assert.equal(record['firstName'], row.firstName);
      assert.equal(record['cellPhoneNumber'], row.phoneNumber);
      assert.equal(record['cellPhoneExtension'], row.extension);
      assert.equal(record['importedId'], row.id);
    }
    const sheet = readSheet(textOf('csv'));
    assert.deepEqual(
      sheet.headers.filter((_, field) => !sheet.ownFields.includes(field)),
      contactColumns,
    );
  });

  it('have every field as JSON, beside where they went', () => {
    const json = JSON.parse(textOf('json')) as { counts: unknown; rows: Record<string, unknown>[] };
    const results = resultsOf(everyOutcome);
    assert.deepEqual(json.counts, results.counts);
    assert.deepEqual(
      json.rows.map(({ line, outcome, details }) => [line, outcome, details]),
      everyOutcome.map(({ line, outcome, details }) => [line, outcome, Object.fromEntries(details)]),
    );
  });

  it('are those that were selected, counted alone', () => {
    const { rows, counts, rowCount } = onlyRows(resultsOf(everyOutcome), new Set([2, 7, 99]));
    assert.deepEqual(
      Array.from(new EncodedRows(rows)).map(({ outcome }) => outcome),
      ['refused', 'unmatched'],
    );
    assert.deepEqual([counts.created, counts.refused, counts.unmatched, rowCount], [0, 1, 1, 1]);
  });

  it('are as they are when all is asked, with the counts of their rows, unless others are listed by then', () => {
    const waiting = [contact(0), missing(1, { outcome: 'waiting' })];
    const running = 'Sending';
    const asked = resultsOf(waiting, { running });
    const now = resultsOf([contact(0), missing(1, { outcome: 'refused' })], { running });
    // Of a moment later than the rows.
    const ahead = { ...now, counts: { ...now.counts, created: 2, refused: 0 } };
    assert.deepEqual(asOfNow(asked, ahead), now);
    assert.deepEqual(asOfNow(asked, { ...now, rowsNotListed: 7 }), asked);
    const partial = { ...ahead, rowsNotListed: 1, rowCount: 3 };
    assert.deepEqual(asOfNow(partial, partial), partial, 'rows that are only counted');
  });
});
