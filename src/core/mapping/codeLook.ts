import { callingCodeDigits, countryCallingCode, readNumberCell } from '../contact';
import type { MapNeeds } from './rowReading';
import { half, most, type Samples, shareOf } from './samples';

/** Whether columns hold country codes, by their values and those of the numbers beside them. */
export class CodeLook {
  constructor(
    private readonly samples: Samples,
    private readonly needs: MapNeeds,
  ) {}

  isDialCode(text: string): boolean {
    return this.needs.phones.isCallingCode(callingCodeDigits(text) ?? '');
  }

  /** The calling code of a cell that is one, or names a country. */
  codeOf(text: string): string | undefined {
    return countryCallingCode(text, this.needs.phones, this.needs.language);
  }

  /** Whether a cell's number carries its country code. */
  isInNumber(text: string): boolean {
    return !('untold' in readNumberCell(text, undefined, this.needs.phones));
  }

  /** Whether a cell's number is one of a country, by its ISO code. */
  isNumberOf(text: string, country: string): boolean {
    return !('untold' in readNumberCell(text, country, this.needs.phones));
  }

  /** Whether a field holds dial codes, and nearly all numbers of another one are some with those. */
  isConfirmed(field: number, number: number): boolean {
    if (this.samples.share(field, (text) => this.isDialCode(text)) < most) return false;
    return (
      shareOf(this.samples.pairs(field, number), (pair) => this.fits(pair, this.codeOf(pair[0]))) >= most
    );
  }

  /**
   * Whether most numbers are none with the codes beside them, or would be with those as numbers of ISO 3166: 356 is Malta,
   * and India.
   * @param isTold whether the header says that they are dial codes
   */
  isRefuted(field: number, number: number, isTold: boolean): boolean {
    const pairs = this.samples.pairs(field, number);
    if (pairs.length === 0) return false;
    if (shareOf(pairs, (pair) => this.fits(pair, this.codeOf(pair[0]))) < half) return true;
    return !isTold && shareOf(pairs, (pair) => this.fits(pair, this.codeOfNumeric(pair[0]))) >= half;
  }

  /** Whether a number is one with that code. */
  private fits([, cell]: readonly [string, string], code: string | undefined): boolean {
    const number = code === undefined ? undefined : readNumberCell(cell, code, this.needs.phones);
    return number !== undefined && !('untold' in number) && number.callingCode === code;
  }

  /** The calling code of a country by its number in ISO 3166, if that is another one than the digits are. */
  private codeOfNumeric(text: string): string | undefined {
    if (!/^\d{2,3}$/.test(text)) return undefined;
    const { region = '' } = new Intl.Locale(`und-${text.padStart(3, '0')}`);
    const code = /^[A-Z]{2}$/.test(region) ? this.needs.phones.callingCodeOf(region) : undefined;
    return code === text ? undefined : code;
  }
}
