import { outcomes, type Outcome, type RowNote } from '../run/outcome';

/**
 * What a ledger tells of a row. `refused`: with all of a request of several rows, of which the stream may have stored
 * some; `refusedAlone`: by itself.
 */
export type ToldOutcome = Outcome | 'refusedAlone';

/** As other imports are told of it: of rows that are `present`, those under another name apart. */
export type EarlierOutcome = ToldOutcome | 'otherName';

const letters: Readonly<Record<ToldOutcome, string>> = {
  created: 'c',
  notReturned: 'n',
  refused: 'r',
  refusedAlone: 'i',
  unknown: 'u',
  present: 'p',
  absent: 'a',
  notSent: 's',
};
export const toldOutcomes: readonly ToldOutcome[] = [...outcomes, 'refusedAlone'];
const outcomeOf = new Map(toldOutcomes.map((outcome) => [letters[outcome], outcome]));

/** The letter of an outcome in a ledger. */
export function letterOf(outcome: ToldOutcome): string {
  return letters[outcome];
}

/** The reverse of {@link letterOf}; what is not understood is `unknown`. */
export function outcomeOfLetter(letter: string): ToldOutcome {
  return outcomeOf.get(letter) ?? 'unknown';
}

/** The notes that a ledger keeps, without their texts; that of a whole request is told by the outcome, that of a row left out by other ledgers. */
export type ToldNote = Exclude<RowNote['kind'], 'batch' | 'leftOut'>;

const noteLetters: Readonly<Record<ToldNote, string>> = {
  storedAs: 'n',
  otherName: 'o',
  deleted: 'd',
  status: 's',
  createdAt: 't',
  repeatedId: 'r',
};
export const toldNotes = Object.keys(noteLetters) as readonly ToldNote[];
const noteOf = new Map(toldNotes.map((note) => [noteLetters[note], note]));
const noNote = 'x';

/** `c998n2` for 998 times `created` and twice `notReturned`. */
export function encodeOutcomes(list: readonly ToldOutcome[]): string {
  return encodeRuns(list.map(letterOf));
}

/** Notes as {@link encodeOutcomes} writes outcomes; `undefined` where there is none. */
export function encodeNotes(list: readonly (RowNote | undefined)[]): string | undefined {
  const letters = list.map((note) => (note && isTold(note.kind) ? noteLetters[note.kind] : noNote));
  return letters.every((letter) => letter === noNote) ? undefined : encodeRuns(letters);
}

function isTold(kind: RowNote['kind']): kind is ToldNote {
  return kind in noteLetters;
}

/** The reverse of {@link encodeNotes}; what is not understood is none. @param most as in {@link decodeOutcomes} */
export function decodeNotes(text: string, most: number): (ToldNote | undefined)[] {
  return decodeRuns(text, most).map((letter) => noteOf.get(letter));
}

function encodeRuns(letters: readonly string[]): string {
  return letters.join('').replace(/(.)\1*/g, (run, letter: string) => `${letter}${run.length}`);
}

function decodeRuns(text: string, most: number): string[] {
  const letters: string[] = [];
  for (const [, letter = '', count] of text.matchAll(/([a-z])(\d{1,9})/g))
    for (let left = Math.min(Number(count), most - letters.length); left > 0; left--) letters.push(letter);
  return letters;
}

/**
 * The reverse of {@link encodeOutcomes}; what is not understood is `unknown`.
 * @param most so many are read: one damaged digit must not fill the memory
 */
export function decodeOutcomes(text: string, most: number): ToldOutcome[] {
  return decodeRuns(text, most).map(outcomeOfLetter);
}

/** `0-999 1200` for places that rise. */
export function encodePlaces(places: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const place of places) {
    const last = ranges.at(-1);
    if (last?.[1] === place - 1) last[1] = place;
    else ranges.push([place, place]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(' ');
}

/**
 * The reverse of {@link encodePlaces}.
 * @param rows how many there are: places behind them are none
 */
export function decodePlaces(text: string, rows: number): number[] {
  const places: number[] = [];
  for (const [, from, to = from] of text.matchAll(/(\d{1,9})(?:-(\d{1,9}))?/g)) {
    const last = Math.min(Number(to), rows - 1);
    for (let place = Number(from); place <= last; place++) places.push(place);
  }
  return places;
}

/** Whether a text of {@link encodePlaces} names places behind so many rows. */
export function namesPlacesBeyond(text: string, rows: number): boolean {
  for (const [number] of text.matchAll(/\d+/g)) if (Number(number) >= rows) return true;
  return false;
}
