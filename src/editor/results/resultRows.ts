import type { Contact, ContactValues } from '../../core/contact/contact';
import type { KeptRow, RowResult } from '../../core/delivery/index';
import type { ResultRow, RowOutcome } from '../../protocol/results';

/**
 * The page's row for a row of the file.
 * @param message why it was held back, where the stream says nothing itself
 */
export function resultRow(row: KeptRow, result: RowResult, message: string): ResultRow {
  // A row that the file no longer has stands on no line.
  const line = row.line > 0 ? row.line : null;
  if ('contact' in result) return contactRow(result.outcome, line, result.contact);
  const words = result.outcome === 'refused' ? (result.words ?? message) : message;
  return { ...valuesRow(result.outcome, row.values), line, message: words };
}

/** The page's row for a returned contact that no row of the file explains. */
export function unmatchedRow(contact: Contact): ResultRow {
  return contactRow('unmatched', null, contact);
}

/** Fields that have a column of their own; every other one goes into the details. */
const columns = new Set(['salutation', 'firstName', 'lastName', 'fullName', 'status', 'id', 'createdAt']);
const phoneColumns = new Set(['phoneNumber', 'countryCode', 'extension']);

function contactRow(outcome: RowOutcome, line: number | null, contact: Contact): ResultRow {
  const { cellPhone } = contact;
  const rest = Object.entries(contact).filter(([key]) => !columns.has(key) && key !== 'cellPhone');
  const restOfPhone = Object.entries(cellPhone ?? {}).filter(([key]) => !phoneColumns.has(key));
  return {
    outcome,
    line,
    salutation: contact.salutation ?? '',
    firstName: contact.firstName ?? '',
    lastName: contact.lastName ?? '',
    fullName: contact.fullName ?? '',
    phoneNumber: cellPhone?.phoneNumber ?? '',
    countryCode: cellPhone?.countryCode ?? '',
    extension: cellPhone?.extension ?? '',
    status: contact.status ?? '',
    id: contact.id,
    createdAt: contact.createdAt ?? '',
    message: '',
    details: [
      ...restOfPhone.map(([key, value]) => [`cellPhone.${key}`, asText(value)] as const),
      ...rest.map(([key, value]) => [key, asText(value)] as const),
    ],
  };
}

function valuesRow(outcome: RowOutcome, values: ContactValues): Omit<ResultRow, 'line' | 'message'> {
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
    details: [],
  };
}

/** Text as it is; anything else, such as the lists `address` and `twitterDetails`, as JSON. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
}
