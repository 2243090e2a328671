import { BlockScanner } from './blockScanner';
import { BlockText } from './blockText';
import type { Reading } from './reading';
import { CsvTable } from './table';
import { toEnd } from './toEnd';

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
  return toEnd(scanBlocks(BlockText.of(text), new BlockScanner(delimiter)));
}

/**
 * As {@link scan}, with pauses. A block that was read before, in a text before an edit, is not read again: it remembers.
 *
 * @param scanner always the same one for these blocks, which remember how they read and not by which delimiter
 */
export function* scanBlocks(content: BlockText, scanner: BlockScanner): Generator<undefined, CsvTable> {
  const readings: Reading[] = [];
  let inside = false;
  let unitsUntilPause = unitsBetweenPauses;
  for (const block of content.blocks) {
    if (!block.isRead(inside)) {
      if (unitsUntilPause <= 0) {
        yield;
        unitsUntilPause = unitsBetweenPauses;
      }
      unitsUntilPause -= block.length;
    }
    const reading = block.read(inside, scanner);
    readings.push(reading);
    inside = reading.endsInside;
  }
  return new CsvTable(content, scanner.delimiter, readings);
}
