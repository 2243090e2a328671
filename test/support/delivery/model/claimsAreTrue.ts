import assert from 'node:assert/strict';
import type { ImportRow } from '../../../../src/core/delivery';
import type { RecordedOutcomes } from '../recordedOutcomes';
import type { ModelStream } from './modelStream';

/** Holds what an import claims against what the stream has: nothing twice, and nothing claimed that is not so. */
export function assertClaimsAreTrue(claims: RecordedOutcomes, stream: ModelStream): void {
  for (const row of claims.rows) {
    const result = claims.of(row.index);
    const times = stream.timesStored(nameOf(row));
    const what = `row ${row.index} is claimed ${result.outcome}`;
    assert.ok(times <= 1, `${what} and was stored ${times} times`);
    switch (result.outcome) {
      case 'created':
        assert.equal(
          stream.contacts.find(({ firstName }) => firstName === nameOf(row))?.id,
          result.contact.id,
          `${what} with another id than it has`,
        );
        break;
      case 'present':
        assert.ok(isNumberThere(row, stream), `${what} and its number is not there`);
        break;
      case 'absent':
      case 'notSent':
      case 'notReturned':
        assert.equal(times, 0, `${what} and is there`);
        break;
      case 'refused':
      case 'unknown':
        break;
    }
  }
}

/** Not even asked for a second time after it was stored: what a stream that drops repeated numbers would hide. */
export function assertNothingResent(rows: readonly ImportRow[], stream: ModelStream): void {
  for (const row of rows) {
    const arrived = stream.arrivals.filter((names) => names.includes(nameOf(row))).length;
    assert.ok(arrived <= 1, `row ${row.index} arrived ${arrived} times`);
  }
}

function isNumberThere({ values }: ImportRow, { contacts }: ModelStream): boolean {
  const number = `${values.cellPhoneCountryCode ?? ''} ${values.cellPhoneNumber ?? ''}`;
  return contacts.some(({ sent }) => sent === number);
}

function nameOf({ values }: ImportRow): string {
  return values.firstName ?? '';
}
