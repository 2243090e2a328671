import assert from 'node:assert/strict';
import { ImportHistory, ImportLedger } from '../../../../src/core/delivery';
import {
  Clearance,
  isNameTyped,
  streamTaken,
  type ClearancePorts,
  type BeingSent,
  type ClearanceRefusal,
  type ClearanceRequest,
} from '../../../../src/core/delivery/clearance';
import { lineOf } from '../../../../src/core/delivery/ledger/entries';
import type { Stream } from '../../../../src/core/stream/stream';
import { about } from '../../../support/delivery/ledgers';
import { rowsOf } from '../../../support/delivery/rows';
import { MemoryLedgerStore } from '../../../support/delivery/memoryStore';

/** Fails to compile when anything of a clearance's shape would do for one. */
const isNominal: { covers(stream: Pick<Stream, 'host' | 'streamId'>): boolean } extends Clearance
  ? false
  : true = true;

const stream: Stream = { name: 'Test', host: 'https://a.example', streamId: 'st-1', clientId: 'cs-1' };
const request: ClearanceRequest = {
  document: { version: 3, isClosed: false },
  checkedVersion: 3,
  stream,
  claim: { covers: () => true, isHeld: () => Promise.resolve(true), isFresh: true, wasRemoved: false },
  typedName: '',
  importId: undefined,
};
/** What a ledger has of an import to that stream, called otherwise then. */
const same = { stream: { name: 'Renamed', host: stream.host, streamId: stream.streamId } };

describe('clearance', () => {
  let store: MemoryLedgerStore;
  let ledgers: ImportLedger[];
  beforeEach(() => ([store, ledgers] = [new MemoryLedgerStore(), []]));
  afterEach(() => Promise.all(ledgers.map((ledger) => ledger.end())));

  async function goingOn(more: Parameters<typeof about>[1] = {}): Promise<void> {
    ledgers.push(await ImportLedger.begin(store, about(2, { ...same, ...more })));
  }

  async function ask(more: Partial<ClearanceRequest> = {}, ports: Partial<ClearancePorts> = {}) {
    const history = new ImportHistory(store);
    return await Clearance.ask(
      { ...request, ...more },
      { history, workspace: { isTrusted: true }, ...ports },
    );
  }

  async function refusal(...asked: Parameters<typeof ask>): Promise<ClearanceRefusal['reason'] | undefined> {
    const cleared = await ask(...asked);
    return cleared.ok ? undefined : cleared.refusal.reason;
  }

  it('is given when nothing speaks against it, for that stream alone', async () => {
    assert.equal(isNominal, true);
    const cleared = await ask();
    assert.ok(cleared.ok);
    assert.equal(cleared.clearance.covers({ host: stream.host, streamId: 'st-1' }), true);
    assert.equal(cleared.clearance.covers({ host: stream.host, streamId: 'st-2' }), false);
    assert.equal(cleared.clearance.covers({ host: 'https://b.example', streamId: 'st-1' }), false);
  });

  it('is not given in a workspace that is not trusted', async () => {
    assert.equal(await refusal({}, { workspace: { isTrusted: false } }), 'untrusted');
  });

  it('is not given for a document that was changed since it was checked', async () => {
    assert.equal(await refusal({ document: { version: 4, isClosed: false } }), 'changed');
    // What was typed into it may have been thrown away.
    assert.equal(await refusal({ document: { version: 3, isClosed: true } }), 'changed');
    assert.equal(await refusal({ document: undefined, checkedVersion: 0 }), undefined);
  });

  it('is not given for one that is changed while it is asked', async () => {
    const document = { version: 3, isClosed: false };
    const history = {
      alive: async () => {
        await Promise.resolve();
        document.version++;
        return { imports: [], hasUnreadable: false };
      },
    };
    assert.equal(await refusal({ document }, { history }), 'changed');
  });

  it('stands on a claim, and holds as long as that does', async () => {
    let isHeld = false;
    const claim = { ...request.claim, isHeld: () => Promise.resolve(isHeld) };
    assert.equal(await refusal({ claim }), 'beingSent');
    isHeld = true;
    const cleared = await ask({ claim });
    assert.ok(cleared.ok);
    ledgers.push(await ImportLedger.begin(store, about(2, same)));
    const journal = cleared.clearance.guard(ledgers[0] ?? assert.fail());
    await journal.sending(rowsOf(1));
    isHeld = false;
    await assert.rejects(journal.sending(rowsOf(2)), { name: 'ClaimLost' });
    assert.equal(cleared.clearance.isFresh, true);
    claim.isFresh = false;
    assert.equal(cleared.clearance.isFresh, false);
    await assert.rejects(ask({ claim: { ...claim, covers: () => false } }), /another stream/);
  });

  describe('while an import is going on', () => {
    it('is not given to the same stream, whatever the file, and names the file that has it', async () => {
      await goingOn({ file: { uri: 'file:///other.csv', hash: 'another' } });
      const told: BeingSent = { reason: 'beingSent', uri: 'file:///other.csv' };
      assert.deepEqual(await ask(), { ok: false, refusal: told });
      assert.deepEqual(await streamTaken(stream, new ImportHistory(store)), told);
      await ledgers.pop()?.end();
      assert.equal(await refusal(), undefined);
      assert.deepEqual(await streamTaken(stream, new ImportHistory(store)), { ...told, uri: undefined });
    });

    for (const [what, more] of [
      ['to another stream', { stream: { ...same.stream, streamId: 'st-2' } }],
      ['to another host', { stream: { ...same.stream, host: 'https://b.example' } }],
    ] as const) {
      it(`is given beside one of the same file ${what}`, async () => {
        await goingOn(more);
        assert.equal(await refusal(), undefined);
        assert.equal((await streamTaken(stream, new ImportHistory(store))).uri, undefined);
      });
    }

    it('is given to the import itself, and to none beside it', async () => {
      await goingOn();
      assert.equal(await refusal({ importId: 'import-1' }), undefined);
      await goingOn({ id: 'import-2' });
      assert.equal(await refusal({ importId: 'import-1' }), 'beingSent');
    });

    it('is not given when a ledger that is being written cannot be read: it may be to the same stream', async () => {
      const unreadable = { alive: () => Promise.resolve({ imports: [], hasUnreadable: true }) };
      assert.equal(await refusal({}, { history: unreadable }), 'beingSent');
    });

    it('is not given to an import that another process took over', async () => {
      await goingOn();
      store.texts.get('import-1')?.push(lineOf({ t: 'resume', at: 'x', pid: process.ppid }));
      assert.equal(await refusal({ importId: 'import-1' }), 'beingSent');
    });
  });

  describe('for a protected stream', () => {
    const guarded: Stream = { ...stream, protected: true };

    it('is given for its exact name, typed, and for nothing else', async () => {
      assert.equal(await refusal({ stream: guarded, typedName: 'Test' }), undefined);
      for (const typedName of ['', 'test', 'Test ', 'Tes', 'st-1']) {
        assert.equal(await refusal({ stream: guarded, typedName }), 'nameNotTyped', typedName);
      }
    });

    it('is never given without anything typed, whatever it is called', async () => {
      for (const name of ['', ' ']) {
        const nameless = { ...guarded, name };
        for (const typedName of ['', ' '])
          assert.equal(await refusal({ stream: nameless, typedName }), 'nameNotTyped');
        assert.equal(isNameTyped(nameless, ''), false);
      }
    });

    it('makes the editor ask, and for another one nothing is asked', () => {
      assert.equal(isNameTyped(guarded, ''), false);
      assert.equal(isNameTyped(guarded, 'Test'), true);
      assert.equal(isNameTyped(guarded, 'test'), false);
      // As the box shows it.
      assert.equal(isNameTyped({ ...guarded, name: '[a](b)' }, '[a] (b)'), true);
      assert.equal(isNameTyped(stream, ''), true);
      assert.equal(isNameTyped({ ...stream, protected: false }, ''), true);
    });
  });
});
