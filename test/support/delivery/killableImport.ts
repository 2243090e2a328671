import assert from 'node:assert/strict';
import {
  Hasher,
  ImportRun,
  RowsByHash,
  ImportHistory,
  ImportLedger,
  signingKey,
  StreamClient,
  type ContactCalls,
  type ImportParts,
  type Outcome,
  type ImportRow,
  type ImportRecord,
} from '../../../src/core/delivery';
import { RequestQueue } from '../../../src/core/delivery/run/requestQueue';
import type { LedgerStore } from '../../../src/core/delivery/ledger/store';
import { RecordedOutcomes } from './recordedOutcomes';
import { noKnownIds, plans } from './knowledge';
import { about } from './ledgers';
import { shortRetryPolicy } from './parts';
import { outgoingOf, rowsOf } from './rows';

export const id = 'killed';
export const rows = rowsOf(12);
const batchRows = 4;
/** Longer than the sandbox takes for what it has got, in ms. */
const settleMs = 200;
const hasher = new Hasher('a key of this test', plans);

/** What is needed to send to a stream. */
export interface StreamAccess {
  readonly stream: { readonly host: string; readonly streamId: string; readonly clientId: string };
  readonly secret: string;
}

export function clientOf({ stream, secret }: StreamAccess): ContactCalls {
  const key = signingKey(secret) ?? assert.fail('there is no secret');
  const options = { timeoutMs: 20_000, expiresInSeconds: 300, userAgent: 'test' };
  return new StreamClient({ stream: { name: 'Killed', ...stream }, key }, options);
}

/** Sends the rows, or goes on with that where an earlier process stopped. */
export async function importOrResume(calls: ContactCalls, store: LedgerStore): Promise<void> {
  const known = await new ImportHistory(store).read(id);
  if (known === undefined) await begin(calls, store);
  else await resume(calls, store, known.record);
}

/** What the ledger claims. */
export async function claimed(store: LedgerStore): Promise<RecordedOutcomes> {
  const claims = new RecordedOutcomes(rows);
  const known = await new ImportHistory(store).read(id);
  if (known === undefined) return claims;
  for (const row of rows) {
    const outcome = known.record.outcomeAt(row.index);
    const contact = { id: known.record.ids.get(row.index) ?? '' };
    claims.settle(row, outcome === 'created' || outcome === 'present' ? { outcome, contact } : { outcome });
  }
  return claims;
}

async function begin(calls: ContactCalls, store: LedgerStore): Promise<void> {
  const ledger = await ImportLedger.begin(store, about(rows.length, { id, key: hasher.key }));
  await ledger.rows(
    0,
    rows.map(({ values }) => hasher.row(values)),
  );
  await new ImportRun(partsOf(calls, ledger)).send(outgoingOf(rows));
  await ledger.end();
}

async function resume(calls: ContactCalls, store: LedgerStore, record: ImportRecord): Promise<void> {
  const places = await RowsByHash.of(record, hasher);
  if (places.missing < rows.length) {
    // It was killed before it had written down what there is to send, and thus before it sent any of it.
    assert.equal(record.count('notSent'), rows.length);
    await store.delete(id);
    await begin(calls, store);
    return;
  }
  // The file has been turned around in between: places are those of the import.
  const found = rows
    .toReversed()
    .map((row, index) => places.take({ ...row, index }) ?? assert.fail('a row is lost'));
  const ledger = await ImportLedger.resume(store, id);
  const claims = new RecordedOutcomes(found);
  for (const row of found) claims.settle(row, { outcome: outcomeIn(record, row) });
  const run = new ImportRun({ ...partsOf(calls, ledger), settle: claims.settle, past: record });
  await run.sendAgain(outgoingOf(claims.rowsWith('notSent')), claims.rowsWith('unknown', 'absent'));
  await ledger.end();
}

/** What is left to do goes by this; which contact it is does not matter for that. */
function outcomeIn(
  record: ImportRecord,
  { index }: ImportRow,
): Exclude<Outcome, 'created' | 'present' | 'refused'> {
  const outcome = record.outcomeAt(index);
  return outcome === 'created' || outcome === 'present' || outcome === 'refused' ? 'notReturned' : outcome;
}

function partsOf(calls: ContactCalls, ledger: ImportLedger): ImportParts {
  return {
    calls,
    queue: new RequestQueue(Infinity),
    journal: ledger,
    mayLeave: () => true,
    control: { stop: new AbortController().signal, giveUp: new AbortController().signal },
    retryPolicy: { ...shortRetryPolicy, settleMs, mostSettleMs: 60_000 },
    limits: { rows: batchRows, bytes: 900_000 },
    plans,
    knownIds: noKnownIds,
    settle: () => undefined,
    answered: () => undefined,
    watch: () => undefined,
  };
}
