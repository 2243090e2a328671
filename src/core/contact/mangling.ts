/** A shape that spreadsheets give to numbers. */
export interface MangledShape {
  readonly how: 'exponent' | 'date' | 'errorValue' | 'decimal' | 'thousands' | 'apostrophe' | 'scheme';
  /** No phone number is written so. Otherwise some are, and the numbering plan must decide. */
  readonly sure: boolean;
}

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const dayOrMonth = `${day}[/]${day}[/](?:\\d{2}|\\d{4})`;
const dotted = `${day}([.-])(?:0?[1-9]|1[0-2])\\1(?:\\d{2}|(?:19|20)\\d{2})`;
const iso = '(?:19|20)\\d{2}[-/](?:0?[1-9]|1[0-2])[-/](?:0?[1-9]|[12]\\d|3[01])';
const time = '(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?Z?)?';

/** In this order: the first shape that fits is it. */
const shapes: readonly (readonly [pattern: RegExp, shape: MangledShape])[] = [
  // Each language has its own: `#N/A`, `#NV`, `#¡VALOR!`.
  [/^#+$|^#n\/a$|^#[¡¿]?\p{Lu}[\p{Lu}\d/_. ]*[!?]?$/u, { how: 'errorValue', sure: true }],
  [/^\d+:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:\s?[ap]m)?$/i, { how: 'date', sure: true }],
  // What stands before a value that is to be kept as text, and before a number in a link.
  [/^['’‘`]\s*\(?[+\d][^'’‘`]*$/, { how: 'apostrophe', sure: true }],
  [/^(?:tel|callto|sms):\s*[+\d(]/i, { how: 'scheme', sure: true }],
  // A plus that was sent in an address is a space.
  [/^[+-]?\d+(?:[.,]\d+)?\s?e\s?\+?\s?\d+$/i, { how: 'exponent', sure: true }],
  [new RegExp(`^(?:${dayOrMonth}|${iso})${time}$`), { how: 'date', sure: true }],
  [
    new RegExp(`^(?:${day}[-/ .])?${month}[-/ .]\\d{2,4}$|^${day}[-/ .]${month}$`, 'i'),
    { how: 'date', sure: true },
  ],
  [new RegExp(`^${dotted}${time}$`), { how: 'date', sure: false }],
  // Groups of three, in India also of two before the last one; perhaps with zeros behind a decimal point.
  [/^\+?\d{1,3}([,'’])(?:\d{2,3}\1)*\d{3}(?:\.0{1,2})?$/, { how: 'thousands', sure: true }],
  [/^\+?\d+[.,]0+$/, { how: 'decimal', sure: true }],
];

/**
 * The shape that a spreadsheet has given to a number: `9.19877E+11`, `12/05/2024`, `#####`, `9876543210.0`, `9,876,543,210`;
 * `undefined` for any other text. Points between groups are no sign of it: people write numbers so.
 */
export function mangling(number: string): MangledShape | undefined {
  const text = number.trim();
  if (/^\+?\d*$/.test(text)) return undefined;
  return shapes.find(([pattern]) => pattern.test(text))?.[1];
}
