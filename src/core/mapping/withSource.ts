import type { ContactColumn } from '../contact';
import type { ColumnMap, ColumnSource, NamePart, NumberPart } from './columnMap';

type Draft = Partial<ColumnMap>;

/**
 * The map with another source for a column, and with what follows from it: both names come out of a full name, number and
 * code out of a phone number that has both, and all parts of a field are read in one way.
 */
export function withSource(map: Draft, column: ContactColumn, source: ColumnSource): Draft {
  const draft: Partial<Record<ContactColumn, ColumnSource>> = { ...map, [column]: source };
  if (isNamePart(source)) {
    const { field, order, oneWord } = source;
    const part = (name: NamePart['part']): NamePart => ({ field, part: name, order, oneWord });
    // One name of two would leave the other one out.
    if (column !== 'salutation') {
      draft.firstName = part('firstName');
      draft.lastName = part('lastName');
      draft.salutation ??= part('salutation');
    }
    for (const name of ['firstName', 'lastName', 'salutation'] as const) {
      const other = draft[name];
      if (other && isNamePart(other) && other.field === field) draft[name] = part(name);
    }
  }
  if (isNumberPart(source)) {
    const { field, part, ...way } = source;
    if (part === 'nationalNumber') {
      draft.cellPhoneCountryCode ??= { field, part: 'callingCode', ...way };
      // The code of another number goes with that one.
      for (const name of ['cellPhoneCountryCode', 'cellPhoneExtension'] as const) {
        const other = draft[name];
        if (other && isNumberPart(other)) draft[name] = { field, part: other.part, ...way };
      }
    }
    for (const name of ['cellPhoneNumber', 'cellPhoneCountryCode', 'cellPhoneExtension'] as const) {
      const other = draft[name];
      if (other && isNumberPart(other) && other.field === field)
        draft[name] = { field, part: other.part, ...way };
    }
  }
  return draft;
}

export function isNamePart(source: ColumnSource): source is NamePart {
  return 'part' in source && 'order' in source;
}

export function isNumberPart(source: ColumnSource): source is NumberPart {
  return 'part' in source && (source.part === 'callingCode' || source.part === 'nationalNumber');
}
