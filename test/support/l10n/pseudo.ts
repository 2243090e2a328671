import manifestWords from '../../../package.nls.json' with { type: 'json' };
import { keptBundle } from './bundle';
import { readMessage, wordPlaces } from './icu';

/** VS Code's name for the language of nobody: English whose letters all have marks, so that bare English is seen. */
export const pseudoLanguage = 'qps-ploc';

const english = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Each letter of English, as one that reads the same and is in no English word. */
const marked = 'ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ';

/** What a translator leaves as it is: icons, the target of a link, code, the link to a setting. */
const kept = /\$\([\w~-]+\)|(?<=\])\([^)]*\)|`[^`]*`|#[\w.]+#/g;

/** A text in the pseudo-language, but for what a translator leaves, and where `isWord` says no. */
function pseudoText(text: string, isWord: (at: number) => boolean = () => true): string {
  const left = [...text.matchAll(kept)].map(({ 0: { length }, index }) => [index, index + length] as const);
  const isLeft = (at: number) => left.some(([start, end]) => at >= start && at < end);
  return text.replace(/[a-z]/gi, (letter, at: number) =>
    isWord(at) && !isLeft(at) ? marked.charAt(english.indexOf(letter)) : letter,
  );
}

/**
 * A message of the bundle in the pseudo-language: `{0}`, `{count, plural, one {…} other {…}}` and what else ICU reads
 * stay as they are, and the words in them change.
 * @throws Error when ICU cannot read it
 */
export function pseudo(message: string): string {
  const words = wordPlaces(readMessage(message));
  return pseudoText(message, (at) => words.some(([start, end]) => at >= start && at < end));
}

/** The bundle as a translator would give it back. */
export function pseudoBundle(): Readonly<Record<string, string>> {
  return mapValues(keptBundle(), pseudo);
}

/** The manifest's words as a translator would give them back: they have nothing filled in. */
export function pseudoManifestWords(): Readonly<Record<keyof typeof manifestWords, string>> {
  return mapValues(manifestWords, (text) => pseudoText(text));
}

/** A Markdown page as a translator would give it back. */
export function pseudoPage(page: string): string {
  return pseudoText(page);
}

function mapValues<Key extends string>(
  words: Readonly<Record<Key, string>>,
  change: (text: string) => string,
): Record<Key, string> {
  const entries = Object.entries<string>(words).map(([key, text]) => [key, change(text)]);
  return Object.fromEntries(entries) as Record<Key, string>;
}
