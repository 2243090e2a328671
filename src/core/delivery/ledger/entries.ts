import * as v from 'valibot';
import { checkedLine, textOfLine } from './checkedLine';

/**
 * The lines of an import's ledger, one JSON object each behind its check, in the order in which things happened. No name,
 * no number, no secret, no word of the stream: rows appear as places and keyed hashes.
 */

/** The first line: what is sent where, and by which process. */
export interface ImportEntry {
  readonly t: 'run';
  /** Version of the format. What a later version adds is passed over. */
  readonly v: 1;
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly pid: number;
  /** Where the file was then, and the keyed hash of what was sent of it. */
  readonly file: { readonly uri: string; readonly hash: string };
  readonly stream: {
    readonly name: string;
    readonly host: string;
    readonly streamId: string;
    readonly sandbox?: boolean | undefined;
  };
  /** How many rows belong to the import. */
  readonly rows: number;
  /** Tells with which key the hashes were made. */
  readonly key: string;
}

/** Hashes of the rows from a place on, each {@link hashLength} characters, without anything between them. */
export interface RowsEntry {
  readonly t: 'rows';
  readonly from: number;
  readonly hashes: string;
}

/** These rows leave. `rows`: places, such as `0-999 1200`. */
export interface SendEntry {
  readonly t: 'send';
  readonly rows: string;
  /** ISO 8601. Ledgers of before have none. */
  readonly at?: string | undefined;
}

/** What became of these rows, all those of a request if one brought it out: for each in order its outcome's letter, a run of one letter with its length behind it. */
export interface OutcomeEntry {
  readonly t: 'out';
  readonly rows: string;
  readonly outcomes: string;
  /** Ids of the contacts of the `created` among them, in order. */
  readonly ids: readonly string[];
  /** Letters of their notes, written as their outcomes; absent where none has one. */
  readonly notes?: string | undefined;
  /** When the request was over that brought this out (ISO 8601), if one did, and how long it took, in ms. */
  readonly at?: string | undefined;
  readonly ms?: number | undefined;
}

/** A look at all of the stream's contacts, begun then, did not find these rows. */
export interface MissedEntry {
  readonly t: 'missed';
  readonly rows: string;
  readonly at: string;
}

/** The import goes on, in this process. */
export interface ResumeEntry {
  readonly t: 'resume';
  readonly at: string;
  readonly pid: number;
  /** The last sign of life of those who were at work on it before (ISO 8601): what they had sent was over then. */
  readonly seen?: string | undefined;
}

/** The import has come to an end, for whatever reason: nobody is at work on it any more. */
export interface EndEntry {
  readonly t: 'end';
  readonly at: string;
}

/** The user does not want to be offered what is left of it. What it created is still known. */
export interface ForgetEntry {
  readonly t: 'forget';
}

/** The file is there from now on: it was renamed, moved, saved for the first time, or found again by the user. */
export interface FileEntry {
  readonly t: 'file';
  readonly uri: string;
}

export type Entry =
  | ImportEntry
  | RowsEntry
  | SendEntry
  | OutcomeEntry
  | MissedEntry
  | ResumeEntry
  | EndEntry
  | ForgetEntry
  | FileEntry;

/** Characters of a keyed hash: 66 bits. */
export const keyedLength = 11;

/** Characters of a row's hash: that of its six values, and behind it that of its number alone. */
export const hashLength = 2 * keyedLength;

/** What the hashes of two rows have in common when their number is the same, however it is written. */
export function numberIn(hash: string): string {
  return hash.slice(keyedLength);
}

const kinds: ReadonlySet<string> = new Set<Entry['t']>([
  ...(['run', 'rows', 'send', 'out', 'missed', 'resume', 'end', 'forget', 'file'] as const),
]);

/** More rows than any list that can be sent within a day at the pace of the API. */
const mostRows = 50_000_000;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const schema: v.GenericSchema<unknown, Entry> = v.variant('t', [
  v.object({
    t: v.literal('run'),
    v: v.literal(1),
    ...v.entriesFromList(['id', 'at', 'key'], v.string()),
    pid: v.number(),
    file: v.object({ uri: v.string(), hash: v.string() }),
    stream: v.object({
      ...v.entriesFromList(['name', 'host', 'streamId'], v.string()),
      sandbox: v.optional(v.boolean()),
    }),
    // One damaged digit must not fill the memory.
    rows: v.pipe(count, v.maxValue(mostRows)),
  }),
  v.object({ t: v.literal('rows'), from: count, hashes: v.string() }),
  v.object({ t: v.literal('send'), rows: v.string(), at: v.optional(v.string()) }),
  v.object({
    t: v.literal('out'),
    rows: v.string(),
    outcomes: v.string(),
    ids: v.array(v.string()),
    notes: v.optional(v.string()),
    at: v.optional(v.string()),
    ms: v.optional(v.number()),
  }),
  v.object({ t: v.literal('missed'), rows: v.string(), at: v.string() }),
  v.object({ t: v.literal('resume'), at: v.string(), pid: v.number(), seen: v.optional(v.string()) }),
  v.object({ t: v.literal('end'), at: v.string() }),
  v.object({ t: v.literal('forget') }),
  v.object({ t: v.literal('file'), uri: v.string() }),
]);

/** The line that {@link readEntry} reads. */
export function lineOf(entry: Entry): string {
  return checkedLine(JSON.stringify(entry));
}

/**
 * Reads one line. `undefined` for one that is not understood: damaged since, or written by a later version. That loses
 * nothing but knowledge: a row whose outcome is not read stays unknown.
 */
export function readEntry(line: string): Entry | undefined {
  const parsed = v.safeParse(schema, jsonOf(line));
  return parsed.success ? parsed.output : undefined;
}

/** Whether a line that is not understood is whole, and of a kind that this version does not know. */
export function isOfLaterVersion(line: string): boolean {
  const parsed = v.safeParse(v.object({ t: v.string() }), jsonOf(line));
  return parsed.success && !kinds.has(parsed.output.t);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(textOfLine(line) ?? '');
  } catch {
    return undefined;
  }
}
