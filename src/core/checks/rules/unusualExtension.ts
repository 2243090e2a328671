import { isBlankText, trimmed, withoutControlCharacters } from '../../contact';
import type { RowRule } from '../rule';

/** The longest are `+` or `00` and a code of three digits; and an exchange's own prefix is not longer than this. */
const dialingPrefix = /^(?:\+|(?:\+|00)?\d{1,4})$/;

/**
 * An extension that is no dialing prefix, `+`, `91` or `+91` in the API's samples: mostly the number of an office
 * extension, which does not belong here.
 */
export const unusualExtension: RowRule = {
  code: 'extension.unusual',
  checkRow(row, report) {
    const value = row.value('cellPhoneExtension');
    if (value === undefined || dialingPrefix.test(value) || isBlankText(value)) return;
    // Blanks and control characters around it are findings of their own.
    if (dialingPrefix.test(trimmed(withoutControlCharacters(value)))) return;
    report({ code: 'extension.unusual', range: row.cell('cellPhoneExtension'), value });
  },
};
