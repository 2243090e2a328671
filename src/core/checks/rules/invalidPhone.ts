import { callingCodeDigits } from '../../contact/callingCode';
import type { Rule } from '../rule';

/**
 * A number that the numbering plan of the row's country does not have. Silent where the country code is missing or
 * means nothing: then that is the finding.
 */
export const invalidPhone: Rule = {
  code: 'phone.invalid',
  begin(sheet, report, { phones }) {
    return (record) => {
      const field = sheet.cellOf(record, 'cellPhoneNumber');
      const callingCode = callingCodeDigits(sheet.value(record, 'cellPhoneCountryCode') ?? '');
      if (field === undefined || callingCode === undefined || !phones.isCallingCode(callingCode)) return;
      const number = sheet.table.value(record, field);
      if (number.trim() === '') return;
      const verdict = phones.check(number, callingCode);
      if (verdict === 'valid') return;
      report({ code: 'phone.invalid', range: sheet.table.fieldRange(record, field), verdict, callingCode });
    };
  },
};
