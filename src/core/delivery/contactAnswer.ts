import * as v from 'valibot';
import type { Contact, ContactFields } from '../contact/contact';
import { readServerMessage } from './answerBody';

/** An entry of an import's answer that is no contact, since it has no `id`, and says what was wrong with a row. */
export interface Refusal {
  /** What tells the row, as far as the entry repeats it. */
  readonly of: ContactFields;
  /** The stream's words: untrusted, perhaps personal. */
  readonly words: string;
}

/** What an import answers. */
export interface ImportAnswer {
  /** In the order of the answer. */
  readonly contacts: readonly Contact[];
  readonly refusals: readonly Refusal[];
}

/** One page of a stream's contacts (API page "Get Contacts"). */
export interface ContactPage {
  readonly contacts: readonly Contact[];
  /** Whether a further page exists, when the server says so. */
  readonly hasMore?: boolean | undefined;
  /** How many contacts the stream holds in all, when the server says so. */
  readonly totalResults?: number | undefined;
}

/** The page documents by example, so only `id` is demanded: null, or a type that is not text, counts as absent. */
const text = v.fallback(
  v.optional(v.union([v.string(), v.pipe(v.number(), v.transform(String))])),
  undefined,
);

const fields = {
  status: text,
  salutation: text,
  firstName: text,
  lastName: text,
  fullName: text,
  cellPhone: v.fallback(
    v.optional(v.looseObject({ phoneNumber: text, countryCode: text, extension: text })),
    undefined,
  ),
  createdAt: text,
};
const contact = v.looseObject({ id: v.pipe(v.string(), v.nonEmpty()), ...fields });
const contacts = v.array(contact);
const refused = v.looseObject(fields);

const page = v.object({
  results: contacts,
  hasMore: v.fallback(v.optional(v.boolean()), undefined),
  totalResults: v.fallback(v.optional(v.number()), undefined),
});

/**
 * An import's answer, fields that are not documented included; `undefined` when it is no list, or an entry is neither
 * a contact nor says what was wrong. How a stream refuses single rows is not documented: bulk answers of other
 * services put an error in the row's place.
 */
export function readImportAnswer(json: unknown): ImportAnswer | undefined {
  if (!Array.isArray(json)) return undefined;
  const found: Contact[] = [];
  const refusals: Refusal[] = [];
  for (const value of json as readonly unknown[]) {
    const parsed = v.safeParse(contact, value);
    if (parsed.success) found.push(parsed.output);
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
  const { words } = readServerMessage({ kind: 'json', value, text: '' });
  return parsed.success && words !== undefined ? { of: parsed.output, words } : undefined;
}

/** The page in the list's answer; `undefined` when it is anything else. */
export function readContactPage(json: unknown): ContactPage | undefined {
  const parsed = v.safeParse(page, json, { abortEarly: true });
  if (!parsed.success) return undefined;
  const { results, ...counts } = parsed.output;
  return { contacts: results, ...counts };
}
