import {
  callingCodeDigits,
  type ContactColumn,
  contactColumns,
  type ContactValues,
  countryCallingCode,
  documentedSalutation,
  isBlankText,
  type NameParts,
  type NameUntold,
  type NumberUntold,
  type PhoneNumbers,
  readNumberCell,
  splitName,
  translatedSalutation,
  trimmed,
  trimmedNumber,
  understoodCallingCode,
} from '../contact';
import type { ContactSheet } from '../checks';
import type { ColumnMap, ColumnSource, CountrySource, NamePart, NumberPart } from './columnMap';

/** What telling parts of cells needs. */
export interface MapNeeds {
  readonly phones: Pick<PhoneNumbers, 'read' | 'isCallingCode' | 'callingCodeOf' | 'describe'>;
  /** The user's language, as BCP 47 has it, in which lists may name countries. */
  readonly language: string;
}

/**
 * Why a column's value cannot be told.
 * - `otherCountry`: the number has another country code than the row.
 * - `extension`: an office extension stands behind the number, for which a contact has no place.
 * - `country`: the cell says no country.
 * - `oneWord`: the full name is one word.
 * - `otherTitle`: the full name has another salutation than the row.
 * - `otherName`: the full name has another first or last name than the row.
 * - `heldValue`: the user said that rows with this value are held back; `newValue`: they said nothing of it.
 */
export type UntoldReason =
  | NumberUntold
  | NameUntold
  | 'otherCountry'
  | 'extension'
  | 'country'
  | 'oneWord'
  | 'otherTitle'
  | 'otherName'
  | 'heldValue'
  | 'newValue';

/** A part of a cell that could not be told. */
export interface Untold {
  readonly column: ContactColumn;
  /** Of the file. */
  readonly field: number;
  readonly reason: UntoldReason;
}

/** A row as a map makes it. With something untold it must not be sent: the value there is empty. */
export interface MappedRow {
  readonly values: Required<ContactValues>;
  readonly untold: readonly Untold[];
}

/**
 * One of the file's rows as the map makes it. Nothing of a cell that is taken in parts is lost: either the row has all of
 * it, or something is untold. A cell that a short row lacks is empty.
 */
export function mapRow(sheet: ContactSheet, map: ColumnMap, record: number, needs: MapNeeds): MappedRow {
  return new RowReading(sheet, map, record, needs).read();
}

/** The value of one field of a row, empty where a short row has none. */
export function cellValue({ table }: ContactSheet, record: number, field: number): string {
  return field < table.fieldCount(record) ? table.value(record, field) : '';
}

type ReadCell = ReturnType<typeof readNumberCell>;

function isPart(source: ColumnSource): boolean {
  return 'part' in source || 'same' in source;
}

class RowReading {
  private readonly untold: Untold[] = [];
  private readonly values: Partial<Record<ContactColumn, string>> = {};
  private lastNumber:
    { readonly field: number; readonly from: string | undefined; readonly number: ReadCell } | undefined;
  private lastName: { readonly field: number; readonly name: ReturnType<typeof splitName> } | undefined;

  constructor(
    private readonly sheet: ContactSheet,
    private readonly map: ColumnMap,
    private readonly record: number,
    private readonly needs: MapNeeds,
  ) {}

  read(): MappedRow {
    // What is whole comes first, parts are compared with it; and the country code before the number, which may depend on it.
    for (const column of contactColumns) {
      const source = this.map[column];
      if (!isPart(source)) this.values[column] = this.whole(column, source);
    }
    for (const column of order) {
      const source = this.map[column];
      if (isPart(source)) this.values[column] = this.part(column, source);
    }
    return { values: this.values as Required<ContactValues>, untold: this.untold };
  }

  private whole(column: ContactColumn, source: ColumnSource): string {
    if ('constant' in source) return source.constant;
    if (!('field' in source)) return '';
    const cell = this.cell(source.field);
    if (!('table' in source)) return cell;
    const value = trimmed(cell);
    const told = Object.hasOwn(source.table, value) ? source.table[value] : undefined;
    if (told === undefined || told === 'holdBack') {
      return this.fail(column, source.field, told === undefined ? 'newValue' : 'heldValue');
    }
    return told === 'asIs' ? cell : told;
  }

  private part(column: ContactColumn, source: ColumnSource): string {
    if ('same' in source) return this.values[source.same] ?? '';
    if (!('part' in source)) return '';
    switch (source.part) {
      case 'countryCallingCode':
        return this.country(column, source.field);
      case 'callingCode':
        return this.callingCode(column, source);
      case 'nationalNumber':
        return this.nationalNumber(column, source);
      case 'firstName':
      case 'lastName':
      case 'salutation':
        return this.name(column, source);
    }
  }

  private country(column: ContactColumn, field: number): string {
    const cell = this.cell(field);
    if (isBlankText(cell)) return '';
    const code = this.codeOfCountry(cell);
    return code === undefined ? this.fail(column, field, 'country') : `+${code}`;
  }

  private callingCode(column: ContactColumn, { field, country }: NumberPart): string {
    const number = this.number(field, country);
    if ('untold' in number) return this.fail(column, field, number.untold);
    return number.callingCode === '' ? '' : `+${number.callingCode}`;
  }

  private nationalNumber(column: ContactColumn, { field, country }: NumberPart): string {
    const number = this.number(field, country);
    if ('untold' in number) return this.fail(column, field, number.untold);
    if (number.extension !== undefined) return this.fail(column, field, 'extension');
    const rowCode = this.rowCode();
    // Else the code that the cell has would be lost, or the number become one of another country.
    if (
      number.callingCode !== '' &&
      rowCode !== number.callingCode &&
      !this.isUntold('cellPhoneCountryCode')
    ) {
      return this.fail(column, field, 'otherCountry');
    }
    return number.national;
  }

  private number(field: number, country: CountrySource | undefined): ReadCell {
    const from = country === undefined ? this.ownCode(field) : this.countryOf(country);
    // Number and code are read once.
    if (this.lastNumber?.field !== field || this.lastNumber.from !== from) {
      this.lastNumber = { field, from, number: readNumberCell(this.cell(field), from, this.needs.phones) };
    }
    return this.lastNumber.number;
  }

  /** What the row says of its country besides the number in that field. */
  private ownCode(field: number): string | undefined {
    const source = this.map.cellPhoneCountryCode;
    const isFromNumber = 'part' in source && source.part === 'callingCode' && source.field === field;
    return isFromNumber ? undefined : this.rowCode();
  }

  private rowCode(): string | undefined {
    const code = trimmedNumber(this.values.cellPhoneCountryCode ?? '');
    return understoodCallingCode(code, this.needs.phones) ?? callingCodeDigits(code);
  }

  private countryOf(country: CountrySource): string | undefined {
    return 'constant' in country ? country.constant : this.codeOfCountry(this.cell(country.field));
  }

  private codeOfCountry(cell: string): string | undefined {
    return countryCallingCode(cell, this.needs.phones, this.needs.language);
  }

  private name(column: ContactColumn, source: NamePart): string {
    const { field, part, oneWord } = source;
    if (this.lastName?.field !== field)
      this.lastName = { field, name: splitName(this.cell(field), source.order) };
    const { name } = this.lastName;
    if ('untold' in name) return this.fail(column, field, name.untold);
    const { firstName, lastName, salutation } = name;
    if (part === 'salutation') return documentedSalutation(salutation) ?? salutation;
    const isOneWord = firstName !== '' && lastName === '';
    if (isOneWord && oneWord === 'holdBack') return this.fail(column, field, 'oneWord');
    const whole = {
      firstName,
      salutation,
      lastName: isOneWord ? (oneWord === 'dash' ? '-' : firstName) : lastName,
    };
    if (!this.hasOther(field, part, whole)) return this.fail(column, field, 'otherName');
    return part === 'lastName' ? whole.lastName : this.withTitle(column, field, whole);
  }

  /** Whether the part of the name that is not asked for is in the row, too. */
  private hasOther(field: number, part: 'firstName' | 'lastName', name: NameParts): boolean {
    const other = part === 'firstName' ? 'lastName' : 'firstName';
    const source = this.map[other];
    if ('part' in source && source.part === other && source.field === field) return true;
    return isSameWord(this.values[other] ?? '', name[other]);
  }

  /** The first name, with a title that the row would not have otherwise. */
  private withTitle(column: ContactColumn, field: number, { firstName, salutation }: NameParts): string {
    const source = this.map.salutation;
    if (salutation === '' || ('part' in source && source.part === 'salutation' && source.field === field)) {
      return firstName;
    }
    const row = this.values.salutation ?? '';
    const meant = translatedSalutation(salutation);
    if (isSameWord(row, salutation) || (meant !== undefined && meant === translatedSalutation(row)))
      return firstName;
    return meant === undefined ? `${salutation} ${firstName}` : this.fail(column, field, 'otherTitle');
  }

  private cell(field: number): string {
    return cellValue(this.sheet, this.record, field);
  }

  private isUntold(column: ContactColumn): boolean {
    return this.untold.some((untold) => untold.column === column);
  }

  private fail(column: ContactColumn, field: number, reason: UntoldReason): string {
    this.untold.push({ column, field, reason });
    return '';
  }
}

const order: readonly ContactColumn[] = [
  'cellPhoneCountryCode',
  'cellPhoneExtension',
  'cellPhoneNumber',
  'salutation',
  'lastName',
  'firstName',
];

function isSameWord(one: string, other: string): boolean {
  const fold = (text: string) => trimmed(text).normalize('NFC').replace(/\s+/gu, ' ').toLowerCase();
  return fold(one) === fold(other);
}
