import { contactColumns, type ContactColumn } from '../contact/columns';
import type { ContactValues } from '../contact/contact';

/** Gives a row's values in the contact columns; `isRagged`: it has more or fewer cells than the header. */
export type ReadValues = (cells: readonly string[], isRagged: boolean) => ContactValues;

/** @param fieldOf for each column that is there its field, as a `ContactSheet` has it */
export function valuesReader(fieldOf: Partial<Fields>): ReadValues {
  return isComplete(fieldOf)
    ? (cells, isRagged) => (isRagged ? someValues(cells, fieldOf) : allValues(cells, fieldOf))
    : (cells) => someValues(cells, fieldOf);
}

type Fields = Readonly<Record<ContactColumn, number>>;

function isComplete(fieldOf: Partial<Fields>): fieldOf is Fields {
  return contactColumns.every((column) => fieldOf[column] !== undefined);
}

/** Written out: a loop takes four times as long, which is seen in the speed of the whole. */
function allValues(cells: readonly string[], fieldOf: Fields): ContactValues {
  return {
    firstName: cells[fieldOf.firstName] ?? '',
    lastName: cells[fieldOf.lastName] ?? '',
    salutation: cells[fieldOf.salutation] ?? '',
    cellPhoneNumber: cells[fieldOf.cellPhoneNumber] ?? '',
    cellPhoneCountryCode: cells[fieldOf.cellPhoneCountryCode] ?? '',
    cellPhoneExtension: cells[fieldOf.cellPhoneExtension] ?? '',
  };
}

function someValues(cells: readonly string[], fieldOf: Partial<Fields>): ContactValues {
  const values: Partial<Record<ContactColumn, string>> = {};
  for (const column of contactColumns) {
    const value = cells[fieldOf[column] ?? cells.length];
    if (value !== undefined) values[column] = value;
  }
  return values;
}
