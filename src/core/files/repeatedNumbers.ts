import type { ListRule } from '../checks/rule';
import { judgementOf } from '../checks/phoneProblem';
import { FirstLines } from './firstLines';
import type { Places } from './places';

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
      beginList: (report, { phones }) => {
        return (row) => {
          const { key } = judgementOf(row, phones);
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
