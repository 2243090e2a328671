import { judgementOf, type ListRule } from '../checks';
import { detached } from './detached';
import type { Places } from './lines';
import { LineTable } from './lineTable';

/** Together they take some 120 MB. */
const mostNumbers = 8_000_000;
/** A row with a number that no other row has is not shorter, in bytes. */
const fewestBytes = 4;

/**
 * The rule `phone.duplicate` for a file that comes in pieces: as `duplicatePhone`, but what it remembers outlives the
 * piece, and takes little room.
 */
export class RepeatedNumbers {
  /** Line of the row that had the number first, for the finding that was reported last. */
  firstLine = 0;
  private readonly lines: FirstLines;

  /** @param bytes size of the file */
  constructor(bytes: number) {
    this.lines = new FirstLines(Math.min(mostNumbers, bytes / fewestBytes));
  }

  /** Whether every row was compared with all rows before it. */
  get isComplete(): boolean {
    return this.lines.isComplete;
  }

  /** The rule for the next piece. */
  rule(places: Places): ListRule {
    return {
      code: 'phone.duplicate',
      beginList: (report, needs) => {
        return (row) => {
          const { key } = judgementOf(row, needs);
          if (key === undefined) return;
          const range = row.cell('cellPhoneNumber');
          const first = this.lines.claim(key, places.at(range.start).line);
          if (first === undefined) return;
          this.firstLine = first;
          // The first number may be in another piece: it is told by its line.
          report({ code: 'phone.duplicate', range, first: range });
        };
      },
    };
  }
}

/** Keys up to this length are exact as numbers with a `1` in front, which keeps leading zeros apart (E.164: 15 digits). */
const mostExactDigits = 15;
/** Longer keys are no phone numbers. So many of them are kept, as text. */
const mostLongKeys = 200_000;

/**
 * Remembers on which line each key of digits came first. It takes 15 bytes a key, a fifth of what a `Map` takes, for
 * files of many million rows.
 */
export class FirstLines {
  /** False once there was no room for a key: later lines were then compared with only a part of those before them. */
  isComplete = true;
  private readonly short: LineTable;
  private readonly long = new Map<string, number>();

  /** @param room about how many keys there is room for; at least some thousand */
  constructor(room: number) {
    this.short = new LineTable(room);
  }

  /** @returns the line that had the key before; `undefined` when none is known to, and this one is the first */
  claim(digits: string, line: number): number | undefined {
    return digits.length <= mostExactDigits
      ? this.claimShort(numberOf(digits), line)
      : this.claimLong(digits, line);
  }

  private claimShort(key: number, line: number): number | undefined {
    const first = this.short.get(key);
    if (first === undefined && !this.short.add(key, line)) this.isComplete = false;
    return first;
  }

  private claimLong(key: string, line: number): number | undefined {
    const first = this.long.get(key);
    if (first !== undefined) return first;
    if (this.long.size < mostLongKeys) this.long.set(detached(key), line);
    else this.isComplete = false;
    return undefined;
  }
}

const zero = 0x30;

/** The digits as a number, a `1` in front. */
function numberOf(digits: string): number {
  let number = 1;
  for (let at = 0; at < digits.length; at++) number = number * 10 + digits.charCodeAt(at) - zero;
  return number;
}
