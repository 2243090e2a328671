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
      const isOpen = isLeft(outcome) && !isBrought(ledger, outcome, elsewhere.get(index));
      if (!isOpen && !report.hasOtherName(index)) continue;
      rows.push({
        record: inFile ?? record,
        reason: heldBack.get(index) ?? reasons.get(index) ?? label(outcome),
      });
    }
  }
  return rows;
}

/** Places of rows that were left and that the file no longer has as they were sent: they were removed, or edited. */
export function leftMissing({ report, missing }: Pick<Reopened, 'report' | 'missing'>): readonly number[] {
  return [...missing]
    .filter((place) => isLeft(report.outcomeAt(place)) || report.hasOtherName(place))
    .sort((a, b) => a - b);
}

function isLeft(outcome: Outcome): boolean {
  return actionOutcomes.saveRest.includes(outcome);
}
