import { type Contact, type ContactValues, cut, longestId, shownText } from '../../core/contact';
import type { Outcome, RowNote, SettledRow } from '../../core/delivery/index';
import { sentColumns, type ResultRow, type StoredValues } from '../../protocol/resultRow';
import type { NotSent } from './liveResults';

/**
 * The page's row for a row of the file.
 * @param notSent why it was not sent, where the stream says nothing itself
 * @param noteMessage words a note; `name`: that of the contact, as far as it is known
 */
export function resultRow(
  { row, result, history }: SettledRow,
  notSent: NotSent,
  noteMessage: (note: RowNote, name: string) => string,
): ResultRow {
  const heldBack = notSent.heldBack.get(row.index) ?? '';
  const leftOut = result.outcome === 'notSent' ? notSent.leftOutOf?.(row.index) : undefined;
  const note: RowNote | undefined = leftOut ? { kind: 'leftOut', ...leftOut } : result.note;
  const contact = 'contact' in result ? result.contact : undefined;
  const stored = contact && storedOf(contact);
  const { values } = row;
  // Field by field, since there is one for each row twice: put together of others, it takes three times as much memory.
  const shown: ResultRow = {
    outcome: result.outcome,
    // A row that the file no longer has stands on no line.
    line: row.line > 0 ? row.line : null,
    place: row.index,
    salutation: values.salutation ?? '',
    firstName: values.firstName ?? '',
    lastName: values.lastName ?? '',
    phoneNumber: values.cellPhoneNumber ?? '',
    countryCode: values.cellPhoneCountryCode ?? '',
    extension: values.cellPhoneExtension ?? '',
    stored: stored && sentColumns.some((column) => stored[column] !== '') ? stored : null,
    status: cut(contact?.status ?? ''),
    id: cut(contact?.id ?? '', longestId),
    createdAt: cut(contact?.createdAt ?? ''),
    details: contact ? detailsOf(contact) : [],
    message: result.outcome === 'refused' ? (result.words ?? heldBack) : heldBack,
    remark: note === undefined ? '' : noteMessage(note, contact ? nameOf(contact) : ''),
    history: history.map(({ outcome, at }) => [outcome, at === undefined ? '' : new Date(at).toISOString()]),
  };
  if (note === undefined) return shown;
  return { ...shown, note: note.kind === 'leftOut' && note.isOtherName ? 'leftOutOther' : note.kind };
}

/** The page's row for a returned contact that no row of the file explains. */
export function unmatchedRow(contact: Contact): ResultRow {
  const stored = storedOf(contact);
  return {
    outcome: 'unmatched',
    line: null,
    place: null,
    ...stored,
    stored,
    ...ofContact(contact),
    message: '',
    remark: '',
    history: [],
  };
}

/** What is said of rows that were looked for on the stream again. */
export interface FoundWords {
  /** Words a note; `name`: that of the contact. */
  readonly note: (note: RowNote, name: string) => string;
  /** Said of a row that is not on the stream any more. */
  readonly lost: (outcome: Outcome) => string;
}

/** A row of an import: no contact that none explains, and none that has yet to be sent. */
export type LeftRow = ResultRow & { readonly outcome: Outcome };

/**
 * A row that the file does not have, with the contact that was found on the stream for it. What the import itself created
 * has its values; one that has the row's number may be another person, and only its number is what was sent.
 */
export function foundRow(row: LeftRow, contact: Contact, words: FoundWords): ResultRow {
  const { outcome, place, note, history } = row;
  const stored = storedOf(contact);
  const national = { ...stored, phoneNumber: withoutCode(stored) };
  const found = { outcome, line: null, place, ...ofContact(contact), message: '', history };
  if (outcome === 'created' && row.id === contact.id) {
    const remark = remarkOf(row, words);
    return { ...found, ...national, stored: national, remark, ...(note && { note }) };
  }
  const { phoneNumber, countryCode } = national;
  const before = note === 'otherName' ? '' : remarkOf(row, words);
  const now = note === 'gone' ? 'byNumber' : note;
  return {
    ...found,
    ...{ ...noValues, phoneNumber, countryCode, stored },
    // The one that it has created is another one, by which it is told again.
    ...(outcome === 'created' && { id: row.id }),
    remark: [before, otherName(stored, words)].filter((part) => part !== '').join(' '),
    ...(now && { note: now }),
  };
}

/** A row that the file does not have, and the stream no longer either. */
export function lostRow(row: LeftRow, words: FoundWords): ResultRow {
  const { outcome, place, history, id } = row;
  const note = row.note === 'byNumber' ? 'gone' : row.note;
  const remark = [remarkOf(row, words), words.lost(outcome)].filter((part) => part !== '').join(' ');
  const { line, phoneNumber, countryCode } = row;
  // One that was edited has the number in the file still.
  const known = row.stored === null ? { line, phoneNumber, countryCode } : { line: null };
  return {
    ...{ outcome, place, ...noValues, ...known, stored: null },
    ...{ status: '', id: outcome === 'created' ? id : '', createdAt: '', details: [], message: '' },
    ...{ remark, history, ...(note && { note }) },
  };
}

/** What was said of a row before an earlier search. */
function remarkOf({ outcome, note, remark, stored }: LeftRow, words: FoundWords): string {
  if (note === undefined) return '';
  const said = [words.lost(outcome), ...(stored ? [otherName(stored, words)] : [])];
  const last = said.find((each) => remark.endsWith(each));
  return last === undefined ? remark : remark.slice(0, -last.length).trimEnd();
}

function otherName({ firstName, lastName }: StoredValues, words: FoundWords): string {
  return words.note({ kind: 'otherName' }, nameOf({ id: '', firstName, lastName }));
}

/** The stream has numbers with their country code, files have it in a column of its own. */
function withoutCode({ phoneNumber, countryCode }: StoredValues): string {
  const hasCode = countryCode !== '' && phoneNumber.startsWith(countryCode);
  return hasCode ? phoneNumber.slice(countryCode.length).trimStart() : phoneNumber;
}

const noValues: StoredValues = {
  salutation: '',
  firstName: '',
  lastName: '',
  phoneNumber: '',
  countryCode: '',
  extension: '',
};

/** So many further fields of a contact are shown. */
const mostDetails = 500;

/** Fields that have a column of their own; every other one goes into the details. */
const columns = new Set(['salutation', 'firstName', 'lastName', 'status', 'id', 'createdAt', 'cellPhone']);
const phoneColumns = new Set(['phoneNumber', 'countryCode', 'extension']);

/** What was sent of a row: the reverse of what the page shows of it. */
export function valuesSent(row: StoredValues): ContactValues {
  return {
    firstName: row.firstName,
    lastName: row.lastName,
    salutation: row.salutation,
    cellPhoneNumber: row.phoneNumber,
    cellPhoneCountryCode: row.countryCode,
    cellPhoneExtension: row.extension,
  };
}

function storedOf({ salutation, firstName, lastName, cellPhone }: Contact): StoredValues {
  return {
    salutation: cut(salutation ?? ''),
    firstName: cut(firstName ?? ''),
    lastName: cut(lastName ?? ''),
    phoneNumber: cut(cellPhone?.phoneNumber ?? ''),
    countryCode: cut(cellPhone?.countryCode ?? ''),
    extension: cut(cellPhone?.extension ?? ''),
  };
}

function nameOf({ firstName, lastName, fullName }: Contact): string {
  const parts = [firstName, lastName].filter((part) => part !== undefined && part !== '');
  return parts.length > 0 ? parts.join(' ') : (fullName ?? '');
}

/** What the stream alone knows of a contact. */
function ofContact(contact: Contact): Pick<ResultRow, 'status' | 'id' | 'createdAt' | 'details'> {
  return {
    status: cut(contact.status ?? ''),
    id: cut(contact.id, longestId),
    createdAt: cut(contact.createdAt ?? ''),
    details: detailsOf(contact),
  };
}

function detailsOf(contact: Contact): ResultRow['details'] {
  const details: [path: string, value: string][] = [];
  addDetails(details, contact.cellPhone ?? {}, phoneColumns, 'cellPhone.');
  addDetails(details, contact, columns);
  return details;
}

/** Not by entries, which make lists for each contact that are thrown away at once: kilobytes a row. */
function addDetails(
  details: [path: string, value: string][],
  fields: Readonly<Record<string, unknown>>,
  except: ReadonlySet<string>,
  before = '',
): void {
  for (const name of Object.keys(fields)) {
    if (except.has(name)) continue;
    if (details.length > mostDetails) return;
    const isRoom = details.length < mostDetails;
    details.push(isRoom ? [cut(before + name, longestId), shownText(fields[name])] : ['…', '…']);
  }
}
