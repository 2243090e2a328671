import assert from 'node:assert/strict';
import { ImportRun, type ImportRow } from '../../../../../src/core/delivery';
import { create } from '../../../../support/delivery/importing';
import { TestParts } from '../../../../support/delivery/parts';
import { outgoingOf, rowsOf } from '../../../../support/delivery/rows';
import { ScriptedCalls } from '../../../../support/delivery/scriptedCalls';

describe('rows that come twice out of a file', () => {
  /** Sends groups of rows, two rows a request. */
  function sending(...groups: readonly (readonly ImportRow[])[]) {
    const calls = new ScriptedCalls(create);
    const parts = new TestParts(rowsOf(3_000), calls, { limits: { rows: 2, bytes: 900_000 } });
    return { calls, end: new ImportRun(parts).send({ ...outgoingOf([]), rows: groups }) };
  }

  it('end the import before they leave again, wherever they come', async () => {
    const rows = rowsOf(3_000);
    for (const [first, again] of [
      [rows.slice(0, 4), rows.slice(3, 5)],
      [rows.slice(2_000, 2_004), rows.slice(2_000, 2_001)],
    ] as const) {
      const { calls, end } = sending(first, again);
      await assert.rejects(end, { message: /^The row on line \d+ would be sent twice\.$/ });
      const sent = calls.imports.flat();
      assert.equal(new Set(sent).size, sent.length);
      assert.ok(sent.length <= first.length);
    }
  });

  it('are none in a file whose rows were moved', async () => {
    const rows = rowsOf(6);
    const { calls, end } = sending(rows.slice(3), rows.slice(0, 3));
    assert.deepEqual(await end, { why: 'done' });
    assert.deepEqual(calls.imports.flat(), [3, 4, 5, 0, 1, 2]);
  });
});
