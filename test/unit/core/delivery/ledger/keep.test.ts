import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {
  Claims,
  FileLedgerStore,
  ImportHistory,
  ImportLedger,
  type Outcome,
} from '../../../../../src/core/delivery';
import { outcomes } from '../../../../../src/core/delivery/run/outcome';
import { useFolder } from '../../../../support/delivery/folder';
import { about } from '../../../../support/delivery/ledgers';
import { contactOf, rowAt } from '../../../../support/delivery/rows';

const day = 86_400_000;

describe('imports that are kept for so many days', () => {
  const folder = useFolder();
  const claimsFolder = useFolder();
  let store: FileLedgerStore;
  let history: ImportHistory;
  let claims: Claims;
  beforeEach(() => {
    claims = new Claims(claimsFolder());
    store = new FileLedgerStore(folder());
    history = new ImportHistory(store);
  });

  /** An import of one row that nobody has touched for so many days. */
  async function leave(id: string, outcome: Outcome, days: number, ends = true): Promise<void> {
    const ledger = await ImportLedger.begin(store, about(1, { id }));
    await ledger.rows(0, [id.padEnd(22, '-')]);
    const result =
      outcome === 'created' || outcome === 'present'
        ? { outcome, contact: contactOf(rowAt(0)) }
        : { outcome };
    if (outcome !== 'notSent') await ledger.settled([rowAt(0)], [result]);
    await ledger.end();
    const file = path.join(folder(), `${id}.jsonl`);
    // Killed before it could say that it ends.
    if (!ends) fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/.*"t":"end".*\n/, ''));
    const then = new Date(Date.now() - days * day);
    fs.utimesSync(file, then, then);
  }

  const removed = async (days: number) =>
    (await history.removeBefore(Date.now() - days * day, claims)).toSorted();

  it('are removed when they are older, unless a row of theirs is unknown', async () => {
    for (const outcome of outcomes) await leave(outcome, outcome, 31);
    await leave('younger', 'created', 29);
    await leave('cut off', 'created', 31, false);
    const gone = ['cut off', ...outcomes.filter((outcome) => outcome !== 'unknown')];
    assert.deepEqual(await removed(30), gone.toSorted());
    assert.deepEqual((await store.list()).toSorted(), ['unknown', 'younger']);
    assert.deepEqual(
      fs.readdirSync(folder()).filter((name) => gone.some((id) => name.startsWith(`${id}.`))),
      [],
      'with what lies beside',
    );
  });

  it('say from when on they are known, from before the first is removed', async () => {
    await leave('a', 'created', 10);
    await leave('b', 'created', 40);
    assert.deepEqual([await removed(50), await history.since()], [[], undefined]);
    let known: number | undefined;
    const remove = store.delete.bind(store);
    store.delete = async (id) => {
      known = await history.since();
      await remove(id);
    };
    const before = Date.now() - 30 * day;
    assert.deepEqual(await removed(30), ['b']);
    assert.ok(known !== undefined && Math.abs(known - before) < 60_000);
    assert.equal(await new ImportHistory(new FileLedgerStore(folder())).since(), known);
    // Who keeps more from now on does not get back what is gone.
    await leave('c', 'created', 60);
    await removed(50);
    assert.equal(await history.since(), known);
  });

  it('say so when that is damaged, too', async () => {
    await store.keepSince(1_000);
    assert.equal(await history.since(), 1_000);
    fs.writeFileSync(path.join(folder(), 'since'), '');
    const since = (await history.since()) ?? 0;
    assert.ok(Math.abs(since - Date.now()) < 60_000);
  });

  it('are all kept that somebody may be at work on, or that cannot be read', async () => {
    const ledger = await ImportLedger.begin(store, about(1, { id: 'alive' }));
    fs.writeFileSync(path.join(folder(), 'torn.jsonl'), 'nothing');
    fs.utimesSync(path.join(folder(), 'torn.jsonl'), 1, 1);
    assert.deepEqual(await history.removeBefore(Date.now() + day, claims), []);
    await ledger.end();
    assert.deepEqual((await store.list()).toSorted(), ['alive', 'torn']);
    // Which is told whenever something is to be sent, until the user deletes the history.
    const stream = { host: 'https://a.example', streamId: 'st-1' };
    const earlier = await history.earlierOn(stream, 'key', () => Promise.resolve(new Set()));
    assert.equal(earlier.unreadable, 1);
  });

  it('are kept while their stream is claimed: one may be about to be gone on with', async () => {
    await leave('claimed', 'created', 31);
    const { stream } = about(1);
    const claim = (await claims.take(stream)) ?? assert.fail();
    assert.deepEqual(await removed(30), []);
    await claim.release();
    assert.deepEqual(await removed(30), ['claimed']);
    assert.deepEqual(fs.readdirSync(claimsFolder()), []);
  });

  it('are kept when they were gone on with while the claim was taken', async () => {
    await leave('resumed', 'created', 31);
    const take = async (...stream: Parameters<Claims['take']>) => {
      const ledger = await ImportLedger.resume(store, 'resumed');
      await ledger.end();
      return await claims.take(...stream);
    };
    assert.deepEqual(await history.removeBefore(Date.now() - 30 * day, { take }), []);
    assert.deepEqual(await store.list(), ['resumed']);
  });

  it('cannot be gone on with once they are gone', async () => {
    await leave('gone', 'created', 31);
    await removed(30);
    await assert.rejects(ImportLedger.resume(store, 'gone'), { name: 'StorageError', code: 'ENOENT' });
    assert.deepEqual(await store.list(), []);
  });

  it('of a sandbox that is gone are removed when they were cut off, unless somebody goes on with them', async () => {
    await leave('cut off', 'created', 31, false);
    const { record } = (await history.read('cut off')) ?? assert.fail();
    const claim = (await claims.take(record.begun.stream)) ?? assert.fail();
    await history.removeCutOff(record, claims);
    await claim.release();
    const ledger = await ImportLedger.resume(store, 'cut off');
    await history.removeCutOff(record, claims);
    await ledger.leave();
    assert.deepEqual(await store.list(), ['cut off']);
    const then = new Date(0);
    fs.utimesSync(path.join(folder(), 'cut off.jsonl'), then, then);
    await history.removeCutOff(record, claims);
    assert.deepEqual(await store.list(), []);
  });

  it('are kept when a line of theirs is damaged by which rows may have left', async () => {
    await leave('damaged', 'created', 31);
    await leave('whole', 'created', 31);
    const file = path.join(folder(), 'damaged.jsonl');
    const { mtime } = fs.statSync(file);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"outcomes":"c1"', '"outcomes":"s1"'));
    fs.utimesSync(file, mtime, mtime);
    assert.deepEqual(await removed(30), ['whole']);
  });
});
