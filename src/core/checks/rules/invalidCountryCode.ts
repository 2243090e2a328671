import { codeWithArea, namedCallingCode, understoodCallingCode } from '../../contact/callingCode';
import { isBlankText } from '../../contact/text';
import type { RowRule } from '../rule';

/** A country calling code that is not in use, or is not written as every sample of the API page writes it: `+91`. */
export const invalidCountryCode: RowRule = {
  code: 'countryCode.invalid',
  checkRow(row, report, { phones }) {
    const code = row.value('cellPhoneCountryCode');
    if (code === undefined || isBlankText(code)) return;
    if (code.startsWith('+') && phones.isCallingCode(code.slice(1))) return;
    const digits = understoodCallingCode(code, phones) ?? namedCallingCode(code, phones);
    const range = row.cell('cellPhoneCountryCode');
    const split = digits === undefined ? codeWithArea(code, phones) : undefined;
    if (split) {
      const number = row.value('cellPhoneNumber')?.replace(/\D/g, '') ?? '';
      const { callingCode, area } = split;
      const isThere = number.startsWith(area) || number.startsWith(callingCode + area);
      report({ code: 'countryCode.invalid', range, canonical: `+${callingCode}`, ...(!isThere && { area }) });
      return;
    }
    report({
      code: 'countryCode.invalid',
      range,
      ...(digits !== undefined && { canonical: `+${digits}` }),
    });
  },
};
