import { type Contact, type ContactValues, cut, longestId, shownText } from '../../core/contact';
import type { RowNote, SettledRow } from '../../core/delivery/index';
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

/** A row that the file does not have, with the contact that was found on the stream for it: all of it is the stream's. */
export function foundRow(
  { outcome, place, note, remark, history }: ResultRow,
  contact: Contact,
  noteMessage: (note: RowNote, name: string) => string,
): ResultRow {
  const stored = storedOf(contact);
  return {
    ...{ outcome, line: null, place, ...stored, stored, ...ofContact(contact), message: '' },
    remark:
      note === undefined
        ? ''
        : note === 'leftOut' || note === 'leftOutOther' || note === 'gone'
          ? remark
          : noteMessage({ kind: note }, nameOf(contact)),
    ...(note && { note }),
    history,
  };
}

/** A row that the file does not have, and the stream no longer either. @param lostMessage says so */
export function lostRow(
  { outcome, place, note, remark, history, id }: ResultRow,
  lostMessage: string,
): ResultRow {
  return {
    ...{ outcome, line: null, place, ...noValues, stored: null },
    ...{ status: '', id: outcome === 'created' ? id : '', createdAt: '', details: [], message: '' },
    remark: note === undefined ? lostMessage : `${remark} ${lostMessage}`,
    ...(note && { note }),
    history,
  };
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
