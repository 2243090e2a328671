import * as v from 'valibot';
import type { Contact, ContactFields } from '../contact';
import { readServerMessage } from './answerBody';
import { keptContact, keptFields } from './keptContact';

/** An entry of an import's answer that says that its row was not taken, whether or not it has an `id`. */
export interface Refusal {
  /** What tells the row, as far as the entry repeats it. */
  readonly of: ContactFields;
  /** The stream's words: untrusted, perhaps personal. Absent where only a flag or a status tells. */
  readonly words?: string;
}

/** When a request left, by the clock by which the answer's contacts may be dated. */
export interface AskedAt {
  /** ms since 1970. */
  readonly ms: number;
  /** Whether the server's own clock says so; otherwise this machine's, which may differ from it by any time. */
  readonly byServer: boolean;
}

/** What an import answers. */
export interface ImportAnswer {
  /** Entries with an id that say nothing of a failure, in the order of the answer. Any status. */
  readonly contacts: readonly Contact[];
  readonly refusals: readonly Refusal[];
  /** When it was asked; `undefined` when that is not known, and no date in the answer tells anything. */
  readonly askedAt?: AskedAt;
  /** Whether the status says that this may not be all of the answer: what it lacks is then not known. */
  readonly isPartial?: boolean;
}

/** The page documents by example, so only `id` is demanded: null, or a type that is not text, counts as absent. */
const text = v.fallback(
  v.optional(v.union([v.string(), v.pipe(v.number(), v.transform(String))])),
  undefined,
);
/** A status that is no text is none that is known. */
const status = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => (value === undefined || value === null ? undefined : wordOf(value))),
  ),
);
/** A time in a type that no time has is there all the same: a contact that has one is not taken for one without. */
const time = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => (value === undefined || value === null ? undefined : timeText(value))),
  ),
);

const fields = {
  status,
  salutation: text,
  firstName: text,
  lastName: text,
  fullName: text,
  cellPhone: v.fallback(
    v.optional(v.looseObject({ phoneNumber: text, countryCode: text, extension: text })),
    undefined,
  ),
  createdAt: time,
};
/** What makes a contact of an entry. */
export const contact = v.looseObject({ id: v.pipe(v.string(), v.trim(), v.nonEmpty()), ...fields });
const refused = v.looseObject(fields);

/** So many entries are read between two pauses: some tenths of a millisecond. */
export const entriesAtOnce = 20;

/**
 * An import's answer, fields that are not documented included as far as they fit; `undefined` when it is no list, or an entry is neither
 * a contact nor says what was wrong. How a stream refuses single rows is not documented: bulk answers of other
 * services put an error in the row's place, or into the contact. In steps, for `finishInSlices`.
 */
export function* readImportAnswer(json: unknown): Generator<undefined, ImportAnswer | undefined> {
  if (!Array.isArray(json)) return undefined;
  const found: Contact[] = [];
  const refusals: Refusal[] = [];
  for (const [index, value] of (json as readonly unknown[]).entries()) {
    if (index % entriesAtOnce === 0) yield;
    const parsed = v.safeParse(contact, value);
    if (parsed.success && !hasFailed(parsed.output)) found.push(keptContact(parsed.output));
    else {
      const refusal = readRefusal(value);
      if (refusal === undefined) return undefined;
      refusals.push(refusal);
    }
  }
  return { contacts: found, refusals };
}

/** Only what speaks of an error is a refusal: a contact whose `id` merely has another name must not count as one. */
function readRefusal(value: unknown): Refusal | undefined {
  const parsed = v.safeParse(refused, value);
  if (!parsed.success) return undefined;
  const { words } = readServerMessage({ kind: 'json', value, text: '' });
  const of = keptFields(parsed.output);
  if (words !== undefined) return { of, words };
  return hasFailed(parsed.output) ? { of } : undefined;
}

const failedStatuses: ReadonlySet<string> = new Set(['FAILED', 'ERROR', 'REJECTED']);

/** Whether an entry shows a sign of failure. */
function hasFailed({ errors, error, success, status: word }: ContactFields): boolean {
  return (
    isSomething(errors) ||
    isSomething(error) ||
    isNo(success) ||
    failedStatuses.has(word?.trim().toUpperCase() ?? '')
  );
}

const noes: ReadonlySet<string> = new Set(['false', 'no', 'n', 'f', '0']);

/** Whether a value says no, in whatever type. */
export function isNo(value: unknown): boolean {
  if (typeof value === 'string') return noes.has(value.trim().toLowerCase());
  return value === false || value === 0;
}

/** Neither empty nor a way to say that there is nothing. */
export function isSomething(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
}

function wordOf(value: unknown): string {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? String(value) : typeof value;
}

/** The most that is kept of what is no text, in UTF-16 units. */
const longestTime = 200;

/** As databases write it, too: `{"$date": "2026-01-15T12:00:00Z"}`, `{"$date": {"$numberLong": "1768478400000"}}`. */
function timeText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null) {
    const [[key, inner] = [], ...more] = Object.entries(value);
    if (more.length === 0 && (key === '$date' || key === '$numberLong')) return timeText(inner);
  }
  // A part of a text keeps all of it in memory.
  return Buffer.from(JSON.stringify(value).slice(0, longestTime)).toString();
}
