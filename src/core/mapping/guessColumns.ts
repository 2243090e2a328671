import { callingCodeDigits, countryCallingCode } from '../contact/callingCode';
import { contactColumns, type ContactColumn } from '../contact/columns';
import { splitName } from '../contact/fullName';
import { readNumberCell } from '../contact/phoneCell';
import { foldHeader, fullNameFields, isUntelling, type Recognised } from '../contact/recognise';
import { isBlankText } from '../contact/text';
import { looksLikeNumber, looksLikeSalutation, placeholder } from '../contact/values';
import type { ContactSheet } from '../checks/sheet';
import { usualNameReading, type ColumnMap, type ColumnSource, type NamePart } from './columnMap';
import { fullNameOf, isName, orderOf, type NamePair } from './fullNameLook';
import { cellValue, type MapNeeds } from './mapRow';
import { distinctValues, guessTable, translates } from './salutations';

/**
 * Why a source is offered and no default.
 * - `similarName`: the header is merely spelled like the column's name.
 * - `untellingValues`: the header may mean the column, and no value says so.
 * - `values`: the values look like it, the header says something else.
 * - `fullName`: a part of a full name, which may be divided otherwise.
 * - `country`: a country, which need not be that of the number.
 * - `someNumbers`: the country code of numbers of which few have one.
 */
export type OfferReason =
  'similarName' | 'untellingValues' | 'values' | 'fullName' | 'country' | 'someNumbers';

/** A source that the user may take. */
export interface Offer {
  readonly source: ColumnSource;
  readonly reason: OfferReason;
}

/** What a file's header and values suggest. */
export interface Guess {
  /** What is a fact, by an exact name, or a default, by a known one whose values do not say otherwise. */
  readonly columns: Partial<ColumnMap>;
  /** For columns without: what may be meant, the likeliest first. Nothing of it is ever sent unasked. */
  readonly offers: Readonly<Partial<Record<ContactColumn, readonly Offer[]>>>;
}

/** So many filled cells tell what a column holds. */
const tellingCells = 300;
/** A field that is empty for so long counts as empty: the look must not read a million rows. */
const mostRecords = 3000;
/** Such a share of them must say so. */
const most = 0.8;
const half = 0.5;

/** The sources that header and values suggest for each column. */
export function guessColumns(sheet: ContactSheet, needs: MapNeeds): Guess {
  return new Guesser(sheet, needs).guess();
}

/** The columns of a guess, with the first offer for each that has no default. */
export function withOffers({ columns, offers }: Guess): Partial<ColumnMap> {
  const map: Partial<Record<ContactColumn, ColumnSource>> = { ...columns };
  for (const column of contactColumns) {
    const offer = offers[column]?.[0]?.source;
    if (offer !== undefined) map[column] ??= offer;
  }
  return map;
}

/** A field that a header cell gives to a column. */
interface Named {
  readonly field: number;
  readonly how: Recognised['how'];
}

class Guesser {
  private readonly columns: Partial<Record<ContactColumn, ColumnSource>> = {};
  private readonly offers: Partial<Record<ContactColumn, Offer[]>> = {};
  /** A field that has a whole name, though its header says that it is the first or the last one. */
  private wholeName: number | undefined;
  private readonly samples = new Map<number, readonly string[]>();

  constructor(
    private readonly sheet: ContactSheet,
    private readonly needs: MapNeeds,
  ) {}

  guess(): Guess {
    this.names();
    this.salutation();
    this.countryCode();
    this.number();
    this.extension();
    this.fullName();
    this.byValues();
    const open = contactColumns.flatMap((column) => {
      const offers = this.columns[column] ? undefined : this.offers[column];
      return offers ? [[column, offers] as const] : [];
    });
    return { columns: this.columns, offers: Object.fromEntries(open) };
  }

  private names(): void {
    const [first, last] = [this.named('firstName'), this.named('lastName')];
    const isExact = first?.how === 'exact' && last?.how === 'exact';
    const whole =
      first === undefined || last === undefined || isExact
        ? undefined
        : fullNameOf(this.pairs(first.field, last.field), this.sheet.headers[last.field] ?? '', most);
    if (whole === undefined || whole === 'last') this.name('firstName');
    if (whole === undefined || whole === 'first') this.name('lastName');
    this.wholeName = whole === undefined ? undefined : whole === 'last' ? last?.field : first?.field;
  }

  private name(column: 'firstName' | 'lastName'): void {
    const named = this.named(column);
    if (named) this.take(column, { field: named.field }, named.how === 'similar' ? 'similarName' : undefined);
  }

  private salutation(): void {
    const named = this.named('salutation');
    if (named === undefined) return;
    const { field, how } = named;
    const tells = this.tellsByName(named) || this.share(field, looksLikeSalutation) >= half;
    this.take(
      'salutation',
      this.salutationSource(field),
      how === 'similar' ? 'similarName' : tells ? undefined : 'untellingValues',
    );
  }

  private salutationSource(field: number): ColumnSource {
    const values = distinctValues(this.sheet, field);
    const table = values && guessTable(values);
    return table && translates(table) ? { field, table } : { field };
  }

  /** A dial code; an ISO code may be that of an address. */
  private countryCode(): void {
    const named = this.named('cellPhoneCountryCode');
    if (named === undefined) return;
    const { field, how } = named;
    const isCode = (text: string) => this.needs.phones.isCallingCode(callingCodeDigits(text) ?? '');
    const isWritten = this.share(field, (text) => /^\+[1-9]\d{0,2}$/.test(text) && isCode(text)) === 1;
    const isFilled = this.sample(field).length > 0;
    const isDialCode = isFilled && this.share(field, isCode) >= most;
    const isCountry = isFilled && this.share(field, (text) => this.codeOf(text) !== undefined) >= most;
    const source: ColumnSource =
      !isWritten && (isDialCode || isCountry) ? { field, part: 'countryCallingCode' } : { field };
    if (how === 'similar') this.offer('cellPhoneCountryCode', source, 'similarName');
    else if (how === 'exact' || isDialCode || (this.tellsByName(named) && (!isFilled || isCountry)))
      this.columns.cellPhoneCountryCode = source;
    else this.offer('cellPhoneCountryCode', source, isCountry ? 'country' : 'untellingValues');
  }

  private number(): void {
    const named = this.named('cellPhoneNumber');
    if (named === undefined) return;
    const { field, how } = named;
    const code = this.columns.cellPhoneCountryCode;
    // The documented columns are sent as they stand; a zero in front may be one that is only dialled.
    const isDocumented = how === 'exact' && this.named('cellPhoneCountryCode')?.how === 'exact';
    const isPlain = isDocumented || this.share(field, (text) => /^[1-9]\d*$/.test(text)) === 1;
    const hasCodes = this.share(field, (text) => this.hasOwnCode(text));
    this.take(
      'cellPhoneNumber',
      isPlain || this.sample(field).length === 0 ? { field } : { field, part: 'nationalNumber' },
      how === 'similar' ? 'similarName' : undefined,
    );
    if (code !== undefined || isPlain || hasCodes === 0) return;
    const isDefault = how !== 'similar' && hasCodes >= half;
    this.take(
      'cellPhoneCountryCode',
      { field, part: 'callingCode' },
      isDefault ? undefined : how === 'similar' ? 'similarName' : 'someNumbers',
    );
  }

  /** A dialing prefix, as the documentation has it; an office extension is none. */
  private extension(): void {
    const named = this.named('cellPhoneExtension');
    const isPrefix =
      named !== undefined &&
      (this.tellsByName(named) ||
        (named.how === 'alias' && this.share(named.field, (text) => /^(?:\+|00)[1-9]/.test(text)) >= most));
    this.columns.cellPhoneExtension = isPrefix ? { field: named.field } : { same: 'cellPhoneCountryCode' };
  }

  private fullName(): void {
    if (this.columns.firstName && this.columns.lastName) return;
    const named = fullNameFields(this.sheet.headers).filter(
      (field) => !this.isTaken(field) && this.share(field, isName) >= half,
    );
    const field = this.wholeName ?? named[0];
    if (field === undefined) return;
    const first = this.columns.firstName;
    const pairs = first && 'field' in first ? this.pairs(first.field, field) : [];
    const order = orderOf(this.sheet.headers[field] ?? '', this.sample(field), pairs);
    const part = (name: NamePart['part']): NamePart => ({ field, part: name, ...usualNameReading, order });
    this.offer('firstName', part('firstName'), 'fullName');
    this.offer('lastName', part('lastName'), 'fullName');
    const hasTitle = this.sample(field).some((text) => {
      const name = splitName(text, order);
      return 'salutation' in name && name.salutation !== '';
    });
    if (hasTitle) this.offer('salutation', part('salutation'), 'fullName');
  }

  /** Columns that no header means, by what the values of others look like. */
  private byValues(): void {
    for (const [field, header] of this.sheet.headers.entries()) {
      if (this.isTaken(field) || this.sample(field).length === 0) continue;
      const name = foldHeader(header);
      if (
        this.share(field, (text) => this.hasOwnCode(text)) >= most ||
        (phoneWord.test(name) && this.share(field, looksLikeNumber) >= most)
      ) {
        if (!notToCall.test(name)) this.offer('cellPhoneNumber', { field, part: 'nationalNumber' }, 'values');
      } else if (
        countryWord.test(name) &&
        this.share(field, (text) => this.codeOf(text) !== undefined) >= most
      ) {
        this.offer('cellPhoneCountryCode', { field, part: 'countryCallingCode' }, 'country');
      } else if (this.share(field, looksLikeSalutation) >= most) {
        this.offer('salutation', this.salutationSource(field), 'values');
      }
    }
  }

  private hasOwnCode(text: string): boolean {
    return !('untold' in readNumberCell(text, undefined, this.needs.phones));
  }

  private codeOf(text: string): string | undefined {
    return countryCallingCode(text, this.needs.phones, this.needs.language);
  }

  private named(column: ContactColumn): Named | undefined {
    const field = this.sheet.fieldOf[column];
    const how = field === undefined ? undefined : this.sheet.recognised[field]?.how;
    return field === undefined || how === undefined ? undefined : { field, how };
  }

  /** Whether the header says what it is, so that no value needs to. */
  private tellsByName({ field, how }: Named): boolean {
    return how === 'exact' || (how === 'alias' && !isUntelling(this.sheet.headers[field] ?? ''));
  }

  private isTaken(field: number): boolean {
    if (this.sheet.reasonFields.includes(field)) return true;
    return Object.values(this.columns).some((source) => 'field' in source && source.field === field);
  }

  /** @param doubt why it is only offered; a default without */
  private take(column: ContactColumn, source: ColumnSource, doubt?: OfferReason): void {
    if (doubt === undefined) this.columns[column] = source;
    else this.offer(column, source, doubt);
  }

  private offer(column: ContactColumn, source: ColumnSource, reason: OfferReason): void {
    (this.offers[column] ??= []).push({ source, reason });
  }

  /** Which share of the first filled cells is so; 0 of a field without any. */
  private share(field: number, isSo: (text: string) => boolean): number {
    const cells = this.sample(field);
    return cells.length === 0 ? 0 : cells.filter(isSo).length / cells.length;
  }

  /** The values of two fields in the first rows in which both have one. */
  private pairs(one: number, other: number): readonly NamePair[] {
    const pairs: NamePair[] = [];
    const last = Math.min(this.sheet.recordCount, mostRecords);
    for (let record = 1; record < last && pairs.length < tellingCells; record++) {
      if (!this.sheet.isRow(record)) continue;
      const pair = [one, other].map((field) => cellValue(this.sheet, record, field).trim());
      if (pair.every((value) => !isBlankText(value))) pairs.push([pair[0] ?? '', pair[1] ?? '']);
    }
    return pairs;
  }

  private sample(field: number): readonly string[] {
    const known = this.samples.get(field);
    if (known) return known;
    const cells: string[] = [];
    const last = Math.min(this.sheet.recordCount, mostRecords);
    for (let record = 1; record < last && cells.length < tellingCells; record++) {
      if (!this.sheet.isRow(record)) continue;
      const text = cellValue(this.sheet, record, field).normalize('NFKC').trim();
      if (!isBlankText(text) && !placeholder.test(text)) cells.push(text);
    }
    this.samples.set(field, cells);
    return cells;
  }
}

/** In folded headers: something to call, and something that is not called. */
const phoneWord = /phone|tel|mobil|cell|gsm|whatsapp|number|nummer|numero|телефон|电话|電話|전화|هاتف/;
const notToCall = /fax|pager|id$|account|order|invoice|vat|tax|iban|zip|plz/;
const countryWord =
  /country|land|pays|pais|paese|nation|strana|страна|国家|国$|국가|kraj|ulke|quocgia|negara|الدولة|البلد/;
