import type { ContactSheet, Finding, FindingCode } from '../checks';
import { contactColumns } from '../contact';
import { removeColumns } from './columns';
import type { FixKind, TextEdit } from './fix';
import { fixesFor } from './fixesFor';
import { editsInSteps } from './fixOf';
import { deleteRows } from './rows';
import { isPause, type Steps } from './steps';

/**
 * One list of edits that mends all of the findings which offer a fix of that kind, in the order of the text and not
 * overlapping; of two edits that would touch, the first one is kept.
 *
 * @param findings of this sheet, in any order
 * @param answer the value asked for, unquoted, when the fix asks
 */
export function* fixAllOf(
  findings: readonly Finding[],
  kind: FixKind,
  sheet: ContactSheet,
  answer?: string,
): Steps<readonly TextEdit[]> {
  const { table } = sheet;
  const edits: TextEdit[] = [];
  const places: number[] = [];
  for (const [at, finding] of findings.entries()) {
    if (isPause(at)) yield;
    const fix = fixesFor(finding, sheet).find((offered) => offered.kind === kind);
    if (fix === undefined) continue;
    // Neighbours share a delimiter or a line break, so these are worked out together.
    if (kind === 'deleteRow') places.push(table.cellAt(finding.range.start)?.record ?? 0);
    else if (kind === 'removeColumn') places.push(table.cellAt(finding.range.start)?.field ?? 0);
    else for (const edit of yield* editsInSteps(fix, answer)) edits.push(edit);
  }
  const ascending = [...new Set(places)].sort((a, b) => a - b);
  if (kind === 'deleteRow') return yield* deleteRows(table, ascending);
  if (kind === 'removeColumn') return ascending.length > 0 ? yield* removeColumns(table, ascending) : [];
  return apart(edits);
}

/** What is decided for one cell only: a value that is typed, or a form of address. */
const single: ReadonlySet<FixKind> = new Set(['fillCell', 'writeMr', 'writeMrs']);

/**
 * Whether a fix makes sense for every finding of its code at once. Not where it is a decision about one row; and
 * columns that are not known are not removed together while one of the six is missing, which any of them may be.
 */
export function mayFixAll(code: FindingCode, kind: FixKind, sheet: ContactSheet): boolean {
  if (single.has(kind) || (code === 'value.required' && kind === 'deleteRow')) return false;
  if (kind !== 'removeColumn' || code !== 'columns.unknown') return true;
  return contactColumns.every((column) => sheet.fieldOf[column] !== undefined);
}

/** In the order of the text, without those that touch one before. */
function apart(edits: readonly TextEdit[]): readonly TextEdit[] {
  let end = -1;
  return edits
    .toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
    .filter(({ range }) => {
      if (range.start <= end) return false;
      end = range.end;
      return true;
    });
}
