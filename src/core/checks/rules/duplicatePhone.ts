import { callingCodeOf } from '../phoneProblem';
import { mangling } from '../../contact/mangling';
import { fullNumber } from '../../contact/number';
import type { PhoneNumbers } from '../../contact/phoneNumbers';
import type { Rule } from '../rule';
import { FirstRecords } from '../firstRecords';

/**
 * A number that an earlier row has, however it is written there: the stream "prevents the same number from being
 * associated with different or identical names" (API documentation). The second row and every later one is reported.
 */
export const duplicatePhone: Rule = {
  code: 'phone.duplicate',
  begin(sheet, report, { phones }) {
    const { table } = sheet;
    const firsts = new FirstRecords();
    return (record) => {
      const field = sheet.cellOf(record, 'cellPhoneNumber');
      if (field === undefined) return;
      const number = table.value(record, field);
      const countryCode = sheet.value(record, 'cellPhoneCountryCode') ?? '';
      const key = numberKey(number, countryCode, callingCodeOf(sheet, record, phones), phones);
      const first = key === undefined ? undefined : firsts.claim(key, record);
      const firstField = first === undefined ? undefined : sheet.cellOf(first, 'cellPhoneNumber');
      if (first === undefined || firstField === undefined) return;
      const range = table.fieldRange(record, field);
      report({ code: 'phone.duplicate', range, first: table.fieldRange(first, firstField) });
    };
  },
};

/** Country code and number in digits, the same for all spellings; `undefined` where the digits are not the number's. */
function numberKey(
  number: string,
  countryCode: string,
  callingCode: string | undefined,
  phones: PhoneNumbers,
): string | undefined {
  const how = mangling(number)?.how;
  if (how !== undefined && how !== 'thousands') return undefined;
  const prefix = phones.prefixOf(number, callingCode);
  if (prefix) return prefix.callingCode + prefix.national;
  // Whether a zero in front belongs to the number, as in Italy, only the plan knows.
  if (callingCode !== undefined && number.trimStart().startsWith('0')) {
    const international = phones.describe(number, callingCode)?.international;
    if (international !== undefined) return international.replace(/\D/g, '');
  }
  return fullNumber({ countryCode: callingCode ?? countryCode, number });
}
