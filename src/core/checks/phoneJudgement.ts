import type { FindingOf } from './finding';

/** The codes of what is wrong with a number by itself. */
export type PhoneCode =
  'phone.mangled' | 'phone.digits' | 'phone.several' | 'phone.prefixed' | 'phone.invalid' | 'phone.spelling';

/** What is wrong with a number by itself: a finding without its place. */
export type PhoneProblem = { [Code in PhoneCode]: Omit<FindingOf<Code>, 'range'> }[PhoneCode];

/** What a row's number is. */
export interface PhoneJudgement {
  readonly problem: PhoneProblem | undefined;
  /**
   * Country code and number in digits, the same for all spellings; `undefined` where the digits are not the number's,
   * or there are none.
   */
  readonly key: string | undefined;
  /** Whether it begins with its country code: surely, or only if the column says so. */
  readonly prefix: 'sure' | 'possible' | undefined;
}
