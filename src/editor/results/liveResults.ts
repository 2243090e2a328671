import type { LeftOutOf, Outcome, SettledRow } from '../../core/delivery/index';
import type { Results } from '../../protocol/results';
import type { ResultRow } from '../../protocol/resultRow';
import type { RowList } from '../../protocol/rows';
import { EncodedRows } from '../../protocol/encodedPage';
import { rowsOnPage } from '../../protocol/rowPage';
import { knownUnmatched } from './knownRows';
import { PackedRows, type ImportRows } from './packedRows';

/** All that is told of an import but its rows and how many they are. */
export type AboutImport = Omit<Results, 'counts' | 'rows' | 'rowsNotListed' | 'rowCount'>;

/** Why rows are not sent. */
export interface NotSent {
  /** By index in the import: why rows are held back. */
  readonly heldBack: ReadonlyMap<number, string>;
  /** Absent when no row is left out. */
  readonly leftOutOf?: LeftOutOf | undefined;
}

/** The rows of an import that goes on. */
export interface LiveRows extends ImportRows, NotSent {
  readonly report: ImportRows['report'] & {
    readonly counts: Readonly<Record<Outcome, number>>;
    /** How many rows are listed at the most. */
    readonly most: number;
  };
}

/** What live results need. */
export interface LiveParts {
  /** The page's row for a row of the file. */
  readonly rowOf: (settled: SettledRow, notSent: NotSent) => ResultRow;
  /** The rows of an earlier state of the same import, if there is one. */
  readonly known: RowList | undefined;
  /** Is given the results by now, and the numbers of the pages that are new or have changed. */
  readonly tell: (results: Results, changed: readonly number[]) => void;
}

/** The results of an import that is over. */
export interface EndedResults {
  readonly results: Results;
  /** As {@link LiveParts.tell} is given them. */
  readonly changed: readonly number[];
}

/** Newer outcomes are told as often as this, in ms: what comes faster than anybody reads is told together. */
export const tellingPause = 300;

/**
 * The results of an import while it goes on: all rows as they are planned, then what becomes of them. What has changed is
 * packed in pages and told together, a few times a second.
 */
export class LiveResults {
  #about: AboutImport;
  #rows: LiveRows;
  readonly #parts: LiveParts;
  #packed: PackedRows | undefined;
  /** Ids of contacts that rows were found to have. */
  readonly #found = new Set<string>();
  #isPlanned: (index: number) => boolean = () => false;
  /** How many of the rows that were not sent are not going to be, either. */
  #unplanned = 0;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();
  /** Numbers of pages that have changed since rows were told last. */
  readonly #changed = new Set<number>();
  #isToPack = false;
  /** What it waits for, if it does. */
  #wait = '';

  constructor(about: AboutImport, rows: LiveRows, parts: LiveParts) {
    this.#about = about;
    this.#rows = rows;
    this.#parts = parts;
    this.#unplanned = rows.report.counts.notSent;
  }

  /** As in {@link LiveParts}. */
  get known(): RowList | undefined {
    return this.#parts.known;
  }

  /** The results by now. */
  get results(): Results {
    const { counts, rowCount } = this.#rows.report;
    const waiting = this.#isOver ? 0 : Math.max(0, counts.notSent - this.#unplanned);
    return {
      ...this.#about,
      ...(this.#wait !== '' && !this.#isOver && { running: this.#wait }),
      rowCount,
      counts: { ...counts, notSent: counts.notSent - waiting, waiting, unmatched: 0 },
      // A copy: these results are told as they are now, and the pages go on changing.
      rows: this.#packed?.pages.slice() ?? [],
      rowsNotListed: this.isListed ? 0 : rowCount,
    };
  }

  /**
   * Whether every row has its line: of a very long list only those have one that need a look, once they are known, and
   * so it is where the file cannot be read.
   */
  get isListed(): boolean {
    return this.#packed !== undefined;
  }

  /** Begins to list the rows, and tells them. */
  begin(): void {
    this.#list();
  }

  /** Goes on with the rows of a file that was opened anew. */
  take(rows: LiveRows): void {
    this.#rows = rows;
    this.#list();
  }

  /** From now on the rows at these places wait for being sent. */
  plan(isPlanned: (index: number) => boolean): void {
    this.#isPlanned = isPlanned;
    this.#unplanned = 0;
    const { report } = this.#rows;
    for (let index = 0; index < report.rowCount; index++)
      if (report.outcomeAt(index) === 'notSent' && !isPlanned(index)) this.#unplanned++;
    this.#packed?.refresh();
    this.#schedule();
  }

  /** The import waits for something; empty when it goes on. */
  wait(message: string): void {
    if (this.#isOver || this.#wait === message) return;
    this.#wait = message;
    this.#schedule();
  }

  /** Something was found out of a row. */
  settled(row: SettledRow): void {
    if (this.#parts.known && 'contact' in row.result) this.#found.add(row.result.contact.id);
    this.#packed?.settle(row);
    if (this.#packed && this.#packed.unpacked >= rowsOnPage) this.#packSoon();
    this.#schedule();
  }

  /**
   * The last of it, to be told by the caller: what has waited until now was not sent.
   * @param newer rows of contacts that no row explains, and that are not known yet
   */
  async end(ended: Pick<Results, 'notice' | 'actions'>, newer: readonly ResultRow[]): Promise<EndedResults> {
    clearTimeout(this.#timer);
    await this.#work;
    const { known } = this.#parts;
    const unmatched = known ? [...(await knownUnmatched(known, newer, this.#found)), ...newer] : newer;
    this.#about = { ...this.#about, ...ended, running: '', changedAt: new Date().toISOString() };
    this.#packed?.refresh();
    this.#packed?.append(unmatched);
    const changed = await this.#update();
    const { results } = this;
    const counts = { ...results.counts, unmatched: unmatched.length };
    return { results: { ...results, counts }, changed };
  }

  get #isOver(): boolean {
    return this.#about.running === '';
  }

  #list(): void {
    const rows = this.#rows;
    const before = this.#packed;
    this.#packed = undefined;
    if (rows.report.most < rows.report.rowCount) return;
    const packed = new PackedRows(rows, {
      rowOf: (settled) => this.#parts.rowOf(settled, rows),
      outcomeAt: (index) => {
        const outcome = rows.report.outcomeAt(index);
        return outcome === 'notSent' && !this.#isOver && this.#isPlanned(index) ? 'waiting' : outcome;
      },
    });
    this.#packed = packed;
    this.#work = this.#work.then(async () => {
      try {
        // What was found out by now tells more than the ledger, too.
        await before?.update();
        await packed.read(before?.isRead ? new EncodedRows(before.pages) : this.#parts.known);
        if (packed === this.#packed) this.#parts.tell(this.results, [...packed.pages.keys()]);
      } catch {
        // Whoever sends them reads them, too, and says what is wrong.
        if (packed === this.#packed) this.#packed = undefined;
      }
    });
  }

  /**
   * A page of rows is packed at once: until then each holds its contact, and what lives for the time between two tellings
   * is most of the memory that an import takes.
   */
  #packSoon(): void {
    if (this.#isToPack) return;
    this.#isToPack = true;
    this.#work = this.#work.then(async () => {
      this.#isToPack = false;
      for (const number of (await this.#packed?.update()) ?? []) this.#changed.add(number);
    });
  }

  /** Packs what has changed. @returns the numbers of the pages that are to be told, in order */
  async #update(): Promise<readonly number[]> {
    for (const number of (await this.#packed?.update()) ?? []) this.#changed.add(number);
    const changed = [...this.#changed].sort((a, b) => a - b);
    this.#changed.clear();
    return changed;
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#work = this.#work.then(async () => {
        const changed = await this.#update();
        if (!this.#isOver) this.#parts.tell(this.results, changed);
      });
    }, tellingPause);
  }
}
