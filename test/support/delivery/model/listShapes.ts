import type { ContactPage, PageRequest } from '../../../../src/core/delivery';
import type { StoredContact } from './modelStream';

/** What a stream answers to a request for a page of the contacts that it lists. */
export type ListShape = (contacts: readonly StoredContact[], page: PageRequest) => ContactPage;

interface Tells {
  readonly total: boolean;
  readonly more: boolean;
}

/** A list by `skip` and `limit`, at most `cap` contacts a page. */
export function honest(cap = 1_000, { total, more }: Tells = { total: true, more: true }): ListShape {
  return (contacts, { skip, limit }) => {
    const page = contacts.slice(skip, skip + Math.min(cap, limit));
    return {
      contacts: page,
      ...(total && { totalResults: contacts.length }),
      ...(more && { hasMore: skip + page.length < contacts.length }),
    };
  };
}

/** Lists that can prove to be whole. */
export const wholeShapes: Readonly<Record<string, ListShape>> = {
  'all that is documented': honest(),
  'ten a page': honest(10),
  'pages of another length': honest(7),
  'a total alone': honest(10, { total: true, more: false }),
};

const page = (contacts: readonly StoredContact[], skip: number, limit: number) =>
  contacts.slice(skip, skip + limit);

/** Lists that leave out contacts, and what they say of themselves is not true, or not all. */
export const brokenShapes: Readonly<Record<string, ListShape>> = {
  'the limit and the place ignored': (contacts) => ({ contacts: page(contacts, 0, 10) }),
  'the same page again, with its total': (contacts) => ({
    contacts: page(contacts, 0, 10),
    totalResults: 10,
  }),
  'the place as the number of a page': (contacts, { skip }) => ({
    contacts: page(contacts, skip * 10, 10),
    hasMore: (skip + 1) * 10 < contacts.length,
  }),
  'the place as the number of a page, with the total of the page': (contacts, { skip }) => {
    const own = page(contacts, skip * 10, 10);
    return { contacts: own, totalResults: own.length };
  },
  'the total of the page': (contacts, { skip }) => {
    const own = page(contacts, skip, 10);
    return { contacts: own, totalResults: own.length, hasMore: false };
  },
  'a total that counts no further than to 20': (contacts, { skip, limit }) => ({
    contacts: skip + limit > 1_000 ? [] : page(contacts, skip, Math.min(limit, 20 - skip)),
    totalResults: Math.min(20, contacts.length),
  }),
  'a total that is too small': (contacts, { skip, limit }) => ({
    contacts: skip === 0 ? page(contacts, 0, Math.min(limit, 12)) : [],
    totalResults: contacts.length - 1,
  }),
  'a window of the first 20': (contacts, request) => honest()(contacts.slice(0, 20), request),
  'a window of the first 20 that tells nothing': (contacts, request) =>
    honest(15, { total: false, more: false })(contacts.slice(0, 20), request),
  'a window of the first 20, whatever comes behind': (contacts, { skip, limit }) => ({
    contacts: page(contacts.slice(0, 20), skip, limit),
    totalResults: contacts.length,
  }),
  'pages in another order each time': (contacts, { skip }) => {
    const place = (index: number) => (index * 7_919 + skip * 104_729) % 9_973;
    const turned = contacts.map((contact, index) => ({ contact, at: place(index) }));
    const order = turned.sort((a, b) => a.at - b.at).map(({ contact }) => contact);
    return { contacts: page(order, skip, 10), totalResults: contacts.length };
  },
  'an end that is none': (contacts, { skip, limit }) => ({
    contacts: page(contacts, skip, Math.min(limit, 10)),
    hasMore: false,
  }),
  'nothing at all': () => ({ contacts: [], hasMore: false }),
  'nothing, of many': ({ length }) => ({ contacts: [], totalResults: length }),
  'what is older than five minutes': (contacts, request) =>
    honest()(
      contacts.filter(({ storedAt }) => storedAt < Date.now() - 300_000),
      request,
    ),
  'what is older than five minutes, and the total of all': (contacts, { skip, limit }) => ({
    contacts: page(
      contacts.filter(({ storedAt }) => storedAt < Date.now() - 300_000),
      skip,
      limit,
    ),
    totalResults: contacts.length,
  }),
  'every third one filtered out': (contacts, request) =>
    honest()(
      contacts.filter((_, index) => index % 3 !== 0),
      request,
    ),
};
