import { understoodCallingCode } from '../../contact/callingCode';
import { isBlankText } from '../../contact/text';
import type { Rule } from '../rule';

/** A country calling code that is not in use, or is not written as every sample of the API page writes it: `+91`. */
export const invalidCountryCode: Rule = {
  code: 'countryCode.invalid',
  begin(sheet, report, { phones }) {
    return (record) => {
      const field = sheet.cellOf(record, 'cellPhoneCountryCode');
      if (field === undefined) return;
      const code = sheet.table.value(record, field);
      if (isBlankText(code)) return;
      const digits = understoodCallingCode(code, phones);
      const range = sheet.table.fieldRange(record, field);
      if (digits === undefined) report({ code: 'countryCode.invalid', range });
      else if (code !== `+${digits}`) report({ code: 'countryCode.invalid', range, canonical: `+${digits}` });
    };
  },
};
