import assert from 'node:assert/strict';
import type { ImportRow, ImportHistory } from '../../../src/core/delivery';
import type { Arrival, SandboxContact } from '../sandbox';
import type { RecordedOutcomes } from './recordedOutcomes';
import { outcomesOf } from './ledgers';

/** What a stream knows. */
export interface Witness {
  readonly contacts: readonly SandboxContact[];
  readonly arrivals: readonly Arrival[];
}

/** A stream's contacts by what only one row has: its first name. */
class Known {
  private readonly byName = new Map<string, SandboxContact[]>();
  private readonly numbers: ReadonlySet<string>;

  constructor(contacts: readonly SandboxContact[]) {
    for (const contact of contacts) {
      const own = this.byName.get(contact.firstName) ?? [];
      own.push(contact);
      this.byName.set(contact.firstName, own);
    }
    this.numbers = new Set(contacts.map(({ cellPhone }) => cellPhone.phoneNumber));
  }

  /** The contacts that were made of a row. */
  of({ values }: ImportRow): readonly SandboxContact[] {
    return this.byName.get(values.firstName ?? '') ?? [];
  }

  hasNumberOf({ values }: ImportRow): boolean {
    return this.numbers.has(`+91${values.cellPhoneNumber ?? ''}`);
  }
}

/**
 * Holds what an import claims against what the stream knows: no row claimed `created` that is not there, no contact
 * created twice, and every other outcome as true as its definition.
 */
export function assertTrue(claims: RecordedOutcomes, { contacts }: Pick<Witness, 'contacts'>): void {
  const known = new Known(contacts);
  for (const row of claims.rows) {
    const own = known.of(row);
    const result = claims.of(row.index);
    const what = `row ${row.index} is claimed ${result.outcome}`;
    assert.ok(own.length <= 1, `${what} and was created ${own.length} times`);
    switch (result.outcome) {
      case 'created':
        assert.equal(own[0]?.id, result.contact.id, `${what} with another id than it has`);
        break;
      case 'present':
        assert.ok(known.hasNumberOf(row), `${what} and its number is not there`);
        break;
      case 'absent':
      case 'notSent':
      case 'notReturned':
        assert.deepEqual(own, [], `${what} and is there`);
        break;
      // The stream's word: it may have stored what it said it refused. Searching for refused rows finds that.
      case 'refused':
      case 'unknown':
        break;
    }
  }
}

/** No row that is claimed to be refused is there: to be held once the search for refused rows is over. */
export function assertRefusedAreNotThere(
  claims: RecordedOutcomes,
  { contacts }: Pick<Witness, 'contacts'>,
): void {
  const known = new Known(contacts);
  for (const row of claims.rowsWith('refused')) assert.deepEqual(known.of(row), [], `row ${row.index}`);
}

/** No row that is claimed not to have been sent has arrived: to be held while nothing was sent a second time. */
export function assertNotSentNeverArrived(claims: RecordedOutcomes, { arrivals }: Witness): void {
  const arrived = new Set(arrivals.flatMap(({ rows }) => rows.map(({ firstName }) => firstName)));
  for (const { index, values } of claims.rowsWith('notSent')) {
    assert.ok(!arrived.has(values.firstName ?? ''), `row ${index} is claimed notSent and has arrived`);
  }
}

/**
 * No row arrived a second time after a request that a stream took: what a stream with unique numbers would hide.
 * @param isTaken whether the stream took the request, were it to hold no new contact
 */
export function assertNothingResent({ arrivals }: Witness, isTaken: (arrival: Arrival) => boolean): void {
  const taken = arrivals.filter(isTaken).flatMap(({ rows }) => rows.map(({ firstName }) => firstName));
  const again = taken.filter((name, at) => taken.indexOf(name) !== at);
  assert.deepEqual(again, [], 'rows were sent again after the stream took them');
}

/** Every row has come to an outcome with which there is nothing left to do for it. */
export function assertAllSettled(claims: RecordedOutcomes): void {
  assert.deepEqual(claims.rowsWith('unknown', 'absent', 'notSent'), []);
}

/** The ledger tells of every row what the import claimed. */
export async function assertLedgerAgrees(
  claims: RecordedOutcomes,
  history: ImportHistory,
  id: string,
): Promise<void> {
  const { record } = (await history.read(id)) ?? assert.fail('there is no ledger');
  assert.deepEqual(outcomesOf(record), claims.outcomes);
  const created = [...claims.ids].map(([index, contactId]) => [index, record.ids.get(index) === contactId]);
  assert.deepEqual(
    created.filter(([, agrees]) => agrees !== true),
    [],
    'the ledger has other ids',
  );
}
