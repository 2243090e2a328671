import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Ledgers } from '../../../src/editor/ledgers';
import { Once } from '../../../src/editor/once';

describe('Once', () => {
  it('makes a thing once for all who ask, those who ask meanwhile too', async () => {
    let made = 0;
    const once = new Once(() => Promise.resolve((made += 1)));
    assert.deepEqual(await Promise.all([once.get(), once.get()]), [1, 1]);
    assert.equal(await once.get(), 1);
    once.forget();
    assert.equal(await once.get(), 2);
  });

  it('keeps no failure: it is told to those who wait, and the next one tries again', async () => {
    let tries = 0;
    const once = new Once(async () => {
      await Promise.resolve();
      tries += 1;
      if (tries === 1) throw new Error('locked');
      return tries;
    });
    const [first, second] = [once.get(), once.get()];
    await assert.rejects(first, { message: 'locked' });
    await assert.rejects(second, { message: 'locked' });
    assert.equal(await once.get(), 2);
  });
});

describe('ledgers', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'contacts-ledgers-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('open after the secret storage has failed once', async () => {
    let tries = 0;
    const ledgers = new Ledgers(path.join(folder, 'imports'), path.join(folder, 'claims'), {
      ledgerKey: (make) => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error('keychain locked')) : Promise.resolve(make());
      },
      deleteLedgerKey: () => Promise.resolve(),
    });
    assert.equal(await ledgers.exist(), false);
    await assert.rejects(ledgers.open(), { message: 'keychain locked' });
    assert.deepEqual(await (await ledgers.open()).store.list(), []);
    assert.equal(tries, 2);
  });

  it('are deleted without their key, which may be what cannot be had', async () => {
    const imports = path.join(folder, 'imports');
    mkdirSync(imports);
    for (const name of ['a.jsonl', 'a.rows', 'b.jsonl']) writeFileSync(path.join(imports, name), '');
    let deleted = 0;
    const claims = path.join(folder, 'claims');
    mkdirSync(claims);
    writeFileSync(path.join(claims, 'abc.0.claim'), '');
    const ledgers = new Ledgers(imports, claims, {
      ledgerKey: () => Promise.reject(new Error('keychain locked')),
      deleteLedgerKey: () => {
        deleted += 1;
        return Promise.resolve();
      },
    });
    assert.equal(await (await ledgers.claims()).isAnyAlive(), true);
    await ledgers.clear();
    assert.equal(await ledgers.exist(), false);
    assert.equal(existsSync(claims), false);
    assert.equal(deleted, 1);
  });
});
