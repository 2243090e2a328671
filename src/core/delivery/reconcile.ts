import type { Contact, ContactValues } from '../contact/contact';
import { fullNumber, fullNumberWithoutZeros, possibleNumbers, type SpelledNumber } from '../contact/number';

/** A row of the file that was sent. */
export interface SentRow {
  readonly values: ContactValues;
}

/** What the answer shows of a row. */
export type RowMatch<Row extends SentRow> =
  | { readonly outcome: 'created'; readonly row: Row; readonly contact: Contact }
  | { readonly outcome: 'notReturned'; readonly row: Row };

/** The sent rows beside the returned contacts. */
export interface Reconciliation<Row extends SentRow> {
  /** One for each sent row, in their order. */
  readonly rows: readonly RowMatch<Row>[];
  /** Contacts that no row explains, in the order of the answer. */
  readonly unmatched: readonly Contact[];
}

/** What a row and a contact are compared by. */
interface Person extends SpelledNumber {
  /** First and last name in lower case; empty when there is none. */
  readonly name: string;
}

/**
 * The keys to compare by, surest first: two that share one are the same contact. Names decide between rows that have
 * one number, and where a number can be read in two ways; a name alone never matches.
 */
const stages: readonly ((person: Person) => readonly string[])[] = [
  (person) => withName(person, numbers(fullNumber(person))),
  (person) => numbers(fullNumber(person)),
  (person) => withName(person, numbers(fullNumberWithoutZeros(person))),
  (person) => numbers(fullNumberWithoutZeros(person)),
  (person) => withName(person, possibleNumbers(person)),
];

/**
 * Compares what was sent with what came back: whether a number that the stream holds already fails the file, the row,
 * or drops silently is not documented, so only the answer tells. Order does not matter, each contact (by its id)
 * explains one row at most, and the time grows with the number of rows.
 */
export function reconcile<Row extends SentRow>(
  sent: readonly Row[],
  returned: readonly Contact[],
): Reconciliation<Row> {
  const waiting = new Map(returned.map((contact) => [contact.id, { contact, person: personOf(contact) }]));
  const open = new Map(sent.map(({ values }, index) => [index, personSent(values)]));
  const found = new Map<number, Contact>();
  for (const keys of stages) {
    const contactsByKey = groupByKey(waiting.values(), keys);
    for (const [index, person] of open) {
      const contact = takeFirst(contactsByKey, keys(person), waiting);
      if (contact === undefined) continue;
      found.set(index, contact);
      open.delete(index);
      waiting.delete(contact.id);
    }
  }
  return {
    rows: sent.map((row, index) => {
      const contact = found.get(index);
      return contact ? { outcome: 'created', row, contact } : { outcome: 'notReturned', row };
    }),
    unmatched: Array.from(waiting.values(), ({ contact }) => contact),
  };
}

/** Contacts under each of their keys, the first one last, where it is cheap to take. */
function groupByKey(
  entries: Iterable<{ readonly contact: Contact; readonly person: Person }>,
  keys: (person: Person) => readonly string[],
): Map<string, Contact[]> {
  const groups = new Map<string, Contact[]>();
  for (const { contact, person } of [...entries].reverse()) {
    for (const key of keys(person)) {
      const group = groups.get(key);
      if (group) group.push(contact);
      else groups.set(key, [contact]);
    }
  }
  return groups;
}

/** The first contact under one of the keys that is still waiting: it may stand under several. */
function takeFirst(
  groups: ReadonlyMap<string, Contact[]>,
  keys: readonly string[],
  waiting: ReadonlyMap<string, unknown>,
): Contact | undefined {
  for (const key of keys) {
    const group = groups.get(key) ?? [];
    for (let contact = group.pop(); contact; contact = group.pop())
      if (waiting.has(contact.id)) return contact;
  }
  return undefined;
}

function personSent(values: ContactValues): Person {
  return {
    countryCode: values.cellPhoneCountryCode ?? '',
    number: values.cellPhoneNumber ?? '',
    name: nameKey(values.firstName, values.lastName),
  };
}

function personOf({ cellPhone, firstName, lastName, fullName }: Contact): Person {
  return {
    countryCode: cellPhone?.countryCode ?? '',
    number: cellPhone?.phoneNumber ?? '',
    name: nameKey(firstName, lastName) || nameKey(fullName),
  };
}

function nameKey(...parts: readonly (string | undefined)[]): string {
  const name = parts.filter((part) => part !== undefined).join(' ');
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function numbers(number: string | undefined): readonly string[] {
  return number === undefined ? [] : [number];
}

function withName({ name }: Person, keys: readonly string[]): readonly string[] {
  return name === '' ? [] : keys.map((key) => `${key} ${name}`);
}
