import assert from 'node:assert/strict';
import { ImportHistory, type ImportEnd, type ImportRow } from '../../../../../src/core/delivery';
import { passTimeUntil, useStoppedClock } from '../../../../support/delivery/clock';
import { failureOfAct } from '../../../../support/delivery/failures';
import { assertClaimsAreTrue, assertNothingResent } from '../../../../support/delivery/model/claimsAreTrue';
import { brokenShapes, wholeShapes } from '../../../../support/delivery/model/listShapes';
import { ModelImport } from '../../../../support/delivery/model/modelImport';
import {
  ModelStream,
  wellBehaved,
  type ModelFate,
  type ModelHabits,
} from '../../../../support/delivery/model/modelStream';
import { comparable, incomparable, inScript } from '../../../../support/delivery/model/spellings';
import { times } from '../../../../support/delivery/importing';
import { outgoingOf, rowAt, rowsOf } from '../../../../support/delivery/rows';

const gatewayTimeout = failureOfAct({ kind: 'status', status: 504, html: true });
const hour = 3_600_000;

/** A request that gets a gateway's 504 after 30 s, while the stream is at work on it for so long. */
function lost(workMs: number, more: Partial<ModelFate> = {}): ModelFate {
  return {
    instead: gatewayTimeout,
    isProcessed: true,
    insteadAfterMs: 30_000,
    workMs,
    isAtOnce: false,
    ...more,
  };
}

/** The request of that number is lost, and the others are not. */
function lostAt(request: number, fate: ModelFate): (number: number) => ModelFate {
  return (number) => (number === request ? fate : wellBehaved);
}

describe('a row that may be on the stream', () => {
  const clock = useStoppedClock();
  const end = (work: Promise<ImportEnd>) => passTimeUntil(clock(), work);

  /** A stream with 30 contacts of others, and an import of three requests, the second of which is lost. */
  async function imported(fate: ModelFate, habits: Partial<ModelHabits> = {}, rows = rowsOf(30)) {
    const stream = new ModelStream(habits, lostAt(1, fate));
    stream.addOthers(30);
    await clock().tickAsync(2 * 24 * hour);
    const own = new ModelImport(rows, stream);
    const ended = await end(own.send());
    assertClaimsAreTrue(own.claims, stream);
    return { own, stream, ended, second: () => own.claims.outcomes.slice(10, 20) };
  }

  /** Resumes until there is nothing left that this brings forward, and holds every claim against the stream. */
  async function resumed(own: ModelImport, stream: ModelStream): Promise<void> {
    for (let round = 0; round < 3; round++) {
      if (own.claims.rowsWith('unknown', 'absent', 'notSent').length === 0) return;
      await end(own.resume());
      assertClaimsAreTrue(own.claims, stream);
    }
  }

  it('is not sent again because of a 503, with Retry-After or without: caches answer so for a slow stream', async () => {
    for (const html of [true, false]) {
      for (const headers of [{ 'retry-after': '1' }, {}]) {
        const busy = failureOfAct({ kind: 'status', status: 503, html, headers });
        const stream = new ModelStream({}, () => lost(2_000, { instead: busy, insteadAfterMs: 1_000 }));
        const own = new ModelImport(rowsOf(10), stream);
        await end(own.send());
        assert.equal(stream.arrivals.length, 1);
        assert.deepEqual(own.claims.outcomes, times(10, 'present'));
        assertClaimsAreTrue(own.claims, stream);
      }
    }
  });

  for (const workMs of [30_000, 60_000, 100_000, 150_000]) {
    for (const isAtOnce of [true, false]) {
      it(`is found, or stays unknown, when the stream works on for ${workMs / 1_000} s, ${isAtOnce ? 'all at once' : 'row by row'}, and a resume follows at once`, async () => {
        const stream = new ModelStream({}, lostAt(0, lost(workMs, { isAtOnce })));
        const own = new ModelImport(rowsOf(10), stream);
        const control = new AbortController();
        // Somebody cancels the look as soon as the gateway has answered, and resumes.
        setTimeout(() => control.abort(), 30_500);
        const impatient = new ModelImport(own.rows, stream, {
          store: own.store,
          control: () => ({ stop: control.signal, giveUp: new AbortController().signal }),
        });
        await end(impatient.send());
        for (const row of own.rows) own.claims.settle(row, impatient.claims.of(row.index));
        await resumed(own, stream);
        assert.deepEqual(own.claims.outcomes, times(10, 'present'));
        assertNothingResent(own.rows, stream);
      });
    }
  }

  it('is not absent while others of its request still appear', async () => {
    // One every 50 s: there are some more at each look, until ten minutes after the request's end.
    const stream = new ModelStream({}, lostAt(0, lost(20 * 50_000)));
    const own = new ModelImport(rowsOf(20), stream, { batchRows: 20 });
    assert.deepEqual(await end(own.send()), { why: 'failed', failure: gatewayTimeout });
    assert.deepEqual(own.claims.outcomes, [...times(11, 'present'), ...times(9, 'unknown')]);
    await resumed(own, stream);
    assert.deepEqual(own.claims.outcomes, times(20, 'present'));
    assertNothingResent(own.rows, stream);
  });

  it('is absent once that is proven, and sent again by a resume, which looks directly before', async () => {
    const { own, stream, ended, second } = await imported(lost(0, { isProcessed: false }));
    assert.deepEqual(ended, { why: 'done' });
    assert.deepEqual(second(), times(10, 'absent'));
    const [lookedAt] = own.activities.flatMap((activity) =>
      activity.kind === 'settling' ? [activity.ms] : [],
    );
    // It took the second that the third request took to come to the look, and another for that.
    assert.ok(lookedAt !== undefined && lookedAt > 120_000 && lookedAt < 125_000, String(lookedAt));
    const before = stream.reads;
    await clock().tickAsync(hour);
    await resumed(own, stream);
    assert.deepEqual(own.claims.outcomes, times(30, 'created'));
    assert.equal(stream.arrivals.length, 4);
    // The look at the end of the import counts as the first of two: one is enough, a page and what is behind it.
    assert.equal(stream.reads - before, 2);
  });

  it('is looked for before the rest is sent, and what is there is not sent', async () => {
    const { own, stream } = await imported(lost(40_000));
    // As a user who stops it would leave it.
    for (const row of own.rows.slice(10, 20)) own.claims.settle(row, { outcome: 'unknown' });
    await end(own.resume());
    assert.equal(stream.arrivals.length, 3);
    assertClaimsAreTrue(own.claims, stream);
  });

  it('is waited for once, together with those of other requests, after all else was sent', async () => {
    const lostOnes = new Set([0, 2]);
    const stream = new ModelStream({}, (request) =>
      lostOnes.has(request) ? lost(0, { isProcessed: false }) : wellBehaved,
    );
    const own = new ModelImport(rowsOf(40), stream);
    assert.deepEqual(await end(own.send()), { why: 'done' });
    assert.equal(stream.arrivals.length, 4);
    assert.equal(own.activities.filter(({ kind }) => kind === 'settling').length, 1);
    assert.deepEqual(own.claims.rowsWith('absent').length, 20);
  });

  it('is the last that is sent after two requests in a row without a certain answer', async () => {
    const stream = new ModelStream({}, (request) => (request === 0 ? wellBehaved : lost(1_000)));
    const own = new ModelImport(rowsOf(50), stream);
    assert.deepEqual(await end(own.send()), { why: 'failed', failure: gatewayTimeout });
    assert.equal(stream.arrivals.length, 3);
    assert.deepEqual(own.claims.outcomes, [
      ...times(10, 'created'),
      ...times(20, 'present'),
      ...times(20, 'notSent'),
    ]);
  });

  it('stays unknown, and the rest is sent, when the user skips the wait', async () => {
    const skipping = new AbortController();
    const never = new AbortController().signal;
    const stream = new ModelStream({}, lostAt(1, lost(0, { isProcessed: false })));
    const own = new ModelImport(rowsOf(30), stream, {
      control: () => ({ stop: never, giveUp: never, skip: skipping.signal }),
      watch: ({ kind }) => {
        if (kind === 'settling') skipping.abort();
      },
    });
    assert.deepEqual(await end(own.send()), { why: 'failed', failure: gatewayTimeout });
    const unknown = [...times(10, 'created'), ...times(10, 'unknown'), ...times(10, 'created')];
    assert.deepEqual(own.claims.outcomes, unknown);
    // Skipped before it begins: nothing is sent of what may be there.
    await end(own.resume());
    assert.deepEqual(own.claims.outcomes, unknown);
    assert.equal(stream.arrivals.length, 3);
  });

  describe('on a stream whose list', () => {
    for (const [name, list] of Object.entries(wholeShapes)) {
      it(`is whole: ${name}`, async () => {
        const there = await imported(lost(1_000), { list });
        assert.deepEqual(there.second(), times(10, 'present'));
        const gone = await imported(lost(0, { isProcessed: false }), { list });
        assert.deepEqual(gone.second(), times(10, 'absent'));
        await resumed(gone.own, gone.stream);
        assert.deepEqual(gone.second(), times(10, 'created'));
      });
    }

    for (const [name, list] of Object.entries(brokenShapes)) {
      it(`is not whole: ${name}`, async () => {
        const { own, stream, second } = await imported(lost(1_000), { list });
        assert.ok(!second().includes('absent'), second().join(' '));
        await resumed(own, stream);
        assertNothingResent(own.rows, stream);
        // Nor is what is not there told to be so.
        const gone = await imported(lost(0, { isProcessed: false }), { list });
        assert.deepEqual(gone.second(), times(10, 'unknown'));
      });
    }
  });

  describe('with a number that the stream shows', () => {
    for (const [name, spelling] of Object.entries(comparable)) {
      it(`${name}: is found`, async () => {
        const { second, own, stream } = await imported(lost(1_000), { spelling });
        assert.deepEqual(second(), times(10, 'present'));
        await resumed(own, stream);
        assertNothingResent(own.rows, stream);
      });
    }

    for (const [name, spelling] of Object.entries(incomparable)) {
      it(`${name}: stays unknown`, async () => {
        const { second, own, stream } = await imported(lost(1_000), { spelling });
        assert.deepEqual(second(), times(10, 'unknown'));
        await resumed(own, stream);
        assertNothingResent(own.rows, stream);
      });
    }
  });

  describe('with a number that was written', () => {
    const withNumber = (write: (number: string, index: number) => string, code = '+91') =>
      rowsOf(30).map((row): ImportRow => {
        const number = write(row.values.cellPhoneNumber ?? '', row.index);
        const values = { ...row.values, cellPhoneNumber: number, cellPhoneCountryCode: code };
        const { firstName, lastName, salutation, cellPhoneExtension } = values;
        return {
          ...row,
          values,
          record: [firstName, lastName, salutation, number, code, cellPhoneExtension].join(','),
        };
      });
    const written: Readonly<Record<string, readonly ImportRow[]>> = {
      'in Arabic-Indic digits': withNumber((number) => inScript(number, 0x660)),
      'in Persian digits': withNumber((number) => inScript(number, 0x6f0)),
      'in Devanagari digits': withNumber((number) => inScript(number, 0x966)),
      'in full-width digits': withNumber((number) => inScript(number, 0xff10)),
      'with its country code': withNumber((number) => `+91${number}`),
      'with its country code and no plus': withNumber((number) => `91${number}`),
      'with a zero': withNumber((number) => `0${number}`),
      'in letters': withNumber((_, index) => `call ${String.fromCharCode(97 + (index % 26)).repeat(3)}`),
      'by a spreadsheet': withNumber((_, index) => `9.${index}E+09`),
      'without a digit': withNumber(() => 'n/a'),
      'without a country': withNumber((number) => number, ''),
      'with an extension': withNumber((number) => `${number} ext. 12`),
      masked: withNumber((number) => `98*****${number.slice(-3)}`),
    };
    for (const [name, rows] of Object.entries(written)) {
      it(`${name}: is never sent twice, nor absent while it is there`, async () => {
        const { own, stream } = await imported(lost(1_000), {}, [...rows]);
        await resumed(own, stream);
        assert.equal(own.claims.rowsWith('absent').length, 0);
        assertNothingResent(own.rows, stream);
      });
    }
  });

  describe('and was deleted', () => {
    for (const isListed of [true, false]) {
      for (const freesNumber of [true, false]) {
        it(`${isListed ? 'but is listed' : 'and is not listed'}, its number ${freesNumber ? 'free' : 'taken'}: is not present, and not sent twice`, async () => {
          const { own, stream, second } = await imported(lost(1_000), {
            deletion: { isListed, freesNumber },
          });
          assert.deepEqual(second(), times(10, 'present'));
          stream.delete('row12');
          own.claims.settle(rowAt(12), { outcome: 'unknown' });
          await end(own.lookUp());
          assert.notEqual(own.claims.of(12).outcome, 'present');
        });
      }
    }
  });
});

describe('rows that another import left open', () => {
  const clock = useStoppedClock();

  it('are unknown in the import that takes them over, and looked for before they are sent by it', async () => {
    const stream = new ModelStream({}, lostAt(0, lost(40_000)));
    const earlier = new ModelImport(rowsOf(10), stream);
    const stop = AbortSignal.abort();
    const never = new AbortController().signal;
    const impatient = new ModelImport(earlier.rows, stream, {
      store: earlier.store,
      control: () => ({ stop: never, giveUp: never, skip: stop }),
    });
    await passTimeUntil(clock(), impatient.send());
    assert.deepEqual(impatient.claims.outcomes, times(10, 'unknown'));
    const { record } = (await new ImportHistory(earlier.store).read('import-1')) ?? assert.fail();
    const past = record.pastAt(0) ?? assert.fail();
    await passTimeUntil(
      clock(),
      earlier.followUp(async (run) => {
        const rows = await run.takeOver({
          own: [],
          elsewhere: new Map(earlier.rows.map((row) => [row, past])),
        });
        assert.deepEqual(earlier.claims.outcomes, times(10, 'unknown'));
        return await run.sendAgain(outgoingOf(earlier.rows), rows);
      }),
    );
    assert.deepEqual(earlier.claims.outcomes, times(10, 'present'));
    assert.equal(stream.arrivals.length, 1);
  });

  it('count from when they left last, though a look of the import that goes on has missed them before', async () => {
    const stream = new ModelStream({}, (request) =>
      lost(100_000, { isProcessed: request > 0, isAtOnce: true }),
    );
    const first = new ModelImport(rowsOf(10), stream);
    await passTimeUntil(clock(), first.send());
    assert.deepEqual(first.claims.outcomes, times(10, 'absent'));
    const never = new AbortController().signal;
    const { store, rows } = first;
    const skipped = () => ({ stop: never, giveUp: never, skip: AbortSignal.abort() });
    const later = new ModelImport(rows, stream, { id: 'import-2', store, control: skipped });
    await passTimeUntil(clock(), later.send());
    const { record } = (await new ImportHistory(store).read('import-2')) ?? assert.fail();
    const past = record.pastAt(0) ?? assert.fail();
    const elsewhere = new Map(rows.map((row) => [row, past]));
    await passTimeUntil(
      clock(),
      first.followUp(async (run) =>
        run.sendAgain(outgoingOf([]), await run.takeOver({ own: [], elsewhere })),
      ),
    );
    assert.deepEqual(first.claims.outcomes, times(10, 'present'));
    assert.equal(stream.arrivals.length, 2);
  });
});
