import type { Mismatch } from './run/mismatch';
import type { ImportSource } from './source/source';

/**
 * The lines of the user's file whose rows must be held back so that the others can leave, after a request did not hold
 * what was checked: the row at fault, and those that were held back before. `undefined` when that is no way out: no
 * single row is at fault, none would be left, or rows of the source cannot be held back.
 *
 * @param heldBack by place in the source
 */
export async function linesToHoldBack(
  { row }: Mismatch,
  source: Pick<ImportSource, 'isAsShown' | 'rowCount' | 'groups'>,
  heldBack: ReadonlyMap<number, unknown>,
): Promise<readonly number[] | undefined> {
  if (row === undefined || source.isAsShown !== true) return undefined;
  if (heldBack.size + 1 >= source.rowCount) return undefined;
  const lines = [row.line];
  for await (const group of source.groups()) {
    for (const { index, line } of group) if (heldBack.has(index)) lines.push(line);
  }
  return lines;
}
