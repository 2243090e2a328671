import {
  asciiNumber,
  codeWithArea,
  type CodeWithArea,
  isBlankText,
  meantCallingCode,
  type PhoneNumbers,
} from '../../contact';
import type { RowRule } from '../rule';

/** A country calling code that is not in use, or is not written as every sample of the API page writes it: `+91`. */
export const invalidCountryCode: RowRule = {
  code: 'countryCode.invalid',
  checkRow(row, report, { phones }) {
    const code = row.value('cellPhoneCountryCode');
    if (code === undefined || isBlankText(code)) return;
    if (code.startsWith('+') && phones.isCallingCode(code.slice(1))) return;
    const digits = meantCallingCode(code, phones);
    const range = row.cell('cellPhoneCountryCode');
    const split = digits === undefined ? codeWithArea(code, phones) : undefined;
    const mended = split
      ? withArea(split, row.value('cellPhoneNumber') ?? '', phones)
      : digits !== undefined && { canonical: `+${digits}` };
    report({ code: 'countryCode.invalid', range, value: code, ...mended });
  },
};

/**
 * What becomes of a code with an area: the code alone where the number is one without it, or has the area already, perhaps
 * behind a zero or the code; with the area moved in front of it only if that makes a number of the country.
 */
function withArea({ callingCode, area }: CodeWithArea, written: string, phones: PhoneNumbers) {
  const canonical = `+${callingCode}`;
  const number = asciiNumber(written).replace(/\D/g, '').replace(/^0+/, '');
  const isThere = number.startsWith(area) || number.startsWith(callingCode + area);
  const isValid = phones.check(written, callingCode) === 'valid';
  if (isThere && isValid) return { canonical };
  const national = area + number;
  const isWhole = number !== '' && phones.check(national, callingCode) === 'valid';
  // Where it is a number with the area and without it, nobody knows which.
  if (isWhole) return isValid ? undefined : { canonical, area, national };
  return isThere || isValid ? { canonical } : undefined;
}
