import { env, l10n } from 'vscode';
import type { PhoneNumbers } from '../../core/contact';
import { counted } from '../counted';

/** Where countries share a calling code: the one that gave it its name goes first. */
const mainCountries = new Set(['AU', 'CW', 'FI', 'GB', 'GP', 'IT', 'MA', 'NO', 'RE', 'RU', 'SH', 'US']);

/** The countries of a calling code, named in the editor's language; made once, when the numbering plans are there. */
export class CountryNames {
  private readonly displayNames = new Intl.DisplayNames([env.language, 'en'], { type: 'region' });
  private readonly list = new Intl.ListFormat(env.language, { type: 'unit' });
  private readonly byCode = new Map<string, string[]>();

  constructor(phones: Pick<PhoneNumbers, 'countries'>) {
    for (const { iso, callingCode } of phones.countries()) {
      const countries = this.byCode.get(callingCode);
      if (countries === undefined) this.byCode.set(callingCode, [iso]);
      else if (mainCountries.has(iso)) countries.unshift(iso);
      else countries.push(iso);
    }
  }

  /** Digits of every calling code that countries have, in the order of the numbers. */
  get callingCodes(): readonly string[] {
    return [...this.byCode.keys()].toSorted((a, b) => Number(a) - Number(b));
  }

  /** Name of the country with that ISO 3166 code; the code itself when it has no name. */
  nameOf(iso: string): string {
    return this.displayNames.of(iso) ?? iso;
  }

  /** Every country of a calling code, as a list; empty when none has it. */
  allOf(callingCode: string): string {
    return this.listed(this.names(callingCode));
  }

  /** As {@link allOf}, but of more than three only the first one, and how many others there are. */
  someOf(callingCode: string): string {
    const names = this.names(callingCode);
    const [first = ''] = names;
    return names.length <= 3
      ? this.listed(names)
      : counted(l10n.t('{first} and {count, plural, one {# other} other {# others}}'), {
          first,
          count: names.length - 1,
        });
  }

  private listed(names: readonly string[]): string {
    return this.list.format(names);
  }

  private names(callingCode: string): readonly string[] {
    return (this.byCode.get(callingCode) ?? []).map((iso) => this.nameOf(iso));
  }
}
