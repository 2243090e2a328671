import { understoodCallingCode } from '../contact/callingCode';
import { mangling } from '../contact/mangling';
import type { PhoneNumbers } from '../contact/phoneNumbers';
import { isBlankText } from '../contact/text';
import type { FindingOf } from './finding';
import type { Report, Rule } from './rule';
import type { ContactSheet } from './sheet';

type PhoneCode = 'phone.mangled' | 'phone.prefixed' | 'phone.invalid';

/** What is wrong with a number by itself: a finding without its place. */
export type PhoneProblem = { [Code in PhoneCode]: Omit<FindingOf<Code>, 'range'> }[PhoneCode];

/**
 * The one thing that explains best what is wrong with a number: it is mangled, else it holds its country code, else it
 * is none of that country. (A lost zero comes behind the country code, which the number might hold without it.) What one rule explains, the next one does not report too, not even if the first is off.
 *
 * @param number the cell's value
 * @param callingCode the row's, understood; `undefined` when it is missing or means none: then that is a finding of its
 *   own, and the plans are not asked
 */
export function phoneProblem(
  number: string,
  callingCode: string | undefined,
  phones: PhoneNumbers,
): PhoneProblem | undefined {
  if (isBlankText(number)) return undefined;
  const shape = mangling(number);
  if (shape?.sure) return { code: 'phone.mangled', how: shape.how };
  const verdict = callingCode === undefined ? undefined : phones.check(number, callingCode);
  // A shape that numbers have too counts only if this is none.
  if (shape && verdict !== 'valid') return { code: 'phone.mangled', how: shape.how };
  const prefix = phones.prefixOf(number, callingCode);
  if (prefix) return { code: 'phone.prefixed', ...prefix };
  if (callingCode === undefined || verdict === undefined || verdict === 'valid') return undefined;
  if (phones.lacksZero(number, callingCode)) return { code: 'phone.mangled', how: 'lostZero' };
  return { code: 'phone.invalid', verdict, callingCode };
}

/** The rule for one of the codes that {@link phoneProblem} gives. */
export function phoneRule(code: PhoneCode): Rule {
  return {
    code,
    begin: (sheet: ContactSheet, report: Report, { phones }) => {
      const { table } = sheet;
      return (record) => {
        const field = sheet.cellOf(record, 'cellPhoneNumber');
        if (field === undefined) return;
        const problem = phoneProblem(
          table.value(record, field),
          callingCodeOf(sheet, record, phones),
          phones,
        );
        if (problem?.code === code) report({ ...problem, range: table.fieldRange(record, field) });
      };
    },
  };
}

/** The calling code that the row means, digits only, or `undefined` when it is missing or means none. */
export function callingCodeOf(sheet: ContactSheet, record: number, phones: PhoneNumbers): string | undefined {
  return understoodCallingCode(sheet.value(record, 'cellPhoneCountryCode') ?? '', phones);
}
