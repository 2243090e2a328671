import assert from 'node:assert/strict';
import { badRows } from '../../../../src/core/checks/badRows';
import type { FindingCode } from '../../../../src/core/checks/finding';
import { readSheet } from '../../../../src/core/checks/readSheet';
import type { RuleSettings } from '../../../../src/core/checks/severity';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';

const phones = createPhoneNumbers();
const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';
const good = (number: number) => `Asha,Rao,Mrs,${9876543210 + number},+91,+91`;

/** The codes of the errors of each row that is held back, by record; `undefined` when none can be. */
function held(
  lines: readonly string[],
  settings: RuleSettings = {},
): ReadonlyMap<number, readonly FindingCode[]> | undefined {
  const work = badRows(readSheet(lines.join('\n')), { phones, settings, forSending: true });
  for (;;) {
    const step = work.next();
    if (!step.done) continue;
    return step.value && new Map(Array.from(step.value, ([row, all]) => [row, all.map(({ code }) => code)]));
  }
}

describe('rows that are held back', () => {
  it('are those with errors of their own, each with all of them, and none with warnings alone', () => {
    const warned = 'Asha,Rao,,9876543219,+91,+91';
    const found = held([header, good(0), ',,Mrs,9876543211,+91,+91', warned, good(2), ',Rao,Mrs,1,+91,+91']);
    assert.deepEqual(found && [...found], [
      [2, ['value.required', 'value.required']],
      [5, ['value.required']],
    ]);
    assert.deepEqual(held([header, good(0), warned]), new Map());
  });

  it('are rows with a number that one before them has', () => {
    const found = held([header, good(0), good(1), good(0)]);
    assert.deepEqual(found && [...found], [[3, ['phone.duplicate']]]);
  });

  it('are none when no row would be left', () => {
    assert.equal(held([header, ',Rao,Mrs,9876543210,+91,+91']), undefined);
    const found = held([header, good(0), ',Rao,Mrs,9876543211,+91,+91']);
    assert.deepEqual(found && [...found.keys()], [2]);
    assert.equal(held([header]), undefined);
  });

  it('are none when an error is none of single rows', () => {
    for (const [what, lines] of [
      ['a quote that is not closed', [header, good(0), `"Ben,Doe,Mr,9876543211,+91,+91`]],
      ['a stray quote', [header, good(0), `"Ben"x,Doe,Mr,9876543211,+91,+91`]],
      ['another delimiter', [header.replaceAll(',', ';'), good(0).replaceAll(',', ';')]],
      ['a column that is missing', [header.slice(10), good(0).slice(5), good(1).slice(5)]],
      ['a column that is there twice', [`${header},firstName`, `${good(0)},Asha`]],
    ] as const) {
      assert.equal(held(lines), undefined, what);
    }
  });

  it('are no lines that are blank: those are no rows, and never sent', () => {
    const found = held([header, good(0), '', ',,,,,', good(1)], { 'csv.blankRow': 'error' });
    assert.deepEqual(found, new Map());
  });
});
