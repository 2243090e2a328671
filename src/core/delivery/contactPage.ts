import * as v from 'valibot';
import type { Contact } from '../contact';
import { contact, isNo, isSomething } from './contactAnswer';
import { keptContact } from './keptContact';

/** One page of a stream's contacts (API page "Get Contacts"). */
export interface ContactPage {
  readonly contacts: readonly Contact[];
  /** Whether a further page exists, when the server says so: any sign of more counts. */
  readonly hasMore?: boolean | undefined;
  /** How many contacts the stream holds in all, when the server says so. */
  readonly totalResults?: number | undefined;
  /** How many pages there are, when the server says so. */
  readonly totalPages?: number | undefined;
  /** Where the page begins, when the server says so. */
  readonly skip?: number | undefined;
  /** Whether the page contradicts itself, says of its length what cannot be read, or speaks of an error. */
  readonly isOdd?: boolean | undefined;
}

const page = v.looseObject({ results: v.array(contact) });

/** Only `hasMore` is documented; what another service would say it by must not be passed over. */
const moreFields = /^(?:has_?)?(?:more|next)/i;
const totalFields = /^total(?!_?pages)/i;
const pagesField = /^total_?pages$/i;

/** The page in the list's answer; `undefined` when it is anything else. */
export function readContactPage(json: unknown): ContactPage | undefined {
  const parsed = v.safeParse(page, json, { abortEarly: true });
  if (!parsed.success) return undefined;
  const { results, ...told } = parsed.output;
  const said = (name: RegExp) => {
    const values = Object.entries(told).filter(([key, value]) => name.test(key) && isSaid(value));
    return values.map(([, value]) => value);
  };
  const more = new Set(said(moreFields).map(isMore));
  const [totalResults, totalPages, skip] = [totalFields, pagesField, /^skip$/].map((name) =>
    only(said(name).map(count)),
  );
  const hasFailed = isSomething(told['errors']) || isSomething(told['error']) || isNo(told['success']);
  const isOdd = hasFailed || more.size > 1 || [totalResults, totalPages, skip].includes(NaN);
  return {
    contacts: results.map(keptContact),
    ...(more.size > 0 && { hasMore: more.has(true) }),
    ...(isCount(totalResults) && { totalResults }),
    ...(isCount(totalPages) && { totalPages }),
    ...(isCount(skip) && { skip }),
    ...(isOdd && { isOdd }),
  };
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Any other word than a no: a token or an address of the next page, too. */
function isMore(value: unknown): boolean {
  return typeof value === 'object' ? isSomething(value) : !isNo(value);
}

/** A number, also as text; NaN when it is none that counts. */
function count(value: unknown): number {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  return /^\d{1,15}(?:\.0+)?$/.test(text) ? Number(text) : NaN;
}

/** What all of them are; NaN where they differ, `undefined` where there is none. */
function only(counts: readonly number[]): number | undefined {
  return new Set(counts).size > 1 ? NaN : counts[0];
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && !Number.isNaN(value);
}
