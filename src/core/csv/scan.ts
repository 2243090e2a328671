import { BlockScanner } from './blockScanner';
import { BlockText } from './blockText';
import type { Reading } from './reading';
import { common } from './runs';
import { CsvTable } from './table';

/** UTF-16 units that are read between two pauses: some tenths of a millisecond of work. */
const unitsBetweenPauses = 0x8000;

/**
 * Finds every record and field of a CSV text (RFC 4180 with `,`; LF or CRLF, also mixed; a lone CR is text; a byte
 * order mark at the start belongs to no field).
 *
 * Never fails: what a strict reader would refuse is kept as a quote problem, and reading goes on. A stray quote is
 * taken as text; a field whose quote is never closed reaches to the end.
 *
 * @param text the whole text; offsets in the result are UTF-16 code units into it
 * @param delimiter one UTF-16 code unit
 */
export function scan(text: string, delimiter = ','): CsvTable {
  const work = scanBlocks(BlockText.of(text), new BlockScanner(delimiter));
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * As {@link scan}, with pauses. Blocks that were read before are not read again.
 *
 * @param scanner for the character that divides the cells
 * @param before a table of the text before an edit, divided by the same character, of which most may be kept
 */
export function* scanBlocks(
  content: BlockText,
  scanner: BlockScanner,
  before?: CsvTable,
): Generator<undefined, CsvTable> {
  const { blocks } = content;
  const old = before?.content.blocks ?? [];
  const same = common(old, blocks);
  const readings = before?.readings.slice(0, same.front) ?? [];
  let unitsUntilPause = unitsBetweenPauses;
  for (let index = same.front; index < blocks.length; index++) {
    const inside = endsInside(readings, index);
    const oldIndex = index + old.length - blocks.length;
    if (index >= blocks.length - same.back && inside === endsInside(before?.readings ?? [], oldIndex)) {
      // From here on all is as it was.
      const rest = before?.readings.slice(oldIndex) ?? [];
      return new CsvTable(content, scanner.delimiter, readings.concat(rest), before);
    }
    const block = blocks[index];
    if (block === undefined) break;
    if (!block.isRead(inside)) {
      if (unitsUntilPause <= 0) {
        yield;
        unitsUntilPause = unitsBetweenPauses;
      }
      unitsUntilPause -= block.length;
    }
    readings.push(block.read(inside, scanner));
  }
  return new CsvTable(content, scanner.delimiter, readings, before);
}

/** Whether the text before a block ends inside a quoted field. */
function endsInside(readings: readonly Reading[], block: number): boolean {
  return readings[block - 1]?.endsInside ?? false;
}
