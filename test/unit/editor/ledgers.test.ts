import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ImportLedger } from '../../../src/core/delivery';
import { Ledgers } from '../../../src/editor/ledgers';
import { ImportCount } from '../../../src/editor/state';
import { useFolder } from '../../support/delivery/folder';
import { about } from '../../support/delivery/ledgers';
import { plans } from '../../support/delivery/knowledge';

/** Where keys lie, for all windows. */
class Keys {
  key: string | undefined;
  /** What reading fails with, if it is to fail. */
  broken: Error | undefined;

  ledgerKey(make: () => string): Promise<string> {
    if (this.broken) return Promise.reject(this.broken);
    this.key ??= make();
    return Promise.resolve(this.key);
  }

  deleteLedgerKey(): Promise<void> {
    this.key = undefined;
    return Promise.resolve();
  }
}

describe('ledgers', () => {
  const folder = useFolder();
  let keys: Keys;
  let count: ImportCount;
  beforeEach(() => {
    keys = new Keys();
    const user = new Map<string, unknown>();
    count = new ImportCount({
      get: (key) => user.get(key),
      update: (key, value) => Promise.resolve(void user.set(key, value)),
    });
  });

  const imports = () => path.join(folder(), 'imports');
  const claims = () => path.join(folder(), 'claims');
  const windowOf = () => new Ledgers(imports(), claims(), keys, () => Promise.resolve(plans), count);

  async function leave(id: string): Promise<void> {
    const ledger = await ImportLedger.begin((await windowOf().open()).store, about(1, { id }));
    await ledger.end();
  }

  it('open after the secret storage has failed once', async () => {
    const ledgers = windowOf();
    keys.broken = new Error('keychain locked');
    await assert.rejects(ledgers.open(), { message: 'keychain locked' });
    keys.broken = undefined;
    assert.deepEqual(await (await ledgers.open()).store.list(), []);
  });

  it('hash with a key that no window has deleted', async () => {
    const [one, other] = [windowOf(), windowOf()];
    const before = (await one.open()).hasher.key;
    assert.equal((await other.open()).hasher.key, before);
    assert.equal(await other.clear(), true);
    const after = (await one.open()).hasher.key;
    assert.notEqual(after, before);
    assert.equal((await other.open()).hasher.key, after);
  });

  it('are deleted with all that lies beside them, though the key cannot be read', async () => {
    await leave('a');
    for (const name of ['a.rows', 'a.ids', 'a.rows.left.tmp', 'gone.rows', 'torn.jsonl', 'some.claim'])
      fs.writeFileSync(path.join(imports(), name), 'x');
    fs.utimesSync(path.join(imports(), 'torn.jsonl'), 1, 1);
    keys.broken = new Error('keychain locked');
    assert.equal(await windowOf().clear(), true);
    assert.deepEqual(fs.readdirSync(imports()), ['since']);
    assert.equal(keys.key, undefined);
    keys.broken = undefined;
    const { history } = await windowOf().open();
    const since = (await history.since()) ?? 0;
    assert.ok(Math.abs(since - Date.now()) < 60_000, 'from when on the history goes is told');
  });

  it('tell who listens that they have changed, until it listens no more', async () => {
    const ledgers = windowOf();
    let changes = 0;
    const listening = ledgers.onDidChange(() => changes++);
    ledgers.changed();
    await leave('a');
    await ledgers.clear();
    assert.equal(changes, 2);
    listening.dispose();
    ledgers.changed();
    assert.equal(changes, 2);
  });

  it('that never were leave nothing behind when they are deleted', async () => {
    assert.equal(await windowOf().clear(), true);
    assert.deepEqual(fs.readdirSync(folder()), []);
  });

  it('are not deleted while an import is going on, in whatever window', async () => {
    await leave('a');
    const { hasher, store } = await windowOf().open();
    const ledger = await ImportLedger.begin(store, about(1, { id: 'b' }));
    try {
      assert.equal(await windowOf().clear(), false);
      assert.deepEqual((await store.list()).toSorted(), ['a', 'b']);
      assert.equal((await windowOf().open()).hasher.key, hasher.key);
    } finally {
      await ledger.end();
    }
    assert.equal(await windowOf().clear(), true);
  });

  it('are not deleted while a stream is claimed, and claims go with them', async () => {
    await leave('a');
    const own = await (await windowOf().open()).claims.take({ host: 'https://a.example', streamId: 'st-1' });
    assert.ok(own);
    try {
      assert.equal(await windowOf().clear(), false);
      assert.equal(await own.isHeld(), true);
    } finally {
      await own.release();
    }
    fs.writeFileSync(path.join(claims(), 'torn.pace'), 'x');
    assert.equal(await windowOf().clear(), true);
    assert.equal(fs.existsSync(claims()), false);
  });

  it('that are older than so many days are removed, and with 0 none', async () => {
    await leave('a');
    const old = new Date(Date.now() - 3 * 86_400_000);
    fs.utimesSync(path.join(imports(), 'a.jsonl'), old, old);
    for (const [days, removed] of [
      [0, []],
      [4, []],
      [2, ['a']],
    ] as const)
      assert.deepEqual(await windowOf().removeOlder(days), removed);
  });

  it('that a rebuilt container has lost are told by their number until somebody has read it, and kept', async () => {
    await windowOf().begun({});
    await windowOf().begun({});
    await windowOf().begun({ sandbox: true });
    const told = (await windowOf().lost()) ?? assert.fail('nothing is told');
    assert.deepEqual([told.count, told.isRead], [2, false]);
    // The window was closed before anybody read it, and an import begun.
    await leave('a');
    assert.deepEqual(await windowOf().lost(), told);
    await windowOf().readLost();
    assert.deepEqual(await windowOf().lost(), { ...told, isRead: true });
    const since = (await (await windowOf().open()).history.since()) ?? 0;
    assert.ok(Math.abs(since - Date.now()) < 60_000, 'from when on the history goes is told');
    assert.equal(await windowOf().clear(), true);
    assert.equal(await windowOf().lost(), undefined);
  });

  it('are lost neither while any is there, nor when there were none, nor when they were deleted', async () => {
    assert.equal(await windowOf().lost(), undefined);
    assert.equal(fs.existsSync(imports()), false);
    await windowOf().begun({});
    await leave('a');
    assert.equal(await windowOf().lost(), undefined);
    await windowOf().clear();
    fs.rmSync(imports(), { recursive: true });
    assert.equal(await windowOf().lost(), undefined);
  });

  it('are counted as none when something else was stored', () => {
    for (const value of ['3', -0.5, null, {}])
      assert.equal(new ImportCount({ get: () => value, update: () => Promise.resolve() }).value, 0);
  });

  it('exist when one does, whatever else lies there', async () => {
    assert.equal(await windowOf().exist(), false);
    await (await windowOf().open()).store.keepSince(1);
    assert.equal(await windowOf().exist(), false);
    await leave('a');
    assert.equal(await windowOf().exist(), true);
  });
});
