import { asciiNumber } from './digits';
import { mangling } from './mangling';

/** Anything but digits and what people put between those of one number: it stands between two, a line break too. */
const divider = /[^\d\p{Zs}\p{Pd}().\-/+]+/u;

/** As many digits as numbers have without an area code; in the plans of islands they are fewer. */
const fewestDigits = 7;
const fewestOfPlan = 4;

/** No number has more, whatever is written in front of it (E.164: 15, behind `00` or a trunk zero). */
const mostDigits = 18;

/** Longer texts are no cells of numbers. */
const longest = 200;

/** Whether a text is a number that a country has. */
type IsValid = (number: string) => boolean;

/**
 * The numbers that stand in one cell, as they are written but for their digits, which are ASCII ones; `undefined` when there
 * is no more than one. What no number is written with stands between two. Spaces, dashes and slashes also stand within
 * one, so they divide only where the cell is no number and its parts are; a slash divides two that are as complete,
 * though the whole may be the number of a long plan.
 *
 * @param isValid asked only of a text that is long enough for two
 */
export function severalNumbers(text: string, isValid: IsValid): readonly string[] | undefined {
  const written = asciiNumber(text);
  const digits = digitsIn(written);
  if (digits < 2 * fewestOfPlan || written.length > longest) return undefined;
  const pieces = written.split(divider).flatMap(atPluses).map(bare);
  // Most are one number in its spaces.
  if (pieces.length === 1 && digits < 2 * fewestDigits && !written.includes('/')) return undefined;
  const numbers = pieces.flatMap((piece) => withinPiece(piece, isValid)).filter(isLongEnough);
  if (numbers.length > 1) return numbers;
  const short = pieces.flatMap((piece) => piece.split('/')).filter((piece) => piece !== '');
  if (numbers.length > 0 || short.length < 2) return undefined;
  if (pieces.length === 1 && isValid(written)) return undefined;
  return short.every((piece) => digitsIn(piece) >= fewestOfPlan && isValid(piece)) ? short : undefined;
}

/** What may stand directly at a number that is among words; a letter there may be a digit that was misread, or a mask. */
const beside = /^(?:$|(?![*•_?])[\s\p{P}\p{So}=<>|]|(?=\p{L}{2})(?!(\p{L})\1))/u;
/** A letter by itself that stands before an extension. */
const shortExtension = /^x\d{1,6}$/i;

/** The number in a text that says more: `WhatsApp: +91…`, `98… доб. 12`; `undefined` where none is the only one. */
export function numberWithin(text: string, isValid: IsValid): string | undefined {
  const written = asciiNumber(text);
  if (written.length > longest) return undefined;
  const pieces = written.split(divider).map(bare);
  const [number, ...others] = pieces.filter((piece) => digitsIn(piece) >= fewestOfPlan && isValid(piece));
  if (number === undefined || others.length > 0) return undefined;
  if (pieces.some((piece) => piece !== number && digitsIn(piece) >= fewestDigits)) return undefined;
  const at = written.indexOf(number);
  const before = Array.from(written.slice(0, at)).toReversed().join('');
  const behind = written.slice(at + number.length);
  if (before === '' && behind === '') return undefined;
  return beside.test(before) && (beside.test(behind) || shortExtension.test(behind)) ? number : undefined;
}

/** A plus behind a whole number begins another one, or stands for “and”. */
function atPluses(piece: string): readonly string[] {
  const [first = '', ...others] = piece.split('+');
  const parts = [first];
  for (const part of others) {
    const before = parts.pop() ?? '';
    if (digitsIn(before) < fewestDigits) parts.push(`${before}+${part}`);
    else parts.push(before, /^[\d(]/.test(part) ? `+${part}` : part);
  }
  return parts;
}

/** The numbers of a piece in which nothing stands that could not be within one number. */
function withinPiece(piece: string, isValid: IsValid): readonly string[] {
  if (digitsIn(piece) < 2 * fewestDigits) return [piece];
  const bySlashes = piece
    .split('/')
    .map(bare)
    .filter((part) => part !== '');
  const areWhole = bySlashes.length > 1 && bySlashes.every(isLongEnough);
  if (areWhole && bySlashes.every(isValid)) return bySlashes;
  if (isValid(piece)) return [piece];
  const halves = halvesOf(piece);
  if (halves.length > 0 && halves.every(isValid)) return halves;
  const divided = mostAlike(runsIn(piece), (number) => isLongEnough(number) && isValid(number));
  return divided ?? (areWhole ? bySlashes : [piece]);
}

/** Two numbers of one length without anything between them, if the whole is too long for one. */
function halvesOf(piece: string): readonly string[] {
  const half = piece.length / 2;
  return /^\d+$/.test(piece) && piece.length > mostDigits && Number.isInteger(half)
    ? [piece.slice(0, half), piece.slice(half)]
    : [];
}

/** A piece, and where each run of digits in it begins and ends, with the plus and the brackets around it. */
interface Runs {
  readonly piece: string;
  readonly runs: readonly { readonly start: number; readonly end: number }[];
}

function runsIn(piece: string): Runs {
  const runs = Array.from(piece.matchAll(/\d+/g), ({ index, 0: { length } }) => {
    let [start, end] = [index, index + length];
    while (/[+(]/.test(piece.charAt(start - 1))) start--;
    while (piece.charAt(end) === ')') end++;
    return { start, end };
  });
  return { piece, runs };
}

/** More runs are no few numbers; and each is asked about with those behind it. */
const mostRuns = 32;

/**
 * The runs divided into numbers whose lengths differ least; of several such ways the one whose numbers are short.
 * `undefined` where there is none.
 */
function mostAlike({ piece, runs }: Runs, isNumber: IsValid): readonly string[] | undefined {
  if (runs.length > mostRuns) return undefined;
  /** For each run the numbers that begin with it, the shortest first, and the run behind each. */
  const numbers = runs.map(({ start }, first) =>
    runs.slice(first).flatMap(({ end }, further) => {
      const number = bare(piece.slice(start, end));
      const length = digitsIn(number);
      return length <= mostDigits && isNumber(number) ? [{ number, length, next: first + further + 1 }] : [];
    }),
  );
  for (let spread = 0; spread <= mostDigits - fewestDigits; spread++) {
    for (let shortest = fewestDigits; shortest + spread <= mostDigits; shortest++) {
      const fits = ({ length }: { readonly length: number }) =>
        length >= shortest && length <= shortest + spread;
      /** For each run what the runs from it on are divided into. */
      const from: (readonly string[] | undefined)[] = [...runs.map(() => undefined), []];
      for (let run = runs.length - 1; run >= 0; run--) {
        const one = numbers[run]?.find((begun) => fits(begun) && from[begun.next] !== undefined);
        if (one) from[run] = [one.number, ...(from[one.next] ?? [])];
      }
      if (from[0] !== undefined && runs.length > 0) return from[0];
    }
  }
  return undefined;
}

function isLongEnough(number: string): boolean {
  const { how } = digitsIn(number) < fewestDigits ? { how: 'date' } : (mangling(number) ?? {});
  return how !== 'date';
}

function digitsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= zero && unit <= nine) count++;
  }
  return count;
}

const [zero, nine] = [0x30, 0x39];

/** Without what stands around a number: `(98765 43210)`, and the rest of brackets that held more. */
function bare(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && !/[\d+(]/.test(text.charAt(start))) start++;
  while (end > start && !/[\d)]/.test(text.charAt(end - 1))) end--;
  const number = text.slice(start, end);
  const [opened, closed] = [number.split('(').length - 1, number.split(')').length - 1];
  if (opened < closed && number.endsWith(')')) return bare(number.slice(0, -1));
  if (opened > closed && number.startsWith('(')) return bare(number.slice(1));
  return opened === 1 && number.startsWith('(') && number.endsWith(')') ? bare(number.slice(1, -1)) : number;
}
