import type { Contact } from '../../contact/contact';
import type { ImportAnswer } from '../contactAnswer';
import { reconcile } from './reconcile';
import type { ImportRow, RowResult } from './outcome';

/** What an answer says of the rows that were sent. */
export interface Judgement {
  /** One for each row, in their order. */
  readonly results: readonly RowResult[];
  /** Contacts that no row explains. */
  readonly unmatched: readonly Contact[];
}

/** Compares the rows of a batch with the stream's answer to it: with its contacts first, then with what it refuses. */
export function judge(rows: readonly ImportRow[], { contacts, refusals }: ImportAnswer): Judgement {
  const { rows: matches, unmatched } = reconcile(rows, contacts);
  const left = matches.filter(({ outcome }) => outcome === 'notReturned').map(({ row }) => row);
  const wordsOf = refusedRows(left, refusals);
  const results = matches.map((match): RowResult => {
    if (match.outcome === 'created') return { outcome: 'created', contact: match.contact };
    const words = wordsOf.get(match.row);
    return words === undefined ? { outcome: 'notReturned' } : { outcome: 'refused', words };
  });
  return { results, unmatched };
}

/** The stream's words for each row that one of its refusals is about. */
function refusedRows(
  rows: readonly ImportRow[],
  refusals: ImportAnswer['refusals'],
): ReadonlyMap<ImportRow, string> {
  if (refusals.length === 0) return new Map();
  // Compared as contacts are; the number in the list stands in for the id that a refusal lacks.
  const entries = refusals.map(({ of }, index): Contact => ({ ...of, id: String(index) }));
  const found = new Map<ImportRow, string>();
  for (const match of reconcile(rows, entries).rows) {
    if (match.outcome === 'created') found.set(match.row, refusals[Number(match.contact.id)]?.words ?? '');
  }
  return found;
}
