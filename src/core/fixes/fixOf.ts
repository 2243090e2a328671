import { type CsvTable, toEnd } from '../csv';
import { rewrite, type Cell } from './cells';
import type { Fix, FixKind, TextEdit } from './fix';
import type { Steps } from './steps';

/** A fix that only its user can want: it deletes, fills in, closes or converts. */
export function fix(kind: FixKind, edits: Fix['edits']): Fix {
  return { kind, safe: false, edits };
}

/** As {@link fix}, for one that goes through the whole file. */
export function wholeFix(kind: FixKind, inSteps: (answer?: string) => Steps<readonly TextEdit[]>): Fix {
  return { kind, safe: false, inSteps, edits: (answer) => toEnd(inSteps(answer)) };
}

/** The edits of a fix, with pauses where they take long. */
export function* editsInSteps(fix: Fix, answer?: string): Steps<readonly TextEdit[]> {
  return fix.inSteps ? yield* fix.inSteps(answer) : fix.edits(answer);
}

/** A fix that gives one cell another value, if it is another and the cell's quotes are in order. */
export function valueFixes(
  table: CsvTable,
  cell: Cell | undefined,
  mend: (value: string) => string,
  { kind, safe }: Pick<Fix, 'kind' | 'safe'>,
): readonly Fix[] {
  if (!cell?.isSound) return [];
  const value = mend(cell.value);
  return value === cell.value ? [] : [{ kind, safe, edits: () => [rewrite(table, cell, value)] }];
}
