/**
 * What the checks need to know of the world's numbering plans. A port, because the plans are 145 kB of data that
 * load after the first findings are shown: see `phone.ts`. Calling codes are given as digits only, and known ones.
 */
export interface PhoneNumbers {
  /** Whether digits such as `91` are a country calling code in use. */
  isCallingCode(digits: string): boolean;
  /** The calling code, `91`, of an ISO 3166 code of two letters, `IN` or `in`; `undefined` when it has none. */
  callingCodeOf(iso: string): string | undefined;
  /** Every country with a numbering plan, in the order of the ISO codes. */
  countries(): readonly Country[];
  /** The verdict on a number as it stands in the cell, dialled from the country or countries of that calling code. */
  check(number: string, callingCode: string): PhoneVerdict;
  /**
   * The country code that the number holds: in front of it stands `+` or `00` and a code, or the row's code without
   * either. Without it the number is one of that country. Behind zeros, and without a mark, only a sure one is given.
   * @param callingCode the row's, or `undefined` when it has none
   * @returns `undefined` too for a number that names another code than the row's: which one is right is not known
   */
  prefixOf(number: string, callingCode: string | undefined): NumberPrefix | undefined;
  /** Whether digits are a number of that country only with a zero in front, which belongs to the number, as in Italy. */
  lacksZero(number: string, callingCode: string): boolean;
  /**
   * The digits of E.164 (`919876543210`) of a number dialled from the country or countries of a calling code, or written
   * with `+` or `00`: without a zero that is only dialled (+49), with one that belongs to it (+39). `undefined` of a
   * text that is no number of the length that the plan has.
   * @param number ASCII digits and what people put between them
   */
  e164(number: string, callingCode: string | undefined): string | undefined;
  /**
   * Reads a number as people write it anywhere. `undefined` of what is no number of a length that its country has, and of
   * one without a country code when `from` is not given.
   * @param text ASCII digits and what people put between them
   * @param from where it is dialled from, if its country code is not written: an ISO code, `US`, or a calling code, `1`
   */
  read(text: string, from: string | undefined): ReadNumber | undefined;
  /** Whether digits of E.164 are a number that its country has, not just one of a length that some have. */
  isInUse(e164: string): boolean;
  /** More of a valid number, `undefined` of any other one, and of an unknown calling code. */
  describe(number: string, callingCode: string): NumberDescription | undefined;
}

/** `otherCountry`: the number carries an international prefix of a code other than the row's. */
export type PhoneVerdict = 'valid' | 'tooShort' | 'tooLong' | 'notANumber' | 'notInUse' | 'otherCountry';

export interface Country {
  /** ISO 3166, two capital letters: `IN`. */
  readonly iso: string;
  /** Digits only: `91`. Several countries may share one. */
  readonly callingCode: string;
}

/** A country code that a number holds, and the number without it: both digits only. */
export interface NumberPrefix {
  /** Whether the number alone tells it. Otherwise it would be one of that country as it stands, too. */
  readonly isSure: boolean;
  readonly callingCode: string;
  /** A number of the plan. Absent where it may begin with the zero that stands in brackets, or may not. */
  readonly national?: string;
}

/** A number in the two parts of a contact, both digits only: together they are its E.164. */
export interface ReadNumber {
  readonly callingCode: string;
  readonly national: string;
  /** Whether its country has such a number, not just numbers of that length. */
  readonly isInUse: boolean;
  /** It may be another one as well: by `00` and a carrier's prefix, a country code without its mark, a zero in brackets. */
  readonly isDoubtful?: true;
  /** What is dialled behind it. */
  readonly extension?: string;
}

export interface NumberDescription {
  /** As it is written internationally: `+91 98765 43210`. */
  readonly international: string;
  /** ISO 3166, two capital letters; absent when countries share the code and the number does not tell which it is. */
  readonly country?: string;
  /** Absent when the plan does not tell. */
  readonly kind?: NumberKind;
}

/** What a number is for. */
export type NumberKind =
  | 'mobile'
  | 'fixedLine'
  | 'fixedLineOrMobile'
  | 'tollFree'
  | 'premiumRate'
  | 'sharedCost'
  | 'voip'
  | 'personal'
  | 'pager'
  | 'company'
  | 'voicemail';
