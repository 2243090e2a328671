import assert from 'node:assert/strict';
import path from 'node:path';
import { FileLedgerStore, ImportHistory } from '../../../../../src/core/delivery';
import { repeatedNumberPolicies, type Fault, type RepeatedNumberPolicy } from '../../../../support/sandbox';
import { useFolder } from '../../../../support/delivery/folder';
import {
  assertSettledForGood,
  UnreachableHosts,
  MatrixBench,
  MatrixImport,
} from '../../../../support/delivery/matrixBench';
import {
  always,
  expected,
  isMet,
  placesFor,
  plain,
  batchRows,
  type Case,
} from '../../../../support/delivery/matrixCases';
import { obstacles } from '../../../../support/delivery/obstacles';
import {
  assertLedgerAgrees,
  assertNotSentNeverArrived,
  assertRefusedAreNotThere,
  assertTrue,
} from '../../../../support/delivery/invariants';

describe('the fault matrix', () => {
  let elsewhere: UnreachableHosts;
  before(async () => {
    elsewhere = await UnreachableHosts.open();
  });
  after(() => elsewhere.close());
  const folder = useFolder();

  async function check(bench: MatrixBench, own: Case): Promise<void> {
    const { policy, obstacle, when, at, times } = own;
    const { meaning, act } = obstacle;
    const id = `${policy}-${when}-${at}-${times}`;
    // Each has a sandbox of its own, which knows nothing of what others have created.
    const store = new FileLedgerStore(path.join(folder(), id));
    let isOver = false;
    const hits = (request: number) => request >= at && request < at + times && !isOver;
    await bench.begin({ act, when, hits });
    const imported = new MatrixImport(bench, store, id);
    const { claims } = imported;

    const end = await imported.send();
    assertTrue(claims, bench.witness);
    assertNotSentNeverArrived(claims, bench.witness);
    if (meaning !== 'refused') assertRefusedAreNotThere(claims, bench.witness);
    await assertLedgerAgrees(claims, new ImportHistory(store), imported.id);
    const wanted = expected(own);
    assert.equal(end.why, wanted.end);
    if (end.why === 'failed' && typeof act === 'object' && act.kind === 'status') {
      assert.equal(end.failure.status, act.status);
    }
    // Which halves of a file are refused again depends on what is in them: that is another test's.
    if (meaning !== 'halve' || policy !== 'refuseFile') {
      assert.deepEqual(
        plain.map(({ index }) => claims.of(index).outcome),
        plain.map(({ index }) => wanted.outcomes[Math.floor(index / batchRows)]),
      );
    }

    isOver = times === always;
    await assertSettledForGood(imported, policy);
  }

  /** For each policy a sandbox for each place at which an obstacle may stand: all imports of an obstacle go on at once. */
  const benches = new Map<RepeatedNumberPolicy, readonly MatrixBench[]>();
  before(async () => {
    for (const policy of repeatedNumberPolicies) {
      const most = Math.max(...obstacles.map((each) => placesFor(each, policy).length));
      benches.set(
        policy,
        await Promise.all(Array.from({ length: most }, () => MatrixBench.open(policy, elsewhere))),
      );
    }
  });
  after(() => Promise.all([...benches.values()].flat().map((bench) => bench.close())));

  for (const obstacle of obstacles) {
    for (const when of obstacle.when) {
      it(`${obstacle.name}, ${when} the request is processed: ${obstacle.meaning}`, async () => {
        const cases = repeatedNumberPolicies
          .filter((policy) => isMet(obstacle, policy))
          .flatMap((policy) =>
            placesFor(obstacle, policy).map((place, index) => ({
              own: { ...place, policy, obstacle, when },
              bench: benches.get(policy)?.[index] ?? assert.fail('there are too few sandboxes'),
            })),
          );
        await Promise.all(
          cases.map(({ own, bench }) =>
            check(bench, own).catch((error: unknown) => {
              const where = `policy ${own.policy}, request ${own.at}, ${own.times} times`;
              throw new Error(where, { cause: error });
            }),
          ),
        );
      });
    }
  }
});

describe('rows of which nothing is known, on a stream whose list cannot be read', () => {
  let elsewhere: UnreachableHosts;
  let bench: MatrixBench;
  before(async () => {
    elsewhere = await UnreachableHosts.open();
    bench = await MatrixBench.open('accept', elsewhere);
  });
  after(async () => {
    await bench.close();
    await elsewhere.close();
  });
  const folder = useFolder();

  /** What a read meets, and whether that is tried again. */
  const acts: readonly (readonly [act: Fault['act'], passes: boolean])[] = [
    [{ kind: 'status', status: 429, headers: { 'retry-after': '0' } }, true],
    [{ kind: 'status', status: 500 }, true],
    [{ kind: 'status', status: 502, html: true }, true],
    [{ kind: 'reset' }, true],
    [{ kind: 'cutShort' }, true],
    [{ kind: 'empty' }, true],
    [{ kind: 'notArray' }, false],
    [{ kind: 'status', status: 404 }, false],
    [{ kind: 'status', status: 200, html: true }, false],
  ];
  for (const [act, passes] of acts) {
    for (const number of [0, 1, always]) {
      const name = act.kind === 'status' ? `${act.status}${act.html ? ' as a page' : ''}` : act.kind;
      it(`${name}, ${number === always ? 'always' : `at read ${number}`}`, async () => {
        const store = new FileLedgerStore(folder());
        let isOver = false;
        await bench.begin({
          act: { kind: 'status', status: 500 },
          when: 'after',
          hits: (request) => request === 1,
          onList: (read) =>
            !isOver && (number === always || read === number) ? { when: 'after', act } : undefined,
        });
        const imported = new MatrixImport(bench, store, 'list');
        const { claims } = imported;
        const end = await imported.send();
        assertTrue(claims, bench.witness);
        assertNotSentNeverArrived(claims, bench.witness);
        await assertLedgerAgrees(claims, new ImportHistory(store), imported.id);
        const isRead = passes && number !== always;
        // What ends it is that nothing is known of the request, whatever the list was answered with.
        assert.deepEqual(
          end.why === 'failed' ? [end.failure.status, end.failure.effect] : end.why,
          isRead ? 'done' : [500, 'unknown'],
        );
        const second = claims.outcomes.slice(batchRows, 2 * batchRows);
        // The last of them stands on the second page.
        if (isRead) assert.deepEqual(second, ['present', 'present', 'present', 'present']);
        else assert.equal(second.at(-1), 'unknown');
        isOver = true;
        await assertSettledForGood(imported, 'accept');
      });
    }
  }
});
