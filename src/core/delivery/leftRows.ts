import { actionOutcomes } from './outcomeActions';
import { isBrought, type Reopened } from './reopened';
import type { Outcome } from './run/outcome';

/** A row that was left, as CSV text without a line break as it stands in the user's file, and why. */
interface LeftRow {
  readonly record: string;
  readonly reason: string;
}

/**
 * The rows of an import that were left, as they are in the file now and in its order; with them those whose number is on
 * the stream under another name.
 * @param reasons by place in the import, wherever the row is in the file now: why it was left, as far as that was told
 * @param label why a row was left of which nothing else is known
 */
export async function leftRows(
  { record: ledger, source, report, heldBack, elsewhere }: Reopened,
  reasons: ReadonlyMap<number, string>,
  label: (outcome: Outcome) => string,
): Promise<readonly LeftRow[]> {
  const rows: LeftRow[] = [];
  for await (const group of source.groups()) {
    for (const { index, record, inFile } of group) {
      const outcome = report.outcomeAt(index);
      const isLeft =
        actionOutcomes.saveRest.includes(outcome) && !isBrought(ledger, outcome, elsewhere.get(index));
      if (!isLeft && !(outcome === 'present' && report.at(index)?.result.note?.kind === 'otherName'))
        continue;
      rows.push({
        record: inFile ?? record,
        reason: heldBack.get(index) ?? reasons.get(index) ?? label(outcome),
      });
    }
  }
  return rows;
}
