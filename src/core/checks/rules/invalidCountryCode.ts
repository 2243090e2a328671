import { understoodCallingCode } from '../../contact/callingCode';
import { isBlankText } from '../../contact/text';
import type { RowRule } from '../rule';

/** A country calling code that is not in use, or is not written as every sample of the API page writes it: `+91`. */
export const invalidCountryCode: RowRule = {
  code: 'countryCode.invalid',
  checkRow(row, report, { phones }) {
    const code = row.value('cellPhoneCountryCode');
    if (code === undefined || isBlankText(code)) return;
    if (code.startsWith('+') && phones.isCallingCode(code.slice(1))) return;
    const digits = understoodCallingCode(code, phones);
    report({
      code: 'countryCode.invalid',
      range: row.cell('cellPhoneCountryCode'),
      ...(digits !== undefined && { canonical: `+${digits}` }),
    });
  },
};
