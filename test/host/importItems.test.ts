import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type * as vscode from 'vscode';
import { createPhoneNumbers } from '../../src/core/contact/phone';
import { FileLedgerStore, lookOf, possibleActions } from '../../src/core/delivery';
import { lineOf, type Entry } from '../../src/core/delivery/ledger/entries';
import { encodeOutcomes, encodePlaces } from '../../src/core/delivery/ledger/rowCodes';
import { ImportItem } from '../../src/editor/history/importItems';
import { Ledgers } from '../../src/editor/ledgers';

describe('the list of imports of two windows', () => {
  let folder: string;
  let store: FileLedgerStore;
  let ledgers: Ledgers;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-imports-'));
    store = new FileLedgerStore(folder);
    const secrets = { ledgerKey: () => Promise.resolve('a key'), deleteLedgerKey: () => Promise.resolve() };
    const phones = createPhoneNumbers();
    ledgers = new Ledgers(folder, folder, secrets, () => Promise.resolve(phones), {} as never);
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  async function write(id: string, ...entries: readonly Entry[]): Promise<void> {
    const file = await store.open(id);
    for (const entry of entries) await file.append(lineOf(entry));
    await file.close();
  }

  /** @param pid of the window that is at work on it */
  const begun = (id: string, pid: number): Entry => ({
    ...{ t: 'run', v: 1, at: new Date().toISOString(), pid, id, rows: 3, key: 'key' },
    ...{ file: { uri: `file:///${id}.csv`, hash: 'x' } },
    ...{ stream: { name: 'Support', host: 'https://a.example', streamId: 'st-1' } },
  });

  const shown = async () => {
    const items = (await ledgers.summaries()).map(
      (each) => new ImportItem(each, lookOf(each), possibleActions(each)),
    );
    const told = items.map(({ label, description, contextValue }) => [
      ...[label, String(description).split(' · ').slice(0, -2).join(' · '), contextValue],
    ]);
    return Object.fromEntries(told.map(([label, ...rest]) => [label, rest])) as unknown;
  };

  it('says which runs here, which in another one, and which was interrupted', async () => {
    await write('own', begun('own', process.pid), { t: 'send', rows: encodePlaces([0]) });
    await write('other', begun('other', process.ppid));
    // No process has this number: the highest that there can be is far below.
    await write('dead', begun('dead', 2 ** 31 - 1));
    const running = {
      'own.csv': ['running · 3 waiting', 'import goingOn'],
      'other.csv': ['running in another window · 3 waiting', 'import goingOn'],
    };
    assert.deepEqual(await shown(), {
      ...running,
      'dead.csv': ['interrupted · 3 not sent', 'import cutOff resume saveRest'],
    });
    const at = new Date().toISOString();
    const outcomes = encodeOutcomes(['created', 'created', 'notSent']);
    const rows = encodePlaces([0, 1, 2]);
    await write('other', { t: 'out', at, ms: 1, rows, outcomes, ids: ['a', 'b'] }, { t: 'end', at });
    const { 'other.csv': other } = (await shown()) as Record<string, unknown>;
    assert.deepEqual(other, ['1 not sent, 2 created', 'import ended resume saveRest']);
  });

  it('tells rows that were found under another name apart, with a warning', async () => {
    const at = new Date().toISOString();
    const outcomes = encodeOutcomes(['present', 'present', 'created']);
    const out = { t: 'out', at, ms: 1, rows: encodePlaces([0, 1, 2]), outcomes, ids: ['a'] } as const;
    await write('names', begun('names', process.pid), { ...out, notes: 'o1x2' }, { t: 'end', at });
    assert.deepEqual(await shown(), {
      'names.csv': ['1 found under another name, 1 created, 1 found on the stream', 'import ended saveRest'],
    });
    const [summary] = await ledgers.summaries();
    assert.ok(summary);
    const { iconPath, tooltip } = new ImportItem(summary, lookOf(summary), []);
    assert.deepEqual((iconPath as vscode.ThemeIcon).id, 'warning');
    assert.match(tooltip as string, /^1 found under another name, 1 created/m);
  });
});
