import { comparedContact, type Contact, type NumberPlans, standingOf } from '../../contact';
import { entriesAtOnce, type ImportAnswer, type Refusal } from '../contactAnswer';
import type { Comparable } from './assign';
import { ageOf } from './createdAt';

/** What judging an answer needs to know beside it. */
export interface Knowledge {
  readonly plans: NumberPlans;
  /** Whether a contact was created before, by an earlier import or an earlier request of this one. */
  readonly isKnownId: (id: string) => boolean;
}

/**
 * What a contact of an answer can be for a row with its number.
 *
 * | kind | what its id, status and `createdAt` say |
 * |---|---|
 * | `new` | created since the request left |
 * | `undated` | when it was created is not told |
 * | `old` | it was there before |
 * | `odd` | its status is not understood |
 * | `undatable` | its `createdAt` is there, but cannot be read |
 * | `doubtful` | its id stands in the answer more than once, for contacts that differ |
 * | `deleted` | it is nobody's contact any more |
 */
export type ContactKind = 'new' | 'undated' | 'old' | 'odd' | 'undatable' | 'doubtful' | 'deleted';

/** An entry of an answer. */
export type Entry = ContactEntry | RefusalEntry;

/** One that is a contact. */
export interface ContactEntry extends Comparable {
  readonly kind: ContactKind;
  readonly contact: Contact;
}

/** One that says that its row was not taken. */
export interface RefusalEntry extends Comparable {
  readonly kind: 'refusal';
  readonly refusal: Refusal;
}

/** No object literal, as the rows of a document are none: see `SheetRow`. */
class ReadEntry implements ContactEntry {
  constructor(
    readonly kind: ContactKind,
    readonly contact: Contact,
    readonly compared: Comparable['compared'],
  ) {}
}

/** The entries of an answer, contacts first, each id once unless it is doubtful. In steps, for `finishInSlices`. */
export function* entriesOf(
  { contacts, refusals, askedAt }: ImportAnswer,
  knowledge: Knowledge,
): Generator<undefined, readonly Entry[]> {
  const { plans } = knowledge;
  const byId = new Map<string, ContactEntry>();
  const doubtful: ContactEntry[] = [];
  for (const [index, contact] of contacts.entries()) {
    if (index % entriesAtOnce === 0) yield;
    const kind = kindOf(contact, askedAt, knowledge);
    const entry: ContactEntry = new ReadEntry(kind, contact, comparedContact(contact, plans));
    const known = byId.get(contact.id);
    if (known === undefined) byId.set(contact.id, entry);
    else if (!isAlike(known, entry)) {
      byId.set(contact.id, { ...known, kind: 'doubtful' });
      doubtful.push({ ...entry, kind: 'doubtful' });
    }
  }
  const refused = refusals.map((refusal): RefusalEntry => {
    return { kind: 'refusal', refusal, compared: comparedContact(refusal.of, plans) };
  });
  return [...byId.values(), ...doubtful, ...refused];
}

function kindOf(contact: Contact, askedAt: ImportAnswer['askedAt'], { isKnownId }: Knowledge): ContactKind {
  switch (standingOf(contact)) {
    case 'deleted':
      return 'deleted';
    case 'other':
      return 'odd';
    case 'active': {
      if (isKnownId(contact.id)) return 'old';
      const age = ageOf(contact.createdAt, askedAt);
      return age === 'unreadable' ? 'undatable' : (age ?? 'undated');
    }
  }
}

function isAlike(one: ContactEntry, other: ContactEntry): boolean {
  const [a, b] = [one.compared, other.compared];
  return (
    a.number === b.number &&
    a.name.whole === b.name.whole &&
    standingOf(one.contact) === standingOf(other.contact)
  );
}
