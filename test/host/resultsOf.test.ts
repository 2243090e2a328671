import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ImportReport } from '../../src/core/delivery/index';
import { resultsOf } from '../../src/editor/results/resultsOf';
import { EncodedRows } from '../../src/protocol/encodedPage';
import { outgoingOf, rowAt, rowsOf } from '../support/delivery/rows';

describe('results of a very long list', () => {
  const stream = { name: 'Test', host: 'https://a.example', streamId: 'st-1' };

  it('list what became of rows before those that were not sent, and what other imports have sent last', async () => {
    const report = new ImportReport(8, { created: false, most: 4 });
    report.settle(rowAt(7), { outcome: 'refused' });
    const source = { ...outgoingOf([]), digest: new Uint8Array(32), rowCount: 8, groups: () => [rowsOf(8)] };
    const at = '2026-01-02T03:04:05.000Z';
    const results = await resultsOf({
      ...{ importId: 'i', at, stream, uri: vscode.Uri.file('/contacts.csv'), source, report },
      heldBack: new Map([[5, 'no name']]),
      leftOutOf: (index) => (index < 5 ? { is: 'created', at } : undefined),
      ...{ notice: '', actions: [] },
    });
    assert.equal(results.rowsNotListed, 4);
    const time = new Date(at).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
    assert.deepEqual(
      Array.from(new EncodedRows(results.rows), ({ place, outcome, message, remark }) => [
        place,
        outcome,
        message || remark,
      ]),
      [
        [0, 'notSent', `The import of ${time} created a contact with this number.`],
        [5, 'notSent', 'no name'],
        [6, 'notSent', ''],
        [7, 'refused', ''],
      ],
    );
  });
});
