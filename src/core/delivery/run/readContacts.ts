import type { Contact } from '../../contact/contact';
import type { ContactPage } from '../contactAnswer';
import type { Answer, Failure } from '../failure';
import type { PageRequest } from '../endpoint';

/** Contacts asked for at a time. A stream may give fewer: what comes back decides how the reading goes on. */
const pageSize = 100;

/** A list of contacts that does not add up: no absence can be told from it. */
export const unreadable: Failure = { reason: 'notContacts', effect: 'none' };

/** How the reading of a stream's contacts went. */
export type Reading =
  /** Every contact was seen, or enough of them. `total`: how many there are, if the stream tells. */
  | { readonly complete: true; readonly total?: number }
  /** It broke off; what was seen until then was there. Without a failure: the user was faster. */
  | { readonly complete: false; readonly failure?: Failure };

/**
 * Reads a stream's contacts page by page. How it pages is inferred from the answer's fields, so a list counts as read
 * to its end only if the stream says so, or gives an empty page.
 *
 * @param read reads one page; `undefined` when the user was faster
 * @param see is given each page's contacts; returns true when no more are needed
 */
export async function readContacts(
  read: (page: PageRequest) => Promise<Answer<ContactPage> | undefined>,
  see: (contacts: readonly Contact[], soFar: number, total: number | undefined) => boolean,
): Promise<Reading> {
  const ids = new Set<string>();
  for (let skip = 0; ;) {
    const answer = await read({ skip, limit: pageSize });
    if (answer === undefined) return { complete: false };
    if (!answer.ok) return { complete: false, failure: answer.failure };
    const { contacts, hasMore, totalResults: total } = answer.value;
    skip += contacts.length;
    const known = ids.size;
    for (const { id } of contacts) ids.add(id);
    const isEnough = see(contacts, skip, total);
    if (isEnough || isLast(contacts.length, ids.size, hasMore, total)) {
      return { complete: true, ...(total !== undefined && { total }) };
    }
    // The same page again, or an end that its own count denies: a list that cannot be trusted shows no absence.
    if (ids.size === known || hasMore === false) return { complete: false, failure: unreadable };
  }
}

/** Whether the page was the last one by all that the stream says of it. */
function isLast(
  length: number,
  seen: number,
  hasMore: boolean | undefined,
  total: number | undefined,
): boolean {
  if (total !== undefined && seen < total) return false;
  return hasMore === undefined ? total !== undefined || length === 0 : !hasMore;
}
