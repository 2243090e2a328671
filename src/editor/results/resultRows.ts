import type { Contact } from '../../core/contact/contact';
import type { ContactValues } from '../../core/contact/contact';
import type { Reconciliation, SentRow } from '../../core/delivery/reconcile';
import type { ResultRow, RowOutcome } from '../../protocol/results';

/** A sent row and where it stood. */
export interface RowOfFile extends SentRow {
  /** 1-based line on which the row starts. */
  readonly line: number;
}

/** The page's rows: those of the file in their order, then returned contacts that none of them explains. */
export function resultRows({ rows, unmatched }: Reconciliation<RowOfFile>): ResultRow[] {
  return [
    ...rows.map((match) =>
      match.outcome === 'created'
        ? contactRow('created', match.row.line, match.contact)
        : valuesRow('notReturned', match.row.line, match.row.values),
    ),
    ...unmatched.map((contact) => contactRow('unmatched', null, contact)),
  ];
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
    details: [
      ...restOfPhone.map(([key, value]) => [`cellPhone.${key}`, asText(value)] as const),
      ...rest.map(([key, value]) => [key, asText(value)] as const),
    ],
  };
}

function valuesRow(outcome: RowOutcome, line: number, values: ContactValues): ResultRow {
  return {
    outcome,
    line,
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
