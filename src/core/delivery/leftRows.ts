import { isOnStream } from './ledger/earlierRows';
import { actionOutcomes } from './outcomeActions';
import type { Reopened } from './reopened';
import type { Outcome } from './run/outcome';

/** A row that was left, as CSV text without a line break, and why. */
interface LeftRow {
  readonly record: string;
  readonly reason: string;
}

/**
 * The rows of an import that were left, as they are in the file now and in its order.
 * @param reasons by place in the import, wherever the row is in the file now: why it was left, as far as that was told
 * @param label why a row was left of which nothing else is known
 * @param others by place: further rows, whose number a contact with another name has
 */
export async function leftRows(
  { source, report, heldBack, elsewhere }: Reopened,
  reasons: ReadonlyMap<number, string>,
  label: (outcome: Outcome) => string,
  others: ReadonlySet<number> = new Set(),
): Promise<readonly LeftRow[]> {
  const rows: LeftRow[] = [];
  for await (const group of source.groups()) {
    for (const { index, record } of group) {
      const outcome = report.outcomeAt(index);
      const isLeft = actionOutcomes.saveRest.includes(outcome) && !isOnStream(elsewhere.get(index));
      if (!isLeft && !(outcome === 'present' && others.has(index))) continue;
      rows.push({ record, reason: heldBack.get(index) ?? reasons.get(index) ?? label(outcome) });
    }
  }
  return rows;
}
