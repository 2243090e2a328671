import {
  asciiNumber,
  mangling,
  meantCallingCode,
  numberWithin,
  type PhoneNumbers,
  readNumberText,
  restoredNumber,
  severalNumbers,
  trimmedNumber,
  withoutControlCharacters,
} from '../contact';
import { keyOf, keyOfText, type Asked, type PhoneShape } from './phoneKey';
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
      if (problem?.code !== code) return;
      const range = row.cell('cellPhoneNumber');
      if (problem.code === 'phone.digits' || problem.code === 'phone.spelling') report({ ...problem, range });
      else report({ ...problem, range, value: row.value('cellPhoneNumber') ?? '' });
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
  const several =
    isBare && (callingCode === undefined || written.length <= mostDigits)
      ? undefined
      : severalIn(written, callingCode, phones);
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
  const problem = problemOf(asked, phones);
  const meant = numberIn(asked, problem);
  return {
    problem,
    key:
      meant === undefined
        ? prefix
          ? keyOf(asked, countryCode, phones)
          : key
        : keyOfText(meant, asked, countryCode, phones),
    prefix: found?.isSure === true ? 'sure' : isPossible ? 'possible' : undefined,
  };
}

/** The number within what is written, where a fix gives that. */
function numberIn({ number, shape }: Asked, problem: PhoneProblem | undefined): string | undefined {
  if (shape) return shape.isDoubtful ? undefined : restoredNumber(number, shape.how);
  return problem?.code === 'phone.invalid' ? problem.number : undefined;
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
  return severalNumbers(
    trimmedNumber(written),
    (number) =>
      isInUse(number, callingCode, phones) ||
      (callingCode === undefined && number.replace(/\D/g, '').length <= mostDigits),
  );
}

function isInUse(number: string, callingCode: string | undefined, phones: PhoneNumbers): boolean {
  const e164 = phones.e164(number, callingCode);
  return e164 !== undefined && phones.isInUse(e164);
}

/** E.164 has no longer ones. */
const mostDigits = 15;

/**
 * The shape that a spreadsheet has given to a number. What may be a date is doubtful where it is a number too, and so are
 * decimals unless the number is one without them; of many zeros behind a point, which are the last digits of one, they are none.
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
  const isNumber = !shape.sure && phones.check(number, callingCode) === 'valid';
  if (isDecimal) return isNumber ? undefined : { ...shape, isDoubtful: true };
  return isNumber ? { ...shape, isDoubtful: true } : shape;
}

const bareDigits = /^[1-9]\d*$/;

/** The calling code that a cell means, digits only; `undefined` when it is empty or means none. */
function callingCodeOf(countryCode: string, phones: PhoneNumbers): string | undefined {
  const digits = countryCode.startsWith('+') ? countryCode.slice(1) : '';
  return phones.isCallingCode(digits) ? digits : meantCallingCode(countryCode, phones);
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
    const { callingCode, national, isSure } = prefix;
    return {
      code: 'phone.prefixed',
      callingCode,
      ...(national !== undefined && { national }),
      ...(!isSure && { byColumn: true }),
    };
  }
  if (!isBare && !/\d/.test(number)) return { code: 'phone.invalid', verdict: 'noDigits' };
  if (callingCode === undefined || verdict === undefined) return invalidAnywhere(number);
  if (verdict === 'valid') return spellingOf(number, callingCode, phones);
  if (phones.lacksZero(number, callingCode)) return { code: 'phone.mangled', how: 'lostZero' };
  const within = isBare ? undefined : numberWithin(number, (text) => isInUse(text, callingCode, phones));
  return { code: 'phone.invalid', verdict, callingCode, ...(within !== undefined && { number: within }) };
}

/** What no country has. */
function invalidAnywhere(number: string): PhoneProblem | undefined {
  const { text, isNumber } = readNumberText(number);
  if (!isNumber) return { code: 'phone.invalid', verdict: 'notANumber' };
  const isTooLong = text.replace(/\D/g, '').replace(/^0+/, '').length > mostDigits;
  return isTooLong ? { code: 'phone.invalid', verdict: 'tooLong' } : undefined;
}

/** A valid number that is not written as the API page asks for, or with a zero or an 8 that is only dialled. */
function spellingOf(number: string, callingCode: string, phones: PhoneNumbers): PhoneProblem | undefined {
  const canonical = phones.e164(number, callingCode)?.slice(callingCode.length);
  return canonical === undefined || canonical === number ? undefined : { code: 'phone.spelling', canonical };
}
