import type { Mismatch } from './run/mismatch';
import type { ImportSource, SendableRows } from './source/source';

/**
 * The lines of the user's file whose rows must be held back so that the others can leave, after a request did not hold
 * what was checked: the row at fault, and those that were held back before. `undefined` when that is no way out: no
 * single row is at fault, or none would be left.
 *
 * @param heldBack by place in the source
 */
export async function linesToHoldBack(
  { row }: Mismatch,
  source: Pick<ImportSource, 'rowCount' | 'groups'>,
  heldBack: ReadonlyMap<number, unknown>,
): Promise<readonly number[] | undefined> {
  if (row === undefined) return undefined;
  if (heldBack.size + 1 >= source.rowCount) return undefined;
  const lines = [row.line];
  for await (const group of source.groups()) {
    for (const { index, line } of group) if (heldBack.has(index)) lines.push(line);
  }
  return lines;
}

/** By place in the source: why rows are held back, those on these lines too. */
export async function alsoHeldBack(
  { source, heldBack }: SendableRows,
  lines: readonly number[],
  reason: string,
): Promise<ReadonlyMap<number, string>> {
  const wanted = new Set(lines);
  const besides = new Map<number, string>();
  for await (const group of source.groups()) {
    for (const { index, line } of group) if (wanted.has(line)) besides.set(index, reason);
  }
  return new Map([...besides, ...heldBack]);
}
