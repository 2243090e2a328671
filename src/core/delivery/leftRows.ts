import { numberIn } from './ledger/entries';
import type { Hasher } from './ledger/hasher';
import { actionOutcomes } from './outcomeActions';
import { isBrought, type Reopened } from './reopened';
import { PlaceLists } from './rowsByHash';
import type { ImportRow, Outcome } from './run/outcome';
import { inSlices } from './source/source';

/** A row that was left, as CSV text without a line break as it stands in the user's file, and why. */
interface LeftRow {
  readonly record: string;
  readonly reason: string;
}

/**
 * The rows of an import that were left, as they are in the file now and in its order; with them those whose number is on
 * the stream under another name.
 * @param mended as {@link mendedRows} gives them
 * @param reasons by place in the import, wherever the row is in the file now: why it was left, as far as that was told
 * @param label why a row was left of which nothing else is known
 */
export async function leftRows(
  { record: ledger, source, report, heldBack, elsewhere, edited }: Reopened,
  mended: ReadonlyMap<number, ImportRow>,
  reasons: ReadonlyMap<number, string>,
  label: (outcome: Outcome) => string,
): Promise<readonly LeftRow[]> {
  const rows: (LeftRow & { readonly line: number })[] = [];
  for await (const group of source.groups()) {
    for (const { index, line, record, inFile } of group) {
      const outcome = report.outcomeAt(index);
      const isOpen = isLeft(outcome) && !isBrought(ledger, outcome, elsewhere.get(index));
      const hasOtherName = report.hasOtherName(index);
      if (!isOpen && !hasOtherName) continue;
      // What was told of the name that was sent need not be true of the one that it has now.
      const isTrue = !hasOtherName || !edited.has(index);
      rows.push({
        line,
        record: inFile ?? record,
        reason: heldBack.get(index) ?? (isTrue ? reasons.get(index) : undefined) ?? label(outcome),
      });
    }
  }
  for (const [place, { line, record, inFile }] of mended) {
    const reason = reasons.get(place) ?? label(report.outcomeAt(place));
    rows.push({ line, record: inFile ?? record, reason });
  }
  return rows.sort((a, b) => a.line - b.line).map(({ record, reason }) => ({ record, reason }));
}

/**
 * Rows of the file that stand for refused ones which it no longer has: they have the number, and other values by now. To
 * an import that goes on they are new; whoever saves what was left wants them as they were mended.
 * @returns by place in the import
 */
export async function mendedRows(
  { record, content, source, report, missing }: Reopened,
  hasher: Pick<Hasher, 'row'>,
): Promise<ReadonlyMap<number, ImportRow>> {
  const mended = new Map<number, ImportRow>();
  const refused = new PlaceLists(record.begun.rows);
  let isAny = false;
  for (const place of [...missing].sort((a, b) => b - a)) {
    const hash = report.outcomeAt(place) === 'refused' ? record.hashAt(place) : '';
    if (hash === '') continue;
    refused.push(numberIn(hash), place);
    isAny = true;
  }
  if (!isAny) return mended;
  const known = new Set<number>();
  for await (const group of inSlices(source.groups())) for (const { line } of group) known.add(line);
  for await (const group of inSlices(content.source.groups())) {
    for (const row of group) {
      if (known.has(row.line)) continue;
      const place = refused.take(numberIn(hasher.row(row.values)));
      if (place !== undefined) mended.set(place, row);
    }
  }
  return mended;
}

/** Places of rows that were left and that the file no longer has as they were sent: they were removed, or edited. */
export function leftMissing(
  { report, missing }: Pick<Reopened, 'report' | 'missing'>,
  mended: ReadonlyMap<number, ImportRow>,
): readonly number[] {
  return [...missing]
    .filter((place) => !mended.has(place) && (isLeft(report.outcomeAt(place)) || report.hasOtherName(place)))
    .sort((a, b) => a - b);
}

function isLeft(outcome: Outcome): boolean {
  return actionOutcomes.saveRest.includes(outcome);
}
