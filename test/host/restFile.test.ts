import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  Hasher,
  ImportHistory,
  ImportLedger,
  reopen,
  type ImportRow,
  type Reopened,
} from '../../src/core/delivery/index';
import { saveRestOf } from '../../src/editor/history/restFile';
import type { Sendable } from '../../src/editor/sending/sendable';
import type { ResultRow } from '../../src/protocol/resultRow';
import { plans } from '../support/delivery/knowledge';
import { about } from '../support/delivery/ledgers';
import { MemoryLedgerStore } from '../support/delivery/memoryStore';
import { header, outgoingOf, rowAt, rowsOf } from '../support/delivery/rows';
import { missing } from '../support/page/results';

const hasher = new Hasher('a key', plans);
const uri = vscode.Uri.file('/contacts.csv');

/** An import of four rows, all of which were refused, beside its file, which has only these of them by now. */
async function refusedOf(
  places: readonly number[],
  mend = (row: ImportRow): ImportRow => row,
): Promise<Reopened<Sendable>> {
  const store = new MemoryLedgerStore();
  const ledger = await ImportLedger.begin(store, about(4, { key: hasher.key }));
  await ledger.rows(
    0,
    rowsOf(4).map(({ values }) => hasher.row(values)),
  );
  await ledger.settled(
    rowsOf(4),
    rowsOf(4).map(() => ({ outcome: 'refused' })),
  );
  await ledger.end();
  const rows = places.map((place, index) => ({ ...mend(rowAt(place)), index, line: index + 2 }));
  const source = {
    ...outgoingOf([]),
    ...{ digest: new Uint8Array(32), rowCount: rows.length, groups: () => [rows] },
  };
  const content = { source, heldBack: new Map<number, string>(), uri } as unknown as Sendable;
  const history = new ImportHistory(store);
  const contentOf = () => Promise.resolve(content);
  const found = await reopen('import-1', { history, hasher, contentOf });
  return found.ok ? found.reopened : assert.fail(found.refusal.reason);
}

describe('saving the rest', () => {
  const original = { ...vscode.window };
  let folder: string;
  let warnings: string[];
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'rest-'));
    warnings = [];
    Object.assign(vscode.window, {
      showSaveDialog: () => Promise.resolve(vscode.Uri.file(path.join(folder, 'rest.csv'))),
      showWarningMessage: (message: string) => Promise.resolve(void warnings.push(message)),
    });
  });
  afterEach(async () => {
    const { showSaveDialog, showWarningMessage } = original;
    Object.assign(vscode.window, { showSaveDialog, showWarningMessage });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder, { recursive: true });
  });

  const gone = 'The file no longer has this row as it was sent.';
  const kept = new Map<number, ResultRow>([
    [1, missing(1, { outcome: 'refused', message: 'No.', firstName: 'Li', lastName: 'Wu' })],
  ]);

  it('has rows that were removed since as they were sent, and says which', async () => {
    await saveRestOf(await refusedOf([0, 2, 3]), kept, hasher);
    const [first, ...lines] = (await readFile(path.join(folder, 'rest.csv'), 'utf8')).split('\n"');
    assert.match(first ?? '', new RegExp(`^importError,${header}`));
    assert.equal(lines.length, 4);
    assert.ok(lines.at(-1)?.startsWith(`No. · ${gone}",Li,Wu,`), lines.at(-1));
    assert.deepEqual(warnings, [
      '1 row (line 3 when sent) is no longer in contacts.csv as it was. It is saved as it was sent.',
    ]);
  });

  it('has a row that was mended since as it is now, with what the stream said of it', async () => {
    const mend = (row: ImportRow): ImportRow =>
      row.index === 1
        ? {
            ...row,
            values: { ...row.values, lastName: 'Mended' },
            record: row.record.replace(/,[^,]*/, ',Mended'),
          }
        : row;
    await saveRestOf(await refusedOf([0, 1, 2, 3], mend), kept, hasher);
    const lines = (await readFile(path.join(folder, 'rest.csv'), 'utf8')).trim().split('\n');
    assert.equal(lines.length, 5);
    assert.match(lines[2] ?? '', /^"?No\."?,[^,]*,Mended,/);
    assert.deepEqual(warnings, []);
  });

  it('says how many rows are lost, also when there is nothing to save', async () => {
    await saveRestOf(await refusedOf([0]), kept, hasher);
    assert.deepEqual(warnings, [
      '1 row (line 3 when sent) is no longer in contacts.csv as it was. It is saved as it was sent.',
      '2 rows are no longer in contacts.csv as they were sent, and cannot be saved.',
    ]);
    await assert.rejects(
      saveRestOf(await refusedOf([]), new Map(), hasher),
      /^UserError: 4 rows are no longer in contacts\.csv as they were sent, and cannot be saved\.$/,
    );
  });
});
