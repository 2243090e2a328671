import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { contactColumns } from '../../../../src/core/contact/columns';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { written } from '../../../../src/editor/results/writtenRows';
import { fromSpreadsheet } from '../../../../src/core/csv/spreadsheetCell';
import {
  asOfNow,
  formOf,
  listedGroups,
  ofOutcome,
  onlyRows,
  type ExportForm,
} from '../../../../src/editor/results/exportTable';
import { EncodedRows } from '../../../../src/protocol/encodedPage';
import { contact, everyOutcome, missing, resultsOf } from '../../../support/page/results';

async function textOf(form: ExportForm, results = resultsOf(everyOutcome)): Promise<string> {
  let text = '';
  for await (const piece of written(formOf(form, results), listedGroups(results))) text += piece;
  return text;
}

describe('exported results', () => {
  it('are a row each as CSV, with the columns of the import file under their names', async () => {
    const rows = [contact(0), missing(1, { outcome: 'refused', message: '=no\nnever', line: null })];
    const records: Record<string, string>[] = parse(await textOf('csv', resultsOf(rows)), {
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
    const sheet = readSheet(await textOf('csv'));
    assert.deepEqual(
      sheet.headers.filter((_, field) => !sheet.ownFields.includes(field)),
      contactColumns,
    );
  });

  it('have every field as JSON, beside where they went', async () => {
    const json = JSON.parse(await textOf('json')) as { counts: unknown; rows: Record<string, unknown>[] };
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

  it('are those of one outcome, be they listed or only counted', () => {
    const partial = { ...resultsOf(everyOutcome), rowsNotListed: 5, rowCount: 13 };
    const all = { ...partial, counts: { ...partial.counts, refused: 6 } };
    const { rows, counts, rowCount, rowsNotListed } = ofOutcome(all, 'refused');
    assert.deepEqual([counts.refused, counts.created, rowCount, rowsNotListed], [6, 0, 6, 5]);
    assert.deepEqual(
      Array.from(new EncodedRows(rows), ({ outcome }) => outcome),
      ['refused'],
    );
    assert.equal(ofOutcome(all, 'unmatched').rowCount, 0);
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
