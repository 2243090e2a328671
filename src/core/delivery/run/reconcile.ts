import {
  comparedContact,
  comparedRow,
  type Contact,
  mayBeOne,
  NameIndex,
  namesContradict,
  type NumberPlans,
} from '../../contact';
import { entriesAtOnce, type ImportAnswer } from '../contactAnswer';
import { entriesOf, type ContactEntry, type Entry, type Knowledge } from './answerEntries';
import { assign, type Comparable } from './assign';
import type { ImportRow, RowNote, RowResult } from './outcome';

/** What an answer says of the rows that were sent. */
export interface Judgement {
  /** One for each row, in their order. */
  readonly results: readonly RowResult[];
  /** Contacts that no row explains, in the order of the answer. */
  readonly unmatched: readonly Contact[];
}

/**
 * In this order entries are given to rows: surest first, and what has a row's name before what has another. A refusal
 * that is about the row is believed before somebody else's contact.
 */
const passes: readonly (readonly [kind: Entry['kind'], anyName: boolean])[] = [
  ['new', false],
  ['undated', false],
  ['refusal', true],
  ['new', true],
  ['undated', true],
  ['old', true],
  ['odd', true],
  ['undatable', true],
];

/**
 * Compares the rows of a request with the stream's answer to it: whether a number that the stream holds already fails
 * the file, the row, or drops silently is not documented, so only the answer tells. Order does not matter, each contact
 * (by its id) explains one row at most, and the time grows with the number of rows. In steps, for `finishInSlices`.
 */
export function* reconcile(
  rows: readonly Pick<ImportRow, 'values'>[],
  answer: ImportAnswer,
  knowledge: Knowledge,
): Generator<undefined, Judgement> {
  const sent: Comparable[] = [];
  for (const [index, { values }] of rows.entries()) {
    if (index % entriesAtOnce === 0) yield;
    sent.push({ compared: comparedRow(values, knowledge.plans) });
  }
  const entries = new Set(yield* entriesOf(answer, knowledge));
  const results = yield* explained(sent, entries);
  const left = [...entries].filter((entry) => entry.kind !== 'refusal');
  const deleted = left.filter(({ kind }) => kind === 'deleted');
  const mayBeOneOf = doubtsAbout(left.filter(({ kind }) => kind !== 'deleted'));
  // Of a list with nothing on it nobody knows whether it is one of what was done, or of what was found fit to show.
  const isEmpty = answer.contacts.length + answer.refusals.length === 0;
  const doubtful = left.filter(({ kind }) => kind === 'doubtful');
  const [deletedNumbers, doubtfulNumbers, sentNumbers] = [deleted, doubtful, sent].map(numbersOf);
  const resultFor = (row: Comparable): RowResult => {
    const isOpen = answer.isPartial === true || isEmpty || mayBeOneOf(row);
    const result = results.get(row) ?? { outcome: isOpen ? 'unknown' : 'notReturned' };
    if (result.note || result.outcome === 'created' || result.outcome === 'present') return result;
    if (hasNumber(deletedNumbers, row)) return { ...result, note: { kind: 'deleted' } };
    const isRepeated = result.outcome === 'unknown' && hasNumber(doubtfulNumbers, row);
    return isRepeated ? { ...result, note: { kind: 'repeatedId' } } : result;
  };
  return {
    results: sent.map(resultFor),
    unmatched: left
      .filter((entry) => entry.kind !== 'deleted' || !hasNumber(sentNumbers, entry))
      .map(({ contact }) => contact),
  };
}

/** What became of the rows that an entry explains. Takes those entries away. */
function* explained(
  sent: readonly Comparable[],
  entries: Set<Entry>,
): Generator<undefined, Map<Comparable, RowResult>> {
  const open = new Set(sent);
  const results = new Map<Comparable, RowResult>();
  for (const [kind, anyName] of passes) {
    yield;
    const wanted = [...entries].filter((entry) => entry.kind === kind);
    const { pairs, undecided } = assign(open, wanted, anyName);
    for (const [row, entry] of pairs) {
      results.set(row, resultOf(row, entry));
      entries.delete(entry);
    }
    // A later pass may decide, or there is nothing to doubt: it was refused, and then not returned.
    if (anyName && kind !== 'refusal') {
      // Whichever is meant, a contact that was there before has the number of each.
      for (const [row, entry] of undecided)
        results.set(row, kind === 'old' ? resultOf(row, entry) : { outcome: 'unknown' });
    }
    for (const row of results.keys()) open.delete(row);
  }
  return results;
}

/** What became of a row whose entry this is. */
function resultOf({ compared }: Comparable, entry: Entry): RowResult {
  if (entry.kind === 'refusal') {
    const { words } = entry.refusal;
    return { outcome: 'refused', ...(words !== undefined && { words }) };
  }
  const { kind, contact } = entry;
  if (kind === 'odd') return { outcome: 'unknown', note: { kind: 'status', text: contact.status ?? '' } };
  if (kind === 'undatable')
    return { outcome: 'unknown', note: { kind: 'createdAt', text: contact.createdAt ?? '' } };
  const contradicts = namesContradict(compared.name, entry.compared.name);
  if (kind === 'old' || (kind === 'undated' && contradicts))
    return { outcome: 'present', contact, ...(contradicts && { note: { kind: 'otherName' } }) };
  const { whole } = entry.compared.name;
  const isOther = whole !== '' && whole !== compared.name.whole;
  return { outcome: 'created', contact, ...(isOther && { note: storedAs(contact) }) };
}

/** A row whose number a contact has that was found on the stream; whose it is, its name may contradict. */
export function presentAs(
  { values }: Pick<ImportRow, 'values'>,
  contact: Contact,
  plans: NumberPlans,
): RowResult {
  const isOther = namesContradict(comparedRow(values, plans).name, comparedContact(contact, plans).name);
  return { outcome: 'present', contact, ...(isOther && { note: { kind: 'otherName' } }) };
}

function storedAs({ firstName, lastName, fullName }: Contact): RowNote {
  const parts = [firstName, lastName].filter((part) => part !== undefined && part !== '');
  return { kind: 'storedAs', text: parts.length > 0 ? parts.join(' ') : (fullName ?? '') };
}

/**
 * Tells rows that one of the contacts which nothing explains may be: its digits can be read as the row's number, its last
 * digits and its name are the row's, or too little is shown of one number to say that it is another, and the names do not
 * say so.
 */
function doubtsAbout(contacts: readonly ContactEntry[]): (row: Comparable) => boolean {
  if (contacts.length === 0) return () => false;
  const readings = new Set(contacts.flatMap(({ compared }) => compared.readings()));
  const byTail = new Map<string, ContactEntry[]>();
  for (const contact of contacts) {
    const { tail } = contact.compared;
    const known = byTail.get(tail);
    if (known) known.push(contact);
    else if (tail !== '') byTail.set(tail, [contact]);
  }
  const [ofAll, ofIncomplete] = [new NameIndex<ContactEntry>(), new NameIndex<ContactEntry>()];
  for (const contact of contacts) {
    const words = contact.compared.words();
    ofAll.add(words, contact);
    if (!contact.compared.isComplete) ofIncomplete.add(words, contact);
  }
  return ({ compared }) => {
    const named = (compared.isComplete ? ofIncomplete : ofAll).like(compared.words());
    return (
      named.some(({ length }) => length > 0) ||
      compared.readings().some((reading) => readings.has(reading)) ||
      (byTail.get(compared.tail) ?? []).some((other) => mayBeOne(compared.words(), other.compared.words()))
    );
  };
}

function numbersOf(list: readonly Comparable[]): ReadonlySet<string> {
  return new Set(list.map(({ compared }) => compared.number).filter((number) => number !== undefined));
}

function hasNumber(numbers: ReadonlySet<string> | undefined, { compared: { number } }: Comparable): boolean {
  return number !== undefined && (numbers?.has(number) ?? false);
}
