import assert from 'node:assert/strict';
import { findingCodes } from '../../src/core/checks/finding';
import { kindLabel } from '../../src/editor/checking/kindLabels';
import { warningMessage } from '../../src/editor/sending/warningMessage';

describe('the question before sending', () => {
  it('names the kinds of its warnings', () => {
    const kinds = [
      { kind: 'phone.invalid', count: 5 },
      { kind: 'value.salutation', count: 3 },
    ] as const;
    assert.equal(
      warningMessage({ count: 8, kinds }, false),
      'The file has 8 warnings: invalid number (5), salutation other than Mr and Mrs (3).',
    );
    assert.equal(
      warningMessage({ count: 1200, kinds }, true),
      'The mapped copy has 1,200 warnings: invalid number (5), salutation other than Mr and Mrs (3), 1,192 others.',
    );
    assert.equal(
      warningMessage({ count: 1, kinds: [{ kind: 'phone.digits', count: 1 }] }, false),
      'The file has 1 warning: digits other than 0–9.',
    );
  });

  it('names every kind in words of its own', () => {
    const kinds = [...findingCodes, 'phone.prefixed.byColumn' as const];
    assert.equal(new Set(kinds.map(kindLabel)).size, kinds.length);
  });
});
