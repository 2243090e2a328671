import * as v from 'valibot';
import type { Contact } from '../contact/contact';

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

const contact = v.looseObject({
  id: v.pipe(v.string(), v.nonEmpty()),
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
});
const contacts = v.array(contact);

const page = v.object({
  results: contacts,
  hasMore: v.fallback(v.optional(v.boolean()), undefined),
  totalResults: v.fallback(v.optional(v.number()), undefined),
});

/** The contacts of an import's answer, fields that are not documented included; `undefined` when it is anything else. */
export function readContacts(json: unknown): readonly Contact[] | undefined {
  const parsed = v.safeParse(contacts, json, { abortEarly: true });
  return parsed.success ? parsed.output : undefined;
}

/** The page in the list's answer; `undefined` when it is anything else. */
export function readContactPage(json: unknown): ContactPage | undefined {
  const parsed = v.safeParse(page, json, { abortEarly: true });
  if (!parsed.success) return undefined;
  const { results, ...counts } = parsed.output;
  return { contacts: results, ...counts };
}
