import { asciiNumber } from './digits';

/** A number as it is dialled, and what its text shows of it. */
export interface NumberText {
  /** Digits of all scripts as ASCII ones, letters as the digits of their keys, without an extension. */
  readonly text: string;
  /** Whether the text can be read as a number at all: of a part that is masked, nothing tells what it hides. */
  readonly isNumber: boolean;
  /** Whether that needed no reading of letters, which may also be a mask or words: only then can it prove that it is no other number. */
  readonly isPlain: boolean;
}

/** A keypad's letters (ITU-T E.161), by what stands on the key of each digit. */
const keys = ['', '', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];
const keyOf = new Map(
  keys.flatMap((letters, digit) => Array.from(letters, (letter) => [letter, String(digit)] as const)),
);

const extension = /(\d)[\s,;.]*(?:ext(?:ensio)?n?|x|#)[\s.:=]*\d{1,7}$/i;

/** Digits, and between two of them one dash, dot, slash or bracket, with spaces around it. Linear: each turn takes a digit. */
const plain = /^(?:tel: ?)?\(? ?\+? ?\(? ?\d(?: ?(?:[-./]|\) ?[-./]? ?\(?|[-./]? ?\()? ?\d)*\)?$/i;
/** A word is written behind digits and in more than one letter; `98765NNNNN` is a mask. */
const keypad = /^[^a-z\d]*\d[^a-z]*([a-z])[^a-z]*(?:\1[^a-z]*)*(?!\1)[a-z]/i;

/** No number is written so long; what a stream sends is not bounded. */
const longest = 100;

/** Reads how a number is written: `1-800-FLOWERS` is `1-800-3569377`, `9876543210 ext. 5` is `9876543210`. */
export function readNumberText(written: string): NumberText {
  if (written.length > longest) return { text: written, isNumber: false, isPlain: false };
  const text = asciiNumber(written)
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(extension, '$1')
    .trim();
  if (plain.test(text)) return { text, isNumber: true, isPlain: true };
  const dialled = text.replace(/[a-z]/gi, (letter) => keyOf.get(letter.toLowerCase()) ?? '');
  const isNumber = keypad.test(text) && plain.test(dialled);
  return { text: isNumber ? dialled : text, isNumber, isPlain: false };
}
