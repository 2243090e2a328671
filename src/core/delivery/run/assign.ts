import { type Compared, namesContradict } from '../../contact';

/** What has a number and a name to be compared by. */
export interface Comparable {
  readonly compared: Compared;
}

/** Which entry belongs to which row. */
export interface Assignment<Row, Entry> {
  /** Each row and each entry once at most. */
  readonly pairs: readonly (readonly [row: Row, entry: Entry])[];
  /** Rows with one number of which an entry explains one, but neither name nor count tells which. */
  readonly undecided: readonly (readonly [row: Row, entry: Entry])[];
}

/**
 * Gives rows the entries with their number. Of rows with one number the name decides; where it does not, an entry goes
 * to any of them only if there are enough for all, or they are alike. In time that grows with both.
 * @param anyName whether an entry may have a name that contradicts its row's
 */
export function assign<Row extends Comparable, Entry extends Comparable>(
  rows: Iterable<Row>,
  entries: Iterable<Entry>,
  anyName: boolean,
): Assignment<Row, Entry> {
  const pairs: (readonly [Row, Entry])[] = [];
  const undecided: (readonly [Row, Entry])[] = [];
  const entriesByNumber = grouped(entries, ({ compared }) => compared.number);
  if (entriesByNumber.size === 0) return { pairs, undecided };
  for (const [number, sameRows] of grouped(rows, ({ compared }) => compared.number)) {
    const sameEntries = entriesByNumber.get(number);
    if (sameEntries === undefined) continue;
    const left = byName(sameRows, sameEntries, pairs);
    const [first] = left.entries;
    if (first === undefined) continue;
    const isDecided = left.entries.length >= left.rows.length || areAlike(left.rows);
    if (!isDecided) undecided.push(...left.rows.map((row) => [row, first] as const));
    else
      for (const [index, row] of left.rows.entries()) {
        const entry = left.entries[index];
        if (entry && (anyName || !namesContradict(row.compared.name, entry.compared.name)))
          pairs.push([row, entry]);
      }
  }
  return { pairs, undecided };
}

function areAlike(rows: readonly Comparable[]): boolean {
  return new Set(rows.map(({ compared }) => compared.name.whole)).size === 1;
}

/** Pairs those of one number that have one name, in order, and gives the rest. */
function byName<Row extends Comparable, Entry extends Comparable>(
  rows: readonly Row[],
  entries: readonly Entry[],
  pairs: (readonly [Row, Entry])[],
): { readonly rows: readonly Row[]; readonly entries: readonly Entry[] } {
  // Alone with its number, a row needs no name.
  if (rows.length === 1 && entries.length === 1) return { rows, entries };
  const named = grouped(entries, ({ compared }) => compared.name.whole || undefined);
  const queues = new Map(Array.from(named, ([name, list]) => [name, list.values()] as const));
  const taken = new Set<Entry>();
  const left = rows.filter((row) => {
    const entry = queues.get(row.compared.name.whole)?.next().value;
    if (entry === undefined) return true;
    pairs.push([row, entry]);
    taken.add(entry);
    return false;
  });
  return { rows: left, entries: entries.filter((entry) => !taken.has(entry)) };
}

/** Lists under each of their keys, in order; what has none is left out. */
function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
