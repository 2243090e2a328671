import assert from 'node:assert/strict';
import { asciiDigits } from '../../../../src/core/contact/digits';

describe('asciiDigits', () => {
  for (const [script, digits] of [
    ['Arabic-Indic', '٠١٢٣٤٥٦٧٨٩'],
    ['Persian', '۰۱۲۳۴۵۶۷۸۹'],
    ['Devanagari', '०१२३४५६७८९'],
    ['Bengali', '০১২৩৪৫৬৭৮৯'],
    ['Thai', '๐๑๒๓๔๕๖๗๘๙'],
    ['full-width', '０１２３４５６７８９'],
    ['double-struck, the second of five in a row', '𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡'],
    ['monospace, the last of five in a row', '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿'],
  ] as const)
    it(`reads ${script} digits`, () => assert.equal(asciiDigits(digits), '0123456789'));

  it('leaves everything else as it is', () => {
    for (const text of ['', '+91 (0) 98-76', 'Jürgen ²Ⅷ①', '😀']) assert.equal(asciiDigits(text), text);
  });
});
