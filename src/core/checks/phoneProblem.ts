import { understoodCallingCode } from '../contact/callingCode';
import { comparedRow } from '../contact/compare';
import { asciiNumber } from '../contact/digits';
import { mangling, type MangledShape } from '../contact/mangling';
import type { NumberPrefix, PhoneNumbers } from '../contact/phoneNumbers';
import { severalNumbers } from '../contact/severalNumbers';
import { trimmedNumber, withoutControlCharacters } from '../contact/text';
import type { PhoneCode, PhoneJudgement, PhoneProblem } from './phoneJudgement';
import type { Row } from './row';
import type { RowRule, RuleNeeds } from './rule';

const none: PhoneJudgement = { problem: undefined, key: undefined, prefix: undefined };

/** The rule for one of the codes of {@link PhoneProblem}. */
export function phoneRule(code: PhoneCode): RowRule {
  return {
    code,
    asksPlans: true,
    checkRow(row, report, needs) {
      const { problem } = judgementOf(row, needs);
      if (problem?.code === code) report({ ...problem, range: row.cell('cellPhoneNumber') });
    },
  };
}

/** What the row's number is by the numbering plans. They are asked once a row, though several rules look at it in turn. */
export function judgementOf(row: Row, needs: RuleNeeds): PhoneJudgement {
  return (row.judgement ??= judge(row, needs));
}

function judge(row: Row, { phones, prefixed }: RuleNeeds): PhoneJudgement {
  const written = row.value('cellPhoneNumber');
  if (written === undefined) return none;
  // Most numbers are written so, and then less has to be asked.
  const isBare = bareDigits.test(written);
  // What is not seen is a finding of its own.
  const number = isBare ? written : trimmedNumber(withoutControlCharacters(written));
  if (number === '') return none;
  const countryCode = row.value('cellPhoneCountryCode') ?? '';
  const callingCode = callingCodeOf(countryCode, phones);
  const several = isBare ? undefined : severalIn(written, callingCode, phones);
  if (several) return { ...none, problem: { code: 'phone.several', numbers: several } };
  const found = phones.prefixOf(number, callingCode);
  const shape = isBare ? undefined : shapeOf(number, callingCode, phones);
  const asWritten: Asked = { number, isBare, callingCode, shape, prefix: undefined };
  const key = found?.isSure === true ? undefined : keyOf(asWritten, countryCode, phones);
  // What is no number as it is written is not counted in its column, and so the column says nothing of it.
  const isPossible = found?.isSure === false && key !== undefined;
  const prefix =
    found?.isSure === true || (isPossible && prefixed?.has(found.callingCode)) ? found : undefined;
  const asked: Asked = { ...asWritten, prefix };
  return {
    problem: problemOf(asked, phones),
    key: prefix ? keyOf(asked, countryCode, phones) : key,
    prefix: found?.isSure === true ? 'sure' : isPossible ? 'possible' : undefined,
  };
}

/**
 * The numbers of a cell, if it has several. Its line breaks divide them, and are told as control characters besides.
 * Without a country nothing tells a number but how long it is.
 */
function severalIn(
  written: string,
  callingCode: string | undefined,
  phones: PhoneNumbers,
): readonly string[] | undefined {
  return severalNumbers(trimmedNumber(written), (number) => {
    const e164 = phones.e164(number, callingCode);
    if (e164 !== undefined) return phones.isInUse(e164);
    return callingCode === undefined && number.replace(/\D/g, '').length <= mostDigits;
  });
}

/** E.164 has no longer ones. */
const mostDigits = 15;

/**
 * The shape that a spreadsheet has given to a number. What may be a date is doubtful where it is a number too; zeros behind
 * a point are not sure to be decimals unless the number is one without them.
 */
function shapeOf(
  number: string,
  callingCode: string | undefined,
  phones: PhoneNumbers,
): PhoneShape | undefined {
  const shape = mangling(number);
  if (shape === undefined || callingCode === undefined) return shape;
  const isDecimal = shape.how === 'decimal';
  if (isDecimal && phones.check(number.replace(/[.,]0+$/, ''), callingCode) === 'valid') return shape;
  const isNumber = (isDecimal || !shape.sure) && phones.check(number, callingCode) === 'valid';
  if (isDecimal) return isNumber ? undefined : { ...shape, isDoubtful: true };
  return isNumber ? { ...shape, isDoubtful: true } : shape;
}

/** `isDoubtful`: without its decimals it is no number of the country, or it is one, though it looks like a date. */
type PhoneShape = MangledShape & { readonly isDoubtful?: true };

const bareDigits = /^[1-9]\d*$/;

/** The calling code that a cell means, digits only; `undefined` when it is empty or means none. */
function callingCodeOf(countryCode: string, phones: PhoneNumbers): string | undefined {
  const digits = countryCode.startsWith('+') ? countryCode.slice(1) : '';
  return phones.isCallingCode(digits) ? digits : understoodCallingCode(countryCode, phones);
}

/** A number and what is known of it without its verdict. */
interface Asked {
  readonly number: string;
  /** Whether it is written without a plus, zeros in front, or anything between its digits. */
  readonly isBare: boolean;
  /** The row's, or `undefined` when it is missing or means none: that is a finding of its own, and the plans are not asked. */
  readonly callingCode: string | undefined;
  readonly shape: PhoneShape | undefined;
  readonly prefix: NumberPrefix | undefined;
}

/**
 * The one thing that explains best what is wrong with a number, if it is one: it is mangled, else it holds its country
 * code, else it is none of that country. (A lost zero comes behind the country code, which the number might hold without it.) What
 * one rule explains, the next one does not report too, not even if the first is off.
 */
function problemOf(
  { number, isBare, callingCode, shape, prefix }: Asked,
  phones: PhoneNumbers,
): PhoneProblem | undefined {
  if (!isBare && asciiNumber(number) !== number) return { code: 'phone.digits' };
  if (shape) {
    return { code: 'phone.mangled', how: shape.how, ...(shape.isDoubtful && { isDoubtful: true }) };
  }
  const verdict = callingCode === undefined ? undefined : phones.check(number, callingCode);
  if (prefix) {
    const { callingCode, national } = prefix;
    return { code: 'phone.prefixed', callingCode, ...(national !== undefined && { national }) };
  }
  if (callingCode === undefined || verdict === undefined) return undefined;
  if (verdict === 'valid') return spellingOf(number, callingCode, phones);
  if (phones.lacksZero(number, callingCode)) return { code: 'phone.mangled', how: 'lostZero' };
  return { code: 'phone.invalid', verdict, callingCode };
}

/** A valid number that is not written as the API page asks for, or with a zero or an 8 that is only dialled. */
function spellingOf(number: string, callingCode: string, phones: PhoneNumbers): PhoneProblem | undefined {
  const canonical = phones.e164(number, callingCode)?.slice(callingCode.length);
  return canonical === undefined || canonical === number ? undefined : { code: 'phone.spelling', canonical };
}

/** The key by which answers and look-ups are compared too; without a calling code `national …`, here in digits alone. */
function keyOf(
  { number, isBare, callingCode, shape, prefix }: Asked,
  countryCode: string,
  phones: PhoneNumbers,
): string | undefined {
  if (shape && shape.how !== 'thousands') return undefined;
  // Most numbers are written so, and then the one plan tells.
  if (isBare && !prefix && callingCode !== undefined) {
    return phones.e164(number, callingCode) ?? callingCode + number;
  }
  const { national } = prefix ?? {};
  if (prefix && national === undefined) return undefined;
  const values = prefix
    ? { cellPhoneNumber: national ?? '', cellPhoneCountryCode: `+${prefix.callingCode}` }
    : { cellPhoneNumber: number, cellPhoneCountryCode: countryCode };
  // No number with its country code begins with a zero.
  return comparedRow(values, phones).number?.replace(/^national \+?/, '0');
}
