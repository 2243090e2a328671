import { outcomes, type Outcome } from '../run/outcome';

const none: ReadonlySet<Outcome> = new Set();

/** What became of rows each time that an import sent them, by their hashes. Of those that never left there is nothing. */
export class RowPasts {
  private readonly byHash = new Map<string, number>();
  /** As many sets as there are combinations: rows share them. */
  private readonly sets = new Map<number, ReadonlySet<Outcome>>();
  private readonly open = new Set<string>();

  /** How many different rows have left before. */
  get size(): number {
    return this.byHash.size;
  }

  /** Imports that left some of these rows `unknown` or `absent`; their ledgers tell when and how these were looked for. */
  get openImports(): readonly string[] {
    return [...this.open];
  }

  /** An import sent a row with this hash, and that came of it. */
  add(hash: string, outcome: Outcome, importId: string): void {
    this.byHash.set(hash, (this.byHash.get(hash) ?? 0) | (1 << outcomes.indexOf(outcome)));
    if (outcome === 'unknown' || outcome === 'absent') this.open.add(importId);
  }

  /** Every outcome that a row with this hash had in an import; none when it never left. */
  of(hash: string): ReadonlySet<Outcome> {
    const bits = this.byHash.get(hash);
    if (bits === undefined) return none;
    const known = this.sets.get(bits) ?? new Set(outcomes.filter((_, index) => (bits & (1 << index)) !== 0));
    this.sets.set(bits, known);
    return known;
  }

  /** Hashes of the rows that had this outcome. */
  with(outcome: Outcome): Set<string> {
    const bit = 1 << outcomes.indexOf(outcome);
    return new Set([...this.byHash].flatMap(([hash, bits]) => ((bits & bit) !== 0 ? [hash] : [])));
  }
}
