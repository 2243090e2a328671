import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { askedDetached, detached } from '../../../../src/core/files/detached';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** A piece of a file and the number that it ends with; no two are alike. */
function numberInPiece(index: number): string {
  const piece = `${String(index).repeat(50_000)},+91 98765 ${10_000 + index}`;
  return piece.slice(piece.indexOf(',') + 1);
}

/** How many bytes of the heap `make` leaves in use while what it gives is kept. */
function kept(make: () => unknown): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const result = make();
  collectGarbage();
  const after = process.memoryUsage().heapUsed;
  assert.ok(result !== undefined);
  return after - before;
}

describe('detached', () => {
  it('gives the same text', () => {
    for (const text of ['', '9876543210', numberInPiece(7), '日本😀'.repeat(9)]) {
      assert.equal(detached(text), text);
    }
  });

  it('does not keep the text around it', () => {
    const numbers = (copy: (text: string) => string) => () =>
      Array.from({ length: 200 }, (_, index) => copy(numberInPiece(index)));
    const pieces = 200 * 50_000;
    assert.ok(kept(numbers((text) => text)) > pieces, 'a slice does');
    assert.ok(kept(numbers(detached)) < pieces / 10);
  });

  it('keeps numbering plans from keeping it, and leaves their answers as they are', () => {
    const phones = createPhoneNumbers();
    const asked = askedDetached(phones);
    const ask = () => {
      for (let index = 0; index < 200; index++) {
        const number = numberInPiece(index);
        asked.check(number, '91');
        asked.prefixOf(number, '91');
        asked.lacksZero(number, '91');
      }
      return phones;
    };
    asked.check('9876543210', '91');
    assert.ok(kept(ask) < 5_000_000);
    assert.deepEqual(asked.prefixOf('+91 98765 43210', '91'), phones.prefixOf('+91 98765 43210', '91'));
    assert.equal(asked.check('+91 98765 43210', '91'), 'valid');
    assert.equal(asked.lacksZero('612345678', '39'), phones.lacksZero('612345678', '39'));
    assert.deepEqual(asked.describe('09876543210', '91'), phones.describe('09876543210', '91'));
    assert.ok(asked.isCallingCode('91') && !asked.isCallingCode('999'));
    assert.equal(asked.callingCodeOf('IN'), '91');
    assert.deepEqual(asked.countries(), phones.countries());
  });
});
