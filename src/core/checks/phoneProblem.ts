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
 * is none of that country. (A lost zero comes behind the country code, which the number might hold without it.) What
 * one rule explains, the next one does not report too, not even if the first is off.
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
      return (record) => {
        const field = sheet.cellOf(record, 'cellPhoneNumber');
        if (field === undefined) return;
        const problem = problemOfRow(sheet, record, field, phones);
        if (problem?.code === code) report({ ...problem, range: sheet.table.fieldRange(record, field) });
      };
    },
  };
}

/** The row of a sheet that was judged last. The plans are asked once a row, though three rules look at it in turn. */
const lastJudged = new WeakMap<ContactSheet, { readonly record: number; readonly problem?: PhoneProblem }>();

function problemOfRow(
  sheet: ContactSheet,
  record: number,
  field: number,
  phones: PhoneNumbers,
): PhoneProblem | undefined {
  const last = lastJudged.get(sheet);
  if (last?.record === record) return last.problem;
  const problem = phoneProblem(
    sheet.table.value(record, field),
    callingCodeOf(sheet, record, phones),
    phones,
  );
  lastJudged.set(sheet, { record, ...(problem && { problem }) });
  return problem;
}

/** The calling code that the row means, digits only, or `undefined` when it is missing or means none. */
export function callingCodeOf(sheet: ContactSheet, record: number, phones: PhoneNumbers): string | undefined {
  return understoodCallingCode(sheet.value(record, 'cellPhoneCountryCode') ?? '', phones);
}
