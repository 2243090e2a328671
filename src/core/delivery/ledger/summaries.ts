import { pauseIfDue } from '../../files/slices';
import type { ToldCounts } from '../outcomeActions';
import { checkedLine, textOfLine } from './checkedLine';
import type { ImportEntry } from './entries';
import type { ImportRecord } from './importRecord';
import type { LedgerStore } from './store';

/**
 * How an import stands. `goingOn`: a process is at work on it; `cutOff`: none is, and it did not come to its end;
 * `forgotten`: what is left of it is not offered any more.
 */
export type ImportState = 'goingOn' | 'cutOff' | 'forgotten' | 'ended';

/** An import in a list of all of them. */
export interface ImportSummary extends Pick<ImportEntry, 'id' | 'at' | 'stream' | 'rows' | 'key'> {
  /** The address of its file. */
  readonly fileUri: string;
  readonly counts: ToldCounts;
  /** As `ImportRecord` tells it. */
  readonly hasRefusedWhole: boolean;
  readonly state: ImportState;
  /** The process that was at work on it last. */
  readonly pid: number;
}

/** An import as it stands, and whether somebody is at work on it. */
interface ReadImport {
  readonly record: ImportRecord;
  readonly isAlive: boolean;
}

/** What is kept of an import, and the state of its ledger. */
interface Kept {
  readonly stamp: string;
  readonly summary: ImportSummary;
}

const version = 3;

/** So many files are asked for their state at a time. */
const stampsAtOnce = 64;

/**
 * Summaries of all imports. They are kept in one file, for a thousand ledgers cannot be read each time a list is shown:
 * those that are as they were are not read again. Nothing is known by that file alone; without it, it is made anew.
 */
export class Summaries {
  private kept: ReadonlyMap<string, Kept> | undefined;

  constructor(
    private readonly store: LedgerStore,
    private readonly read: (id: string) => Promise<ReadImport | undefined>,
  ) {}

  /** Of every import whose ledger can be read, the latest first. */
  async all(): Promise<readonly ImportSummary[]> {
    const before = this.kept ?? decode(await this.store.summaries());
    const kept = new Map<string, Kept>();
    const summaries: ImportSummary[] = [];
    let isNews = false;
    for (const [id, stamp] of await this.stamps()) {
      const known = before.get(id);
      if (known?.stamp === stamp) {
        kept.set(id, known);
        summaries.push(known.summary);
        continue;
      }
      const read = await this.read(id);
      await pauseIfDue();
      if (read === undefined) continue;
      const summary = summaryOf(read);
      summaries.push(summary);
      // One that goes on is another one in a moment.
      if (summary.state === 'goingOn') continue;
      isNews = true;
      kept.set(id, { stamp, summary });
    }
    this.kept = kept;
    // A disk that is full costs time the next time, and nothing else.
    if (isNews) await this.store.keepSummaries(encode(kept)).catch(() => undefined);
    return summaries.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  private async stamps(): Promise<readonly (readonly [id: string, stamp: string])[]> {
    const ids = await this.store.list();
    const stamps: (readonly [string, string])[] = [];
    for (let from = 0; from < ids.length; from += stampsAtOnce) {
      await Promise.all(
        ids.slice(from, from + stampsAtOnce).map(async (id) => {
          // The stamp before anything else: what is added while the ledger is read must not count as having been read.
          const stamp = await this.store.stamp(id);
          if (stamp !== undefined) stamps.push([id, stamp]);
        }),
      );
      await pauseIfDue();
    }
    return stamps;
  }
}

function summaryOf({ record, isAlive }: ReadImport): ImportSummary {
  const { id, at, stream, rows, key } = record.begun;
  const state = isAlive ? 'goingOn' : record.forgotten ? 'forgotten' : record.ended ? 'ended' : 'cutOff';
  return {
    id,
    at,
    fileUri: record.fileUri,
    stream,
    rows,
    key,
    counts: record.toldCounts,
    hasRefusedWhole: record.hasRefusedWhole,
    state,
    pid: record.pid,
  };
}

/** A line each, checked as those of ledgers; the first has the version. */
function encode(kept: ReadonlyMap<string, Kept>): string {
  const lines = [...kept.values()].map((each) => JSON.stringify(each));
  return [String(version), ...lines].map((text) => `${checkedLine(text)}\n`).join('');
}

function decode(text: string | undefined): ReadonlyMap<string, Kept> {
  const kept = new Map<string, Kept>();
  const [first = '', ...lines] = (text ?? '').split('\n');
  if (textOfLine(first) !== String(version)) return kept;
  for (const line of lines) {
    const json = textOfLine(line);
    // What is as it was written is of the shape of this version.
    const each = json === undefined ? undefined : (JSON.parse(json) as Kept);
    if (each) kept.set(each.summary.id, each);
  }
  return kept;
}
