import {
  asciiDigits,
  callingCodeDigits,
  type ContactColumn,
  countryCallingCode,
  isBlankText,
  readNumberCell,
  trimmedNumber,
  understoodCallingCode,
} from '../contact';
import type { CountrySource, NumberPart } from './columnMap';
import type { RowReading } from './rowReading';

type ReadCell = ReturnType<typeof readNumberCell>;

/** The parts of phone numbers and countries in a row. The country code is asked for first, since the number may depend on it. */
export class NumberInRow {
  private last:
    { readonly field: number; readonly from: string | undefined; readonly number: ReadCell } | undefined;

  constructor(private readonly row: RowReading) {}

  country(column: ContactColumn, field: number): string {
    const cell = this.row.cell(field);
    if (isBlankText(cell)) return '';
    const code = this.codeOfCountry(cell);
    return code === undefined ? this.row.fail(column, field, 'country') : `+${code}`;
  }

  callingCode(column: ContactColumn, { field, country }: NumberPart): string {
    const number = this.read(field, country);
    if ('untold' in number) return this.row.fail(column, field, number.untold);
    if (!this.isOfRow(field, number.national)) return this.row.fail(column, field, 'otherNumber');
    return number.callingCode === '' ? '' : `+${number.callingCode}`;
  }

  nationalNumber(column: ContactColumn, { field, country }: NumberPart): string {
    const number = this.read(field, country);
    if ('untold' in number) return this.row.fail(column, field, number.untold);
    if (number.extension !== undefined) return this.row.fail(column, field, 'extension');
    // Else the code that the cell has would be lost, or the number become one of another country.
    const isOther = number.callingCode !== '' && this.rowCode() !== number.callingCode;
    if (isOther && !this.row.isUntold('cellPhoneCountryCode')) {
      return this.row.fail(column, field, 'otherCountry');
    }
    return number.national;
  }

  /** Whether a cell's number, of which the code alone is taken, is the row's: else it would be lost, and lend its code to another one. */
  private isOfRow(field: number, national: string): boolean {
    const source = this.row.map.cellPhoneNumber;
    if ('field' in source && source.field === field) return true;
    if ('part' in source && source.part === 'nationalNumber') {
      const number = this.read(source.field, source.country);
      // Of one that is not told the row is held back for that.
      return 'untold' in number || number.national === national;
    }
    return asciiDigits(this.row.values.cellPhoneNumber ?? '').replace(/\D/g, '') === national;
  }

  private read(field: number, country: CountrySource | undefined): ReadCell {
    const from = country === undefined ? this.ownCode(field) : this.countryOf(country);
    // Number and code are read once.
    if (this.last?.field !== field || this.last.from !== from) {
      this.last = { field, from, number: readNumberCell(this.row.cell(field), from, this.row.needs.phones) };
    }
    return this.last.number;
  }

  /** What the row says of its country besides the number in that field. */
  private ownCode(field: number): string | undefined {
    const source = this.row.map.cellPhoneCountryCode;
    const isFromNumber = 'part' in source && source.part === 'callingCode' && source.field === field;
    return isFromNumber ? undefined : this.rowCode();
  }

  private rowCode(): string | undefined {
    const code = trimmedNumber(this.row.values.cellPhoneCountryCode ?? '');
    return understoodCallingCode(code, this.row.needs.phones) ?? callingCodeDigits(code);
  }

  private countryOf(country: CountrySource): string | undefined {
    return 'constant' in country ? country.constant : this.codeOfCountry(this.row.cell(country.field));
  }

  private codeOfCountry(cell: string): string | undefined {
    return countryCallingCode(cell, this.row.needs.phones, this.row.needs.language);
  }
}
