import { crc32 } from 'node:zlib';

/** Digits of a CRC-32, and the blank behind them. */
const checkLength = 9;

/** The line of a ledger that holds a text: its CRC-32 in eight digits, a blank, the text. */
export function checkedLine(text: string): string {
  return `${crc32(text).toString(16).padStart(8, '0')} ${text}`;
}

/**
 * The reverse of {@link checkedLine}; `undefined` for a line that is not as it was written. One wrong letter of a hash, an
 * outcome or an id leaves good JSON, and would tell of another row, or a lie about this one.
 */
export function textOfLine(line: string): string | undefined {
  const text = line.slice(checkLength);
  return line === checkedLine(text) ? text : undefined;
}
