import type { Contact, ContactValues } from '../../core/contact/contact';
import type { KeptRow, RowNote, RowResult } from '../../core/delivery/index';
import type { ResultRow, RowOutcome } from '../../protocol/results';
import { cut, longestId, shownText } from './shownText';

/**
 * The page's row for a row of the file.
 * @param heldBack why it was held back, where the stream says nothing itself
 * @param noteMessage words a note
 */
export function resultRow(
  row: KeptRow,
  result: RowResult,
  heldBack: string,
  noteMessage: (note: RowNote) => string,
): ResultRow {
  // A row that the file no longer has stands on no line.
  const line = row.line > 0 ? row.line : null;
  const at = { line, place: row.index };
  const { note } = result;
  const words = result.outcome === 'refused' ? (result.words ?? heldBack) : heldBack;
  const shown =
    'contact' in result
      ? contactRow(result.outcome, at, result.contact)
      : { ...valuesRow(result.outcome, row.values), ...at, message: words };
  return note === undefined ? shown : { ...shown, remark: noteMessage(note), note: note.kind };
}

/** The page's row for a returned contact that no row of the file explains. */
export function unmatchedRow(contact: Contact): ResultRow {
  return contactRow('unmatched', { line: null, place: null }, contact);
}

/** So many further fields of a contact are shown. */
const mostDetails = 500;

/** Fields that have a column of their own; every other one goes into the details. */
const columns = new Set(['salutation', 'firstName', 'lastName', 'fullName', 'status', 'id', 'createdAt']);
const phoneColumns = new Set(['phoneNumber', 'countryCode', 'extension']);

function contactRow(outcome: RowOutcome, at: Pick<ResultRow, 'line' | 'place'>, contact: Contact): ResultRow {
  const { cellPhone } = contact;
  const rest = Object.entries(contact).filter(([key]) => !columns.has(key) && key !== 'cellPhone');
  const restOfPhone = Object.entries(cellPhone ?? {}).filter(([key]) => !phoneColumns.has(key));
  const further = [...restOfPhone.map(([key, value]) => [`cellPhone.${key}`, value] as const), ...rest];
  const details = further
    .slice(0, mostDetails)
    .map(([key, value]) => [cut(key, longestId), shownText(value)] as const);
  return {
    outcome,
    ...at,
    salutation: cut(contact.salutation ?? ''),
    firstName: cut(contact.firstName ?? ''),
    lastName: cut(contact.lastName ?? ''),
    fullName: cut(contact.fullName ?? ''),
    phoneNumber: cut(cellPhone?.phoneNumber ?? ''),
    countryCode: cut(cellPhone?.countryCode ?? ''),
    extension: cut(cellPhone?.extension ?? ''),
    status: cut(contact.status ?? ''),
    id: cut(contact.id, longestId),
    createdAt: cut(contact.createdAt ?? ''),
    message: '',
    remark: '',
    details: further.length > mostDetails ? [...details, ['…', '…']] : details,
  };
}

function valuesRow(
  outcome: RowOutcome,
  values: ContactValues,
): Omit<ResultRow, 'line' | 'place' | 'message'> {
  return {
    outcome,
    salutation: values.salutation ?? '',
    firstName: values.firstName ?? '',
    lastName: values.lastName ?? '',
    fullName: '',
    phoneNumber: values.cellPhoneNumber ?? '',
    countryCode: values.cellPhoneCountryCode ?? '',
    extension: values.cellPhoneExtension ?? '',
    status: '',
    id: '',
    createdAt: '',
    remark: '',
    details: [],
  };
}
