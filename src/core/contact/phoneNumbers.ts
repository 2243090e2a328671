/**
 * What the checks need to know of the world's numbering plans. A port, because the plans are 145 kB of data that
 * load after the first findings are shown: see `phone.ts`.
 */
export interface PhoneNumbers {
  /** Whether digits such as `91` are a country calling code in use. */
  isCallingCode(digits: string): boolean;
  /**
   * The verdict on a number as it stands in the cell, dialled from the country or countries of that calling code.
   * @param callingCode digits only, known to be a calling code
   */
  check(number: string, callingCode: string): PhoneVerdict;
}

/** `otherCountry`: the number carries an international prefix of a code other than the row's. */
export type PhoneVerdict = 'valid' | 'tooShort' | 'tooLong' | 'notANumber' | 'notInUse' | 'otherCountry';
