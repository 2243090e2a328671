import { trimmed, withoutControlCharacters } from './text';

/** The documented salutations. */
export type Salutation = 'Mr' | 'Mrs';

/** What can only mean one of the documented salutations, in lower case and without a point. Ms and Miss mean neither. */
const meanings: ReadonlyMap<string, Salutation> = new Map([
  ['mr', 'Mr'],
  ['mister', 'Mr'],
  ['mrs', 'Mrs'],
  ['missus', 'Mrs'],
]);

/**
 * What they are in other languages, where one word is for all men or for all women. Not here: words that tell of age or
 * marriage (Mlle, Fräulein), letters of a gender (M, F), titles, and `Fr.`, which is a Father too.
 */
const translations: ReadonlyMap<string, Salutation> = new Map(
  (
    [
      ['Mr', 'herr herrn hr monsieur señor senor senhor signor signore sig dhr meneer господин г-н'],
      ['Mr', 'shri shree श्री bapak bpk 先生 السيد'],
      ['Mrs', 'frau madame mme señora senora sra senhora signora sig.ra mevrouw mevr mw госпожа г-жа'],
      ['Mrs', 'smt shrimati श्रीमती ibu 女士 السيدة'],
    ] as const
  ).flatMap(([salutation, words]) => words.split(' ').map((word) => [word, salutation] as const)),
);

/**
 * The salutation that the value can only mean: `Mr` for `MR.`, and for `'Mr`, which a spreadsheet keeps as text; `undefined`
 * when it means neither.
 */
export function documentedSalutation(value: string): Salutation | undefined {
  return meanings.get(bare(value));
}

/** As {@link documentedSalutation}, and for what is certain in another language: `Mrs` for `Frau`. */
export function translatedSalutation(value: string): Salutation | undefined {
  // A department in capitals.
  if (trimmed(value) === 'HR') return undefined;
  return documentedSalutation(value) ?? translations.get(bare(value));
}

function bare(value: string): string {
  const text = trimmed(withoutControlCharacters(value))
    .replace(/^['’‘`]/, '')
    .normalize('NFC')
    .toLowerCase();
  return text.endsWith('.') ? text.slice(0, -1).trimEnd() : text;
}
