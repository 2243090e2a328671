import {
  type ContactColumn,
  contactColumns,
  fieldsOfOthers,
  fullNameFields,
  isUntelling,
  looksLikeNumber,
  looksLikeSalutation,
  numberFields,
  type Recognised,
  splitName,
} from '../contact';
import type { ContactSheet } from '../checks';
import { chooseNumber } from './chooseNumber';
import { CodeLook } from './codeLook';
import { fieldOf, usualNameReading, type ColumnSource, type NamePart } from './columnMap';
import { fullNameOf, isName, orderOf } from './fullNameLook';
import type { Guess, Offer, OfferReason } from './guess';
import type { MapNeeds } from './rowReading';
import { NumberLooks } from './numberLook';
import { distinctValues, guessTable, translates } from './salutations';
import { half, most, Samples } from './samples';
import { holdsSalutations, isPartOf, likenessOf, saysMobile } from './valueLook';

/** Columns whose values are asked what they may be: a list has no more, and each takes some ms. */
const mostColumns = 200;

/** Columns whose header says the same, all of whose values are looked at: a list has no more. */
const mostAlike = 20;

/** The sources that header and values suggest for each column. */
export function guessColumns(sheet: ContactSheet, needs: MapNeeds): Guess {
  return new Guesser(sheet, needs).guess();
}

/** A field that a header cell gives to a column. */
interface Named {
  readonly field: number;
  readonly how: Recognised['how'];
}

class Guesser {
  private readonly columns: Partial<Record<ContactColumn, ColumnSource>> = {};
  private readonly offers: Partial<Record<ContactColumn, Offer[]>> = {};
  private readonly samples: Samples;
  private readonly codes: CodeLook;
  /** Fields that are another person's than those of whom the header is about. */
  private readonly ofOthers: ReadonlySet<number>;
  /** A field that has a whole name, though its header says that it is the first or the last one. */
  private wholeName: number | undefined;
  /** The fields that may be the number, the likeliest first, and why they are only offered. */
  private numbers: { readonly fields: readonly number[]; readonly doubt?: OfferReason } = { fields: [] };

  constructor(
    private readonly sheet: ContactSheet,
    private readonly needs: MapNeeds,
  ) {
    this.samples = new Samples(sheet);
    this.codes = new CodeLook(this.samples, needs);
    this.ofOthers = fieldsOfOthers(sheet.headers);
  }

  guess(): Guess {
    this.findWholeName();
    this.name('firstName');
    this.name('lastName');
    this.salutation();
    this.chooseNumber();
    this.countryCode();
    this.number();
    this.extension();
    this.fullName();
    this.byValues();
    const open = contactColumns.flatMap((column) => {
      const offers = this.columns[column] ? undefined : this.offers[column];
      return offers ? [[column, offers.toSorted((a, b) => +isLast(a) - +isLast(b))] as const] : [];
    });
    return { columns: this.columns, offers: Object.fromEntries(open) };
  }

  private findWholeName(): void {
    const [first, last] = [this.named('firstName'), this.named('lastName')];
    if (first === undefined || last === undefined) {
      const only = first ?? last;
      const isWhole =
        only?.how === 'alias' &&
        fullNameFields(this.sheet.headers).length === 0 &&
        this.samples.share(only.field, (text) => text.includes(' ') && isName(text)) >= most;
      if (isWhole) this.wholeName = only.field;
      return;
    }
    if (first.how === 'exact' && last.how === 'exact') return;
    const pairs = this.samples.pairs(first.field, last.field);
    const whole = fullNameOf(pairs, this.headerOf(last.field), most);
    if (whole !== undefined) this.wholeName = whole === 'last' ? last.field : first.field;
    // A nickname is no last name.
    if (whole === 'eitherWay') this.ignored.add(last.field);
  }

  private readonly ignored = new Set<number>();

  private name(column: 'firstName' | 'lastName'): void {
    const named = this.named(column);
    if (named === undefined || named.field === this.wholeName || this.ignored.has(named.field)) return;
    const { field, how } = named;
    if (how === 'alias' && this.samples.share(field, looksLikeSalutation) >= most) return;
    const isInParts = how === 'alias' && column === 'lastName' && this.hasPartOf('lastName');
    this.take(column, { field }, how === 'similar' ? 'similarName' : isInParts ? 'partElsewhere' : undefined);
  }

  private hasPartOf(column: 'lastName' | 'cellPhoneNumber'): boolean {
    return this.sheet.headers.some(
      (header, field) =>
        isPartOf(column, header, field, this.samples) &&
        // What the numbers confirm is their country's.
        !(this.numberField !== undefined && this.codes.isConfirmed(field, this.numberField)),
    );
  }

  private salutation(): void {
    const named = this.named('salutation');
    if (named === undefined) return;
    const { field, how } = named;
    const tells =
      how === 'exact' ||
      (this.tellsByName(named)
        ? this.samples.isEmpty(field) || this.samples.share(field, looksLikeSalutation) >= half
        : holdsSalutations(field, this.samples));
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
    const { samples, codes } = this;
    const isCode = (text: string) => codes.isDialCode(text);
    const isWritten = samples.share(field, (text) => /^\+[1-9]\d{0,2}$/.test(text) && isCode(text)) === 1;
    const isFilled = !samples.isEmpty(field);
    const isDialCode = isFilled && samples.share(field, isCode) >= most;
    const isCountry = isFilled && samples.share(field, (text) => codes.codeOf(text) !== undefined) >= most;
    const source: ColumnSource =
      !isWritten && (isDialCode || isCountry) ? { field, part: 'countryCallingCode' } : { field };
    const isTold = this.tellsByName(named);
    const isSure = isDialCode || (isTold && (!isFilled || isCountry));
    const isRefuted = () =>
      this.numberField !== undefined && codes.isRefuted(field, this.numberField, isTold);
    if (how === 'similar') this.take('cellPhoneCountryCode', source, 'similarName');
    else if (how === 'exact' || (isSure && !isRefuted())) this.take('cellPhoneCountryCode', source);
    else this.take('cellPhoneCountryCode', source, isCountry && !isDialCode ? 'country' : 'untellingValues');
  }

  /** Which of the columns of numbers is it. */
  private chooseNumber(): void {
    const named = this.named('cellPhoneNumber');
    if (named === undefined) return;
    const { field, how } = named;
    const { headers } = this.sheet;
    if (how === 'similar') {
      this.numbers = { fields: [field], doubt: 'similarName' };
      return;
    }
    const known = numberFields(headers)
      .filter((other) => other !== field)
      .slice(0, mostAlike);
    const mobile = saysMobile(this.headerOf(field))
      ? []
      : [...headers.keys()]
          .filter(
            (other) =>
              other !== field &&
              !known.includes(other) &&
              !this.ofOthers.has(other) &&
              saysMobile(this.headerOf(other)),
          )
          .slice(0, mostAlike)
          .filter((other) => this.samples.holds(other, half, looksLikeNumber));
    if (how === 'exact') {
      const filled = [...known, ...mobile].filter((other) => !this.samples.isEmpty(other));
      const isPassed = this.samples.isEmpty(field) && filled.length > 0;
      this.numbers = isPassed ? { fields: [...filled, field], doubt: 'namedIsEmpty' } : { fields: [field] };
      return;
    }
    const code = this.named('cellPhoneCountryCode')?.field;
    const looks = new NumberLooks(headers, this.samples, this.codes, this.needs, code);
    const choice = chooseNumber(field, [...known, ...mobile], (other) => looks.of(other));
    const unheard = mobile.filter((other) => !choice.fields.includes(other));
    const fields = [...unheard, ...choice.fields];
    this.numbers = choice.isSure && unheard.length === 0 ? { fields } : { fields, doubt: 'untellingValues' };
  }

  private get numberField(): number | undefined {
    return this.numbers.fields[0];
  }

  private number(): void {
    const { fields, doubt } = this.numbers;
    const isInParts = doubt === undefined && this.hasPartOf('cellPhoneNumber');
    for (const field of fields) {
      const hasCodes = this.samples.share(field, (text) => this.codes.isInNumber(text));
      const why = doubt ?? (isInParts && hasCodes < half ? 'partElsewhere' : undefined);
      this.take('cellPhoneNumber', this.numberSource(field), why);
      // Once the code has a source, the others have none of their own.
      if (this.columns.cellPhoneCountryCode !== undefined || hasCodes === 0) continue;
      const source: ColumnSource = { field, part: 'callingCode' };
      this.take('cellPhoneCountryCode', source, why ?? (hasCodes >= half ? undefined : 'someNumbers'));
    }
  }

  /** The documented columns are sent as they stand; elsewhere a number may hold its country code, or what is only dialled. */
  private numberSource(field: number): ColumnSource {
    const isDocumented = [this.named('cellPhoneNumber'), this.named('cellPhoneCountryCode')].every(
      (named) => named?.how === 'exact',
    );
    return isDocumented ? { field } : { field, part: 'nationalNumber' };
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
    if (!this.tellsByName(named)) {
      return this.samples.share(field, (text) => /^(?:\+|00)[1-9]/.test(text)) >= most;
    }
    const isCode = (text: string) => this.codes.isDialCode(text);
    return this.samples.share(field, isCode) >= most;
  }

  private fullName(): void {
    if (this.columns.firstName && this.columns.lastName) return;
    const named = fullNameFields(this.sheet.headers)
      .slice(0, mostAlike)
      .filter((field) => !this.isTaken(field) && this.samples.holds(field, half, isName));
    const field = this.wholeName ?? named.find((one) => !this.ofOthers.has(one)) ?? named[0];
    if (field === undefined) return;
    const first = this.columns.firstName;
    const pairs = first && 'field' in first ? this.samples.pairs(first.field, field) : [];
    const order = orderOf(this.headerOf(field), this.samples.of(field), pairs);
    const part = (name: NamePart['part']): NamePart => ({ field, part: name, ...usualNameReading, order });
    this.offer('firstName', part('firstName'), 'fullName');
    this.offer('lastName', part('lastName'), 'fullName');
    const hasTitle = this.samples.of(field).some((text) => {
      const name = splitName(text, order);
      return 'salutation' in name && name.salutation !== '';
    });
    if (hasTitle) this.offer('salutation', part('salutation'), 'fullName');
  }

  /** Columns that no header means, by what the values of others look like. */
  private byValues(): void {
    for (const [field, header] of this.sheet.headers.slice(0, mostColumns).entries()) {
      if (this.isTaken(field)) continue;
      const code: ColumnSource = { field, part: 'countryCallingCode' };
      switch (likenessOf(header, field, this.samples, this.codes, this.numberField)) {
        case 'number':
          this.offer('cellPhoneNumber', { field, part: 'nationalNumber' }, 'values');
          break;
        case 'country':
          this.offer('cellPhoneCountryCode', code, 'country');
          break;
        case 'code':
          this.offer('cellPhoneCountryCode', code, 'values');
          break;
        case 'salutation':
          this.offer('salutation', this.salutationSource(field), 'values');
          break;
        case undefined:
      }
    }
  }

  private headerOf(field: number): string {
    return this.sheet.headers[field] ?? '';
  }

  private named(column: ContactColumn): Named | undefined {
    const field = this.sheet.fieldOf[column];
    const how = field === undefined ? undefined : this.sheet.recognised[field]?.how;
    return field === undefined || how === undefined ? undefined : { field, how };
  }

  /** Whether the header says what it is, so that no value needs to. */
  private tellsByName({ field, how }: Named): boolean {
    return how === 'exact' || (how === 'alias' && !isUntelling(this.headerOf(field)));
  }

  private isTaken(field: number): boolean {
    if (this.sheet.ownFields.includes(field)) return true;
    return Object.values(this.columns).some((source) => 'field' in source && source.field === field);
  }

  /** @param doubt why it is only offered; a default without, unless it is another person's */
  private take(column: ContactColumn, source: ColumnSource, doubt?: OfferReason): void {
    const field = fieldOf(source);
    const isOfOther = field !== undefined && this.ofOthers.has(field);
    const why = isOfOther ? 'otherPerson' : doubt;
    if (why === undefined) this.columns[column] = source;
    else this.offer(column, source, why);
  }

  private offer(column: ContactColumn, source: ColumnSource, reason: OfferReason): void {
    const offers = (this.offers[column] ??= []);
    // What its header says goes before what its values look like.
    if (offers.every((known) => fieldOf(known.source) !== fieldOf(source))) offers.push({ source, reason });
  }
}

/** What is somebody else's comes behind all that may be the contact's own. */
function isLast({ reason }: Offer): boolean {
  return reason === 'otherPerson';
}
