import { dateLike } from './dates';

/** A shape that spreadsheets give to numbers. */
export interface MangledShape {
  readonly how: 'exponent' | 'date' | 'errorValue' | 'decimal' | 'thousands' | 'apostrophe' | 'scheme';
  /** No phone number is written so. Otherwise some are, and the numbering plan must decide. */
  readonly sure: boolean;
}

/** But for dates. In this order: the first shape that fits is it. */
const shapes: readonly (readonly [pattern: RegExp, shape: MangledShape])[] = [
  // Each language has its own: `#N/A`, `#NV`, `#¡VALOR!`.
  [/^#+$|^#n\/a$|^#[¡¿]?\p{Lu}[\p{Lu}\d/_. ]*[!?]?$/u, { how: 'errorValue', sure: true }],
  // What stands before a value that is to be kept as text, and before a number in a link.
  [/^['’‘`]\s*\(?[+\d][^'’‘`]*$/, { how: 'apostrophe', sure: true }],
  [/^(?:tel|callto|sms):\s*[+\d(]/i, { how: 'scheme', sure: true }],
  // A plus that was sent in an address is a space.
  [/^[+-]?\d+(?:[.,]\d+)?\s?e\s?\+?\s?\d+$/i, { how: 'exponent', sure: true }],
  // Groups of three, in India also of two before the last one; perhaps with zeros behind a decimal point.
  [/^\+?\d{1,3}([,'’])(?:\d{2,3}\1)*\d{3}(?:\.0{1,2})?$/, { how: 'thousands', sure: true }],
  // Behind a written number as many zeros as spreadsheets show; more of them may be its last group.
  [/^\+?[\d\s()/\p{Pd}]*\d[.,]0{1,2}$/u, { how: 'decimal', sure: true }],
  [/^\+?\d+[.,]0+$/, { how: 'decimal', sure: false }],
];

/**
 * The shape that a spreadsheet has given to a number: `9.19877E+11`, `12/05/2024`, `#####`, `9876543210.0`, `9,876,543,210`;
 * `undefined` for any other text. Points between groups are no sign of it: people write numbers so.
 */
export function mangling(number: string): MangledShape | undefined {
  const text = number.trim();
  if (/^\+?\d*$/.test(text)) return undefined;
  const date = dateLike(text);
  if (date) return { how: 'date', sure: date === 'sure' };
  return shapes.find(([pattern]) => pattern.test(text))?.[1];
}

/**
 * The number before a spreadsheet had it. `undefined` where digits are gone, or where the value can be read in more than
 * one way.
 *
 * @param how `lostZero`: a zero in front, which belongs to the number, is gone
 */
export function restoredNumber(value: string, how: MangledShape['how'] | 'lostZero'): string | undefined {
  const bare = value.trim();
  switch (how) {
    case 'decimal':
      return bare.replace(/[.,]0+$/, '');
    case 'thousands':
      return thousands.test(bare) ? bare.replace(/[.,]0+$/, keepGroup).replace(/[^\d+]/g, '') : undefined;
    case 'lostZero':
      return /^\d+$/.test(bare) ? `0${bare}` : undefined;
    case 'apostrophe':
      return bare.slice(1).trim();
    case 'scheme':
      return bare.slice(bare.indexOf(':') + 1).trim();
    case 'exponent':
    case 'date':
    case 'errorValue':
      return undefined;
  }
}

/** Groups of three digits, in India also of two before the last one, with one kind of separator between, and perhaps zeros behind a decimal sign. */
const thousands = /^\+?\d{1,3}([.,'’\s])(?:\d{2,3}\1)*\d{3}(?:[.,]0{1,2})?$/u;

/** `,000` is a group of thousands, fewer zeros are decimals. */
function keepGroup(tail: string): string {
  return tail.length > 3 ? tail : '';
}
