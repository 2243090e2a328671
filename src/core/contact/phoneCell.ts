import { asciiNumber } from './digits';
import { mangling } from './mangling';
import type { PhoneNumbers } from './phoneNumbers';
import { severalNumbers } from './severalNumbers';
import { trimmedNumber } from './text';

/** The two parts of a number, digits only. */
export interface NumberParts {
  readonly callingCode: string;
  readonly national: string;
  /** The office extension behind it, for which a contact has no place. */
  readonly extension?: string;
}

/**
 * Why a cell's number cannot be told. `unclearNumber`: it could be two different ones. `noCountry`: the number has no country code. `notInUse`: its country, or the one that
 * goes for numbers without a code, has no such number.
 */
export type NumberUntold = 'several' | 'mangled' | 'unreadable' | 'noCountry' | 'notInUse' | 'unclearNumber';

/**
 * The parts of the number in a cell, however it is written: `+91 98765 43210`, `0091…`, `(202) 555-0143`, `tel:…`, with
 * an extension. An empty cell has empty parts.
 * @param from where numbers without a country code are dialled from: an ISO code or the digits of a calling code
 */
export function readNumberCell(
  cell: string,
  from: string | undefined,
  phones: Pick<PhoneNumbers, 'read'>,
): NumberParts | { readonly untold: NumberUntold } {
  const text = trimmedNumber(asciiNumber(cell)).replace(/\p{Pd}/gu, '-');
  if (text === '') return { callingCode: '', national: '' };
  if (text.length > longest) return { untold: 'unreadable' };
  if (severalNumbers(text, (part) => phones.read(part, from)?.isInUse === true)) return { untold: 'several' };
  const number = unwrapped(text);
  if (number === undefined) return { untold: 'mangled' };
  // `0221 4710/4711`: digits of a second one, behind a number that is whole.
  const [first = '', ...others] = number.split(/[/;,|](?! *ext)/i);
  if (others.some((other) => /\d{2}/.test(other)) && phones.read(first, from)?.isInUse) {
    return { untold: 'several' };
  }
  const read = phones.read(number, from);
  // Digits too many, a decimal place, another country's number: what no one can have is none that was meant.
  if (read?.isDoubtful) return { untold: 'unclearNumber' };
  if (read?.isInUse) {
    const { callingCode, national, extension } = read;
    return { callingCode, national, ...(extension !== undefined && { extension }) };
  }
  if (read) return { untold: 'notInUse' };
  if (/^(?:\+|00)/.test(number) || !dialled.test(number)) return { untold: 'unreadable' };
  return { untold: from === undefined ? 'noCountry' : 'notInUse' };
}

/** Longer texts are no numbers, nor several. */
const longest = 200;

/** Digits and what people put between them, with an extension perhaps. */
const dialled = /^\(?\d(?:[\s().\-/]*\d){4,}\)?(?:[\s,;.]*(?:ext\.?|x|#)\s*\d{1,7})?$/i;

/**
 * A number without what spreadsheets and links put around it, the country code's brackets too; `undefined` when a
 * spreadsheet has taken digits away.
 */
function unwrapped(text: string): string | undefined {
  const { how, sure = false } = mangling(text) ?? {};
  const bare = text.replace(/^\(\s*(\+|00)\s*(\d{1,3})\s*\)/, '$1$2 ').replace(/^\+\s+/, '+');
  switch (how) {
    case 'exponent':
    case 'errorValue':
      return undefined;
    case 'date':
      return sure ? undefined : bare;
    case 'apostrophe':
      return text.slice(1).trim();
    case 'scheme':
      return text.slice(text.indexOf(':') + 1).trim();
    case 'decimal':
      // Behind a number that is written in groups: which digits are its own?
      return /^\+?\d+[.,]/.test(text) ? text.replace(/[.,]0+$/, '') : undefined;
    case 'thousands':
      return text.replace(/\.0{1,2}$/, '').replace(/[^\d+]/g, '');
    case undefined:
      return /^[^.,]*\d[.,]0$/.test(text) ? undefined : bare;
  }
}
