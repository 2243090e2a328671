import {
  callingCodeDigits,
  type ContactColumn,
  contactColumns,
  countryCallingCode,
  documentedSalutation,
  foldHeader,
  fullNameFields,
  isBlankText,
  isUntelling,
  labelField,
  looksLikeNumber,
  looksLikeSalutation,
  numberFields,
  placeholder,
  readNumberCell,
  type Recognised,
  splitName,
  translatedSalutation,
} from '../contact';
import type { ContactSheet } from '../checks';
import { fieldOf, usualNameReading, type ColumnMap, type ColumnSource, type NamePart } from './columnMap';
import { chooseNumber, type NumberChoice, type NumberLook } from './chooseNumber';
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
/** Describing a number takes a tenth of a millisecond. */
const tellingNumbers = 50;
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
  private readonly numberLooks = new Map<number, NumberLook>();
  private numberChoice: (NumberChoice & { readonly how: Recognised['how'] }) | undefined;

  constructor(
    private readonly sheet: ContactSheet,
    private readonly needs: MapNeeds,
  ) {}

  guess(): Guess {
    this.names();
    this.salutation();
    this.chooseNumber();
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
    const tells =
      how === 'exact' ||
      (this.tellsByName(named) && this.sample(field).length === 0) ||
      this.share(field, looksLikeSalutation) >= half;
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
    const isCode = (text: string) => this.isDialCode(text);
    const isWritten = this.share(field, (text) => /^\+[1-9]\d{0,2}$/.test(text) && isCode(text)) === 1;
    const isFilled = this.sample(field).length > 0;
    const isDialCode = isFilled && this.share(field, isCode) >= most;
    const isCountry = isFilled && this.share(field, (text) => this.codeOf(text) !== undefined) >= most;
    const source: ColumnSource =
      !isWritten && (isDialCode || isCountry) ? { field, part: 'countryCallingCode' } : { field };
    if (how === 'similar') this.offer('cellPhoneCountryCode', source, 'similarName');
    else if (
      how === 'exact' ||
      ((isDialCode || (this.tellsByName(named) && (!isFilled || isCountry))) && !this.isRefuted(named))
    )
      this.columns.cellPhoneCountryCode = source;
    else this.offer('cellPhoneCountryCode', source, isCountry && !isDialCode ? 'country' : 'untellingValues');
  }

  /** Whether most numbers are none with the codes beside them, or would be with those as numbers of ISO 3166: 356 is Malta, and India. */
  private isRefuted(code: Named): boolean {
    const pairs = this.numberField === undefined ? [] : this.pairs(code.field, this.numberField);
    if (pairs.length === 0) return false;
    const fitting = (from: (text: string) => string | undefined) =>
      pairs.filter(([text, number]) => this.isOf(number, from(text))).length / pairs.length;
    if (fitting((text) => this.codeOf(text)) < half) return true;
    return !this.tellsByName(code) && fitting((text) => this.codeOfNumeric(text)) >= half;
  }

  private isOf(cell: string, code: string | undefined): boolean {
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

  /** The filled cells of two fields, row by row. */
  private pairs(one: number, other: number): readonly NamePair[] {
    const pairs: NamePair[] = [];
    const last = Math.min(this.sheet.recordCount, mostRecords);
    for (let record = 1; record < last && pairs.length < tellingCells; record++) {
      if (!this.sheet.isRow(record)) continue;
      const [first = '', second = ''] = [one, other].map((field) => textOf(this.sheet, record, field));
      if (first !== '' && second !== '') pairs.push([first, second]);
    }
    return pairs;
  }

  /** Which of the columns of numbers is it. */
  private chooseNumber(): void {
    const named = this.named('cellPhoneNumber');
    if (named === undefined) return;
    const others = numberFields(this.sheet.headers).filter((field) => field !== named.field);
    const mayBeOther = others.length > 0 || labelField(this.sheet.headers, named.field) !== undefined;
    const choice =
      named.how === 'alias' && mayBeOther
        ? chooseNumber(named.field, others, (field) => this.numberLook(field))
        : { fields: [named.field], isSure: true };
    this.numberChoice = { ...choice, how: named.how };
  }

  private get numberField(): number | undefined {
    return this.numberChoice?.fields[0];
  }

  private numberLook(field: number): NumberLook {
    const known = this.numberLooks.get(field);
    if (known) return known;
    const { phones } = this.needs;
    const code = this.named('cellPhoneCountryCode')?.field;
    const cells = this.sample(field).map((text) => ['', text] as const);
    const pairs = (code === undefined ? cells : this.pairs(code, field)).slice(0, tellingNumbers);
    const numbers = pairs.flatMap(([text, cell]) => {
      const number = readNumberCell(cell, this.codeOf(text), phones);
      return 'untold' in number ? [] : [phones.describe(number.national, number.callingCode)?.kind];
    });
    const share = (all: readonly unknown[], some: readonly unknown[]) =>
      all.length === 0 ? 0 : some.length / all.length;
    const label = labelField(this.sheet.headers, field);
    const labels = label === undefined ? [] : this.pairs(label, field).map(([text]) => text);
    const look: NumberLook = {
      isFilled: cells.length > 0,
      inUse: share(pairs, numbers),
      mobile: share(
        pairs,
        numbers.filter((kind) => kind === 'mobile'),
      ),
      maybeMobile: share(
        pairs,
        numbers.filter((kind) => kind === 'mobile' || kind === 'fixedLineOrMobile'),
      ),
      labelled: share(cells, labels),
      labelledMobile: share(
        labels,
        labels.filter((text) => mobileWord.test(text)),
      ),
      labelledFax: share(
        labels,
        labels.filter((text) => faxWord.test(text)),
      ),
    };
    this.numberLooks.set(field, look);
    return look;
  }

  private number(): void {
    if (this.numberChoice === undefined) return;
    const { fields, isSure, how } = this.numberChoice;
    const doubt = how === 'similar' ? 'similarName' : isSure ? undefined : 'untellingValues';
    for (const field of fields) this.numberFrom(field, how, doubt);
  }

  private numberFrom(field: number, how: Recognised['how'], doubt: OfferReason | undefined): void {
    const code = this.columns.cellPhoneCountryCode;
    // The documented columns are sent as they stand; a zero in front may be one that is only dialled.
    const isDocumented = how === 'exact' && this.named('cellPhoneCountryCode')?.how === 'exact';
    const isPlain =
      isDocumented || (this.share(field, (text) => /^[1-9]\d*$/.test(text)) === 1 && !this.holdsCode(field));
    const hasCodes = this.share(field, (text) => this.hasOwnCode(text));
    this.take(
      'cellPhoneNumber',
      isPlain || this.sample(field).length === 0 ? { field } : { field, part: 'nationalNumber' },
      doubt,
    );
    if (code !== undefined || isPlain || hasCodes === 0) return;
    this.take(
      'cellPhoneCountryCode',
      { field, part: 'callingCode' },
      doubt ?? (hasCodes >= half ? undefined : 'someNumbers'),
    );
  }

  /** Whether a number without its mark holds, or may hold, the code that its row has. */
  private holdsCode(field: number): boolean {
    const code = this.columns.cellPhoneCountryCode;
    if (code === undefined || !('field' in code)) return false;
    return this.pairs(code.field, field).some(([text, cell]) => {
      const number = readNumberCell(cell, this.codeOf(text), this.needs.phones);
      return 'untold' in number ? number.untold === 'unclearNumber' : number.national !== cell;
    });
  }

  /** A dialing prefix, as the documentation has it; an office extension is none. */
  private extension(): void {
    const named = this.named('cellPhoneExtension');
    const isPrefix = named !== undefined && this.isDialingPrefix(named);
    this.columns.cellPhoneExtension = isPrefix ? { field: named.field } : { same: 'cellPhoneCountryCode' };
  }

  private isDialingPrefix(named: Named): boolean {
    const { field, how } = named;
    if (how !== 'alias') return how === 'exact';
    if (!this.tellsByName(named)) return this.share(field, (text) => /^(?:\+|00)[1-9]/.test(text)) >= most;
    return this.sample(field).length === 0 || this.share(field, (text) => this.isDialCode(text)) >= most;
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
      } else if (prefixWord.test(name) && this.isConfirmedCode(field)) {
        this.offer('cellPhoneCountryCode', { field, part: 'countryCallingCode' }, 'values');
      } else if (
        this.share(field, looksLikeSalutation) >= most &&
        this.share(field, isKnownSalutation) >= half
      ) {
        this.offer('salutation', this.salutationSource(field), 'values');
      }
    }
  }

  /** Whether nearly all numbers are some with what the field has as their dial code. */
  private isConfirmedCode(field: number): boolean {
    if (this.numberField === undefined || this.share(field, (text) => this.isDialCode(text)) < most)
      return false;
    const pairs = this.pairs(field, this.numberField);
    return (
      pairs.filter(([text, number]) => this.isOf(number, this.codeOf(text))).length >= pairs.length * most
    );
  }

  private hasOwnCode(text: string): boolean {
    return !('untold' in readNumberCell(text, undefined, this.needs.phones));
  }

  private isDialCode(text: string): boolean {
    return this.needs.phones.isCallingCode(callingCodeDigits(text) ?? '');
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
    const offers = (this.offers[column] ??= []);
    // What its header says goes before what its values look like.
    if (offers.every((known) => fieldOf(known.source) !== fieldOf(source))) offers.push({ source, reason });
  }

  /** Which share of the first filled cells is so; 0 of a field without any. */
  private share(field: number, isSo: (text: string) => boolean): number {
    const cells = this.sample(field);
    return cells.length === 0 ? 0 : cells.filter(isSo).length / cells.length;
  }

  private sample(field: number): readonly string[] {
    const known = this.samples.get(field);
    if (known) return known;
    const cells: string[] = [];
    const last = Math.min(this.sheet.recordCount, mostRecords);
    for (let record = 1; record < last && cells.length < tellingCells; record++) {
      if (!this.sheet.isRow(record)) continue;
      const text = textOf(this.sheet, record, field);
      if (text !== '') cells.push(text);
    }
    this.samples.set(field, cells);
    return cells;
  }
}

/** Not by letters of a gender, or what is a language as well, `de`, `fr`. */
function isKnownSalutation(text: string): boolean {
  return (
    translatedSalutation(text) !== undefined && (text.length > 2 || documentedSalutation(text) !== undefined)
  );
}

/** The value of a cell; empty where it says nothing. */
function textOf(sheet: ContactSheet, record: number, field: number): string {
  const text = cellValue(sheet, record, field).normalize('NFKC').trim();
  return isBlankText(text) || placeholder.test(text) ? '' : text;
}

/** What labels of numbers say. */
const mobileWord = /mobil|cell|handy|gsm|whatsapp|iphone|portable|móvil|celular/i;
const faxWord = /fax|pager/i;

/** In folded headers: something to call, and something that is not called. */
const phoneWord = /phone|tel|mobil|cell|gsm|whatsapp|телефон|电话|電話|전화|هاتف/;
const notToCall = /fax|pager|id$|account|order|invoice|vat|tax|iban|zip|plz/;
const prefixWord = /prefi|vorwahl|indicat|dial|isd|^code$|kod$|区号|國碼/;
const countryWord =
  /country|land|pays|pais|paese|nation|strana|страна|国家|国$|국가|kraj|ulke|quocgia|negara|الدولة|البلد/;
