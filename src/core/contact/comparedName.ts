import type { ContactFields } from './contact';
import { foldedName } from './foldedName';
import { titles } from './nameWords';

/** The words of a name, whatever their order and the field in which they are: what a name is looked for by. */
export interface NameWords {
  /** Sorted, each once; none where nothing is known of the name. */
  readonly words: readonly string[];
  /** What is left of it as one word: `O’Brien` may be stored as `OBrien`. */
  readonly joined: ReadonlySet<string>;
}

/** Beside letters and digits, what a name is written with; by anything else it is hidden, `A***`. */
const readable = /^[\p{L}\p{M}\p{Nd}\s.,;:'"‘’`´()/&\p{Pd}]*$/u;
/** Longer names are known by their longest words. */
const mostWords = 4;

const nothing: NameWords = { words: [], joined: new Set() };

/** Reads them. A name that is hidden in part tells nothing. */
export function nameWords({
  firstName = '',
  lastName = '',
  fullName = '',
}: Pick<ContactFields, 'firstName' | 'lastName' | 'fullName'>): NameWords {
  const parts = [firstName, lastName, fullName];
  if (!parts.every((part) => readable.test(part))) return nothing;
  const [first = [], last = [], full = []] = parts.map(wordsOf);
  const words = [...new Set([...first, ...last, ...full])];
  if (words.length === 0) return nothing;
  const longest = words.toSorted((a, b) => b.length - a.length).slice(0, mostWords);
  return {
    words: longest.sort(),
    joined: new Set([[...first, ...last].join(''), full.join('')].filter((word) => word !== '')),
  };
}

function wordsOf(name: string): readonly string[] {
  const words = foldedName(name)
    .split(/[^\p{L}\p{M}\p{Nd}]+/u)
    .filter((word) => word !== '');
  const own = words.filter((word) => !titles.has(word));
  return own.length > 0 ? own : words;
}
