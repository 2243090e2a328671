import type { Outcome, ImportRow, RowResult } from '../../../src/core/delivery';

/** What an import says of its rows: the last word on each counts, and a row that nothing was said of was not sent. */
export class RecordedOutcomes {
  private readonly results = new Map<number, RowResult>();

  constructor(readonly rows: readonly ImportRow[]) {}

  readonly settle = ({ index }: ImportRow, result: RowResult): void => {
    this.results.set(index, result);
  };

  of(index: number): RowResult {
    return this.results.get(index) ?? { outcome: 'notSent' };
  }

  /** By place. */
  get outcomes(): readonly Outcome[] {
    return this.rows.map(({ index }) => this.of(index).outcome);
  }

  /** The rows of which one of these is said. */
  rowsWith(...wanted: readonly Outcome[]): readonly ImportRow[] {
    return this.rows.filter(({ index }) => wanted.includes(this.of(index).outcome));
  }

  /** Ids of the contacts that the import says it created, by place. */
  get ids(): ReadonlyMap<number, string> {
    return new Map(
      this.rows.flatMap(({ index }) => {
        const result = this.of(index);
        return result.outcome === 'created' ? [[index, result.contact.id] as const] : [];
      }),
    );
  }
}
