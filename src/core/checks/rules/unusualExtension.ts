import { isBlankText, trimmed, withoutControlCharacters } from '../../contact/text';
import type { Rule } from '../rule';

/** The longest are `+` or `00` and a code of three digits; and an exchange's own prefix is not longer than this. */
const dialingPrefix = /^(?:\+|(?:\+|00)?\d{1,4})$/;

/**
 * An extension that is no dialing prefix, `+`, `91` or `+91` in the API's samples: mostly the number of an office
 * extension, which does not belong here.
 */
export const unusualExtension: Rule = {
  code: 'extension.unusual',
  begin(sheet, report) {
    return (record) => {
      const field = sheet.cellOf(record, 'cellPhoneExtension');
      if (field === undefined) return;
      const value = sheet.table.value(record, field);
      if (isBlankText(value) || dialingPrefix.test(trimmed(withoutControlCharacters(value)))) return;
      report({ code: 'extension.unusual', range: sheet.table.fieldRange(record, field) });
    };
  },
};
