import { looksLikeNumber, numberFields } from '../contact';
import { chooseNumber } from './chooseNumber';
import { CodeLook } from './codeLook';
import type { ColumnSource } from './columnMap';
import type { OfferReason } from './guess';
import { mostAlike, type Guessing, type Named } from './guessing';
import { NumberLooks } from './numberLook';
import type { MapNeeds } from './rowReading';
import { half, most, type Samples } from './samples';
import { isPartOf, saysMobile } from './valueLook';

/** The sources of numbers, country codes and extensions. */
export class NumberGuesser {
  readonly codes: CodeLook;
  private readonly samples: Samples;
  /** The fields that may be the number, the likeliest first, and why they are only offered. */
  private numbers: { readonly fields: readonly number[]; readonly doubt?: OfferReason } = { fields: [] };

  constructor(
    private readonly guessing: Guessing,
    private readonly needs: MapNeeds,
  ) {
    this.samples = guessing.samples;
    this.codes = new CodeLook(guessing.samples, needs);
  }

  /** The likeliest field of numbers. */
  get numberField(): number | undefined {
    return this.numbers.fields[0];
  }

  all(): void {
    this.chooseNumber();
    this.countryCode();
    this.number();
    this.extension();
  }

  /** Which of the columns of numbers is it. */
  private chooseNumber(): void {
    const named = this.guessing.named('cellPhoneNumber');
    if (named === undefined) return;
    const { field, how } = named;
    const { headers } = this.guessing.sheet;
    if (how === 'similar') {
      this.numbers = { fields: [field], doubt: 'similarName' };
      return;
    }
    const known = numberFields(headers)
      .filter((other) => other !== field)
      .slice(0, mostAlike);
    const mobile = saysMobile(this.guessing.headerOf(field))
      ? []
      : [...headers.keys()]
          .filter(
            (other) =>
              other !== field &&
              !known.includes(other) &&
              !this.guessing.ofOthers.has(other) &&
              saysMobile(this.guessing.headerOf(other)),
          )
          .slice(0, mostAlike)
          .filter((other) => this.samples.holds(other, half, looksLikeNumber));
    if (how === 'exact') {
      const filled = [...known, ...mobile].filter((other) => !this.samples.isEmpty(other));
      const isPassed = this.samples.isEmpty(field) && filled.length > 0;
      this.numbers = isPassed ? { fields: [...filled, field], doubt: 'namedIsEmpty' } : { fields: [field] };
      return;
    }
    const code = this.guessing.named('cellPhoneCountryCode')?.field;
    const looks = new NumberLooks(headers, this.samples, this.codes, this.needs, code);
    const choice = chooseNumber(field, [...known, ...mobile], (other) => looks.of(other));
    const unheard = mobile.filter((other) => !choice.fields.includes(other));
    const fields = [...unheard, ...choice.fields];
    this.numbers = choice.isSure && unheard.length === 0 ? { fields } : { fields, doubt: 'untellingValues' };
  }

  /** A dial code; an ISO code may be that of an address. */
  private countryCode(): void {
    const named = this.guessing.named('cellPhoneCountryCode');
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
    const isTold = this.guessing.tellsByName(named);
    const isSure = isDialCode || (isTold && (!isFilled || isCountry));
    const isRefuted = () =>
      this.numberField !== undefined && codes.isRefuted(field, this.numberField, isTold);
    if (how === 'similar') this.guessing.take('cellPhoneCountryCode', source, 'similarName');
    else if (how === 'exact' || (isSure && !isRefuted())) this.guessing.take('cellPhoneCountryCode', source);
    else
      this.guessing.take(
        'cellPhoneCountryCode',
        source,
        isCountry && !isDialCode ? 'country' : 'untellingValues',
      );
  }

  private number(): void {
    const { fields, doubt } = this.numbers;
    const isInParts = doubt === undefined && this.hasAreaCodes;
    for (const field of fields) {
      const hasCodes = this.samples.share(field, (text) => this.codes.isInNumber(text));
      const why = doubt ?? (isInParts && hasCodes < half ? 'partElsewhere' : undefined);
      this.guessing.take('cellPhoneNumber', this.numberSource(field), why);
      // Once the code has a source, the others have none of their own.
      if (this.guessing.columns.cellPhoneCountryCode !== undefined || hasCodes === 0) continue;
      const source: ColumnSource = { field, part: 'callingCode' };
      this.guessing.take(
        'cellPhoneCountryCode',
        source,
        why ?? (hasCodes >= half ? undefined : 'someNumbers'),
      );
    }
  }

  /** The documented columns are sent as they stand; elsewhere a number may hold its country code, or what is only dialled. */
  private numberSource(field: number): ColumnSource {
    const isDocumented = [
      this.guessing.named('cellPhoneNumber'),
      this.guessing.named('cellPhoneCountryCode'),
    ].every((named) => named?.how === 'exact');
    return isDocumented ? { field } : { field, part: 'nationalNumber' };
  }

  /** A dialing prefix, as the documentation has it; an office extension is none. */
  private extension(): void {
    const named = this.guessing.named('cellPhoneExtension');
    const isPrefix = named !== undefined && this.isDialingPrefix(named);
    this.guessing.columns.cellPhoneExtension = isPrefix
      ? { field: named.field }
      : { same: 'cellPhoneCountryCode' };
  }

  private isDialingPrefix(named: Named): boolean {
    const { field, how } = named;
    if (how !== 'alias') return how === 'exact';
    if (!this.guessing.tellsByName(named)) {
      return this.samples.share(field, (text) => /^(?:\+|00)[1-9]/.test(text)) >= most;
    }
    const isCode = (text: string) => this.codes.isDialCode(text);
    return this.samples.share(field, isCode) >= most;
  }

  /** Whether another column has a part of the number. */
  private get hasAreaCodes(): boolean {
    return this.guessing.sheet.headers.some(
      (header, field) =>
        isPartOf('cellPhoneNumber', header, field, this.samples) &&
        // What the numbers confirm is their country's.
        !(this.numberField !== undefined && this.codes.isConfirmed(field, this.numberField)),
    );
  }
}
