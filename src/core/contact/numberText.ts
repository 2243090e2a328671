import { asciiDigits } from './digits';

/** A number as it is dialled, or why its text tells none. */
export interface NumberText {
  /** Digits of all scripts as ASCII ones, letters as the digits of their keys, without an extension. */
  readonly text: string;
  /** Whether the text shows the whole number: not if parts are masked, or if it has no digit. */
  readonly isWhole: boolean;
}

/** A keypad's letters (ITU-T E.161), by what stands on the key of each digit. */
const keys = ['', '', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];
const keyOf = new Map(
  keys.flatMap((letters, digit) => Array.from(letters, (letter) => [letter, String(digit)] as const)),
);

const extension = /(?<=\d[\s,;.]*)(?:;?ext(?:ensio)?n?|x|#)[\s.:=]*\d{1,7}\s*$/i;
/** What stands in place of digits that are not shown; a lone x among other letters is one of a word. */
const mask = /[*•●?]{2,}|…|x{3,}|^[^a-z]*x[^a-wyz]*$/i;

const foreignLetter = /[^\P{L}a-z]/iu;

/** Reads how a number is written: `1-800-FLOWERS` is `1-800-3569377`, `9876543210 ext. 5` is `9876543210`. */
export function readNumberText(written: string): NumberText {
  const text = asciiDigits(written)
    .replace(/[＋﹢]/g, '+')
    .replace(extension, '');
  const isWhole = /\d/.test(text) && !mask.test(text) && !foreignLetter.test(text);
  if (!isWhole || !/[a-z]/i.test(text)) return { text, isWhole };
  return { text: text.replace(/[a-z]/gi, (letter) => keyOf.get(letter.toLowerCase()) ?? ''), isWhole };
}
