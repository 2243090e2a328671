import metadata from 'libphonenumber-js/max/metadata';

/** A country's numbering plan, as far as it tells valid numbers. */
interface Plan {
  readonly valid: RegExp;
  /** How all numbers of a country begin that shares its calling code; `undefined` where validity must tell. */
  readonly start: RegExp | undefined;
}

/** Where what is needed stands in a country's plan: METADATA.md and `metadata.js` of libphonenumber-js, version 4 of the data. */
const at = { pattern: 2, lengths: 3, trunkPrefix: 5, prefix: 7, start: 10, kinds: 11 } as const;

/** Of other lengths no number is, or the library has further rules. */
const plainLength = '\\d{4,15}';

/**
 * Tells most valid numbers, of those that are written in digits only, by the library's own data: its way to the same
 * answer makes a dozen regular expressions for each number, and takes twenty times as long. Here one is made for each
 * country, when it is first asked about.
 */
export class ValidDigits {
  private readonly known = new Map<string, readonly Plan[]>();

  /**
   * Whether digits are surely a valid number, dialled from the country or countries of a calling code, with nothing to be
   * taken off. Otherwise the library must be asked.
   */
  has(number: string, callingCode: string): boolean {
    // Of countries that share the code the first one counts that the number begins as, else the first that has it.
    for (const { start, valid } of this.plansOf(callingCode)) {
      if (start?.test(number) === false) continue;
      const isValid = valid.test(number);
      if (isValid || start !== undefined) return isValid;
    }
    return false;
  }

  private plansOf(callingCode: string): readonly Plan[] {
    const known = this.known.get(callingCode);
    if (known !== undefined) return known;
    const plans = readPlans(callingCode);
    this.known.set(callingCode, plans);
    return plans;
  }
}

function readPlans(callingCode: string): readonly Plan[] {
  const countries = metadata.country_calling_codes[callingCode] ?? [];
  const all = countries.map((country): readonly unknown[] => metadata.countries[country] ?? []);
  // What may stand before a number, to be taken off or turned into something else: the first country's rule goes for all.
  const prefix = textOf(all[0]?.[at.prefix]) ?? textOf(all[0]?.[at.trunkPrefix]);
  // The library has a closer look at numbers that begin like one with its country code, too.
  const closerLook = prefix === undefined ? callingCode : `${callingCode}|${prefix}`;
  return all.map((data) => {
    const start = textOf(data[at.start]);
    return {
      valid: validNumber(data, closerLook),
      start: all.length > 1 && start !== undefined ? new RegExp(`^(?:${start})`) : undefined,
    };
  });
}

/** @param closerLook what the number must not begin with */
function validNumber(data: readonly unknown[], closerLook: string): RegExp {
  const kinds = listOf(data[at.kinds]).flatMap((kind) => {
    const [pattern, lengths] = listOf(kind);
    const text = textOf(pattern);
    const possible = listOf(lengths ?? data[at.lengths]).map((length) => `\\d{${String(length)}}`);
    return text === undefined ? [] : [`(?=(?:${possible.join('|')})$)(?:${text})`];
  });
  const whole = textOf(data[at.pattern]) ?? nothing;
  return new RegExp(
    `^(?!${closerLook})(?=${plainLength}$)(?=(?:${whole})$)(?:${kinds.join('|') || nothing})$`,
  );
}

const nothing = '(?!)';

/** The data has 0 in the place of what is not there. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
