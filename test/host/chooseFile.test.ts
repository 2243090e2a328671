import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Hasher, ImportHistory, ImportLedger, type RowsInFile } from '../../src/core/delivery/index';
import { chooseFile } from '../../src/editor/history/chooseFile';
import type { Ledgers } from '../../src/editor/ledgers';
import type { Preparer } from '../../src/editor/sending/preparer';
import { plans } from '../support/delivery/knowledge';
import { about } from '../support/delivery/ledgers';
import { MemoryLedgerStore } from '../support/delivery/memoryStore';
import { outgoingOf, rowAt } from '../support/delivery/rows';

const hasher = new Hasher('a key', plans);
const chosen = vscode.Uri.file('/chosen.csv');

describe('choosing the file of an import', () => {
  let store: MemoryLedgerStore;
  let asked: RowsInFile[];
  let moved: { readonly imports: readonly string[]; readonly isWithFile: boolean }[];
  beforeEach(() => ([store, asked, moved] = [new MemoryLedgerStore(), [], []]));

  /** An import of these rows, whose file is not there. */
  async function importOf(id: string, places: readonly number[]): Promise<void> {
    const rows = places.map((place, index) => ({ ...rowAt(place), index }));
    const ledger = await ImportLedger.begin(store, about(rows.length, { id, key: hasher.key }));
    await ledger.rows(
      0,
      rows.map(({ values }) => hasher.row(values)),
    );
    await ledger.settled(
      rows,
      rows.map(() => ({ outcome: 'refused' })),
    );
    await ledger.end();
  }

  async function choose(places: readonly number[], isMeant = true): Promise<vscode.Uri | undefined> {
    const rows = places.map((place, index) => ({ ...rowAt(place), index, line: index + 2 }));
    const source = {
      ...outgoingOf([]),
      digest: new Uint8Array(32),
      rowCount: rows.length,
      groups: () => [rows],
    };
    const preparer = {
      check: () => Promise.resolve(undefined),
      prepareLarge: () => Promise.resolve({ source, heldBack: new Map(), uri: chosen }),
    } as unknown as Preparer;
    const history = new ImportHistory(store);
    const ledgers = { open: () => Promise.resolve({ history, hasher }) } as unknown as Pick<Ledgers, 'open'>;
    const follow =
      (isWithFile: boolean) =>
      (_: unknown, imports: ReadonlySet<string> = new Set()) => {
        moved.push({ imports: [...imports].sort(), isWithFile });
        return Promise.resolve();
      };
    return await chooseFile(
      'import-1',
      ledgers,
      preparer,
      { moved: follow(true), importsMoved: follow(false) },
      {
        file: () => Promise.resolve(chosen),
        isMeant: (_, found) => {
          asked.push(found);
          return Promise.resolve(isMeant);
        },
      },
    );
  }

  const eight = [0, 1, 2, 3, 4, 5, 6, 7];

  it('asks when the file has not all of its rows, and changes nothing on No', async () => {
    await importOf('import-1', eight);
    assert.equal(await choose([0, 20, 21], false), undefined);
    assert.deepEqual([asked, moved], [[{ here: 1, rows: 8 }], []]);
  });

  it('takes other imports along only with most of their rows', async () => {
    await importOf('import-1', eight);
    await importOf('import-2', [0, 20, 21]);
    await importOf('import-3', [0, 30, 31, 32]);
    assert.equal(await choose([0, 20, 40]), chosen);
    assert.deepEqual(asked, [{ here: 1, rows: 8 }]);
    assert.deepEqual(moved, [{ imports: ['import-1', 'import-2'], isWithFile: true }]);
  });

  it('asks nothing when all of its rows are there', async () => {
    await importOf('import-1', eight);
    assert.equal(await choose([...eight, 20]), chosen);
    assert.deepEqual([asked.length, moved.length], [0, 1]);
  });
});
