import type { ExtractKind } from '../../../src/core/delivery/ledger/extract';
import type { LedgerFile, LedgerStore } from '../../../src/core/delivery/ledger/store';

/** Ledgers in memory. What happened to each can be read off, and writing can be made to fail. */
export class MemoryLedgerStore implements LedgerStore {
  readonly texts = new Map<string, string[]>();
  readonly extracts = new Map<string, Map<ExtractKind, Buffer>>();
  readonly touched = new Map<string, number>();
  completeSince: number | undefined;
  keptSummaries: string | undefined;
  /** Ids of those that are open. */
  readonly opened: string[] = [];
  /** What appending fails with, if it is to fail. */
  broken: Error | undefined;

  /** @param writeMs how long a line takes until it is written */
  constructor(private readonly writeMs: () => number = () => 0) {}

  list(): Promise<readonly string[]> {
    return Promise.resolve([...this.texts.keys()]);
  }

  async *lines(id: string): AsyncGenerator<string> {
    await Promise.resolve();
    yield* this.texts.get(id) ?? [];
  }

  lastLine(id: string): Promise<string | undefined> {
    return Promise.resolve(this.texts.get(id)?.at(-1));
  }

  touchedAt(id: string): Promise<number | undefined> {
    return Promise.resolve(this.touched.get(id));
  }

  open(id: string): Promise<LedgerFile> {
    const lines = this.texts.get(id) ?? [];
    this.texts.set(id, lines);
    const touch = () => this.touched.set(id, Date.now());
    touch();
    this.opened.push(id);
    const append = async (line: string) => {
      const ms = this.writeMs();
      await (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve());
      if (this.broken) throw this.broken;
      lines.push(line);
      touch();
    };
    return Promise.resolve({
      write: append,
      append,
      touch: async () => {
        await Promise.resolve();
        touch();
      },
      close: async () => {
        await Promise.resolve();
        this.opened.splice(this.opened.indexOf(id), 1);
      },
    });
  }

  delete(id: string): Promise<void> {
    this.texts.delete(id);
    this.touched.delete(id);
    this.extracts.delete(id);
    return Promise.resolve();
  }

  stamp(id: string): Promise<string | undefined> {
    const lines = this.texts.get(id);
    return Promise.resolve(lines && String(lines.length));
  }

  extract(id: string, kind: ExtractKind): Promise<Buffer | undefined> {
    return Promise.resolve(this.extracts.get(id)?.get(kind));
  }

  summaries(): Promise<string | undefined> {
    return Promise.resolve(this.keptSummaries);
  }

  keepSummaries(text: string): Promise<void> {
    this.keptSummaries = text;
    return Promise.resolve();
  }

  since(): Promise<number | undefined> {
    return Promise.resolve(this.completeSince);
  }

  keepSince(time: number): Promise<void> {
    this.completeSince = time;
    return Promise.resolve();
  }

  keepExtract(id: string, kind: ExtractKind, pieces: readonly Buffer[]): Promise<void> {
    const kept = this.extracts.get(id) ?? new Map<ExtractKind, Buffer>();
    this.extracts.set(id, kept.set(kind, Buffer.concat(pieces)));
    return Promise.resolve();
  }
}
