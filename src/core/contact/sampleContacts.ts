import type { ContactColumn } from './columns';
import type { ContactValues } from './contact';

/**
 * The people of a new list, to write over. The first number could be somebody's: India has none that are kept for
 * examples. The extension column holds a dialing prefix: the API's own samples have `+` and `91` there.
 */
export const sampleContacts: readonly Readonly<Record<ContactColumn, string>>[] = [
  {
    ...{ firstName: 'Asha', lastName: 'Rao', salutation: 'Mrs', cellPhoneNumber: '9876543210' },
    ...{ cellPhoneCountryCode: '+91', cellPhoneExtension: '+91' },
  },
  {
    ...{ firstName: 'John', lastName: 'Doe', salutation: 'Mr', cellPhoneNumber: '2025550123' },
    ...{ cellPhoneCountryCode: '+1', cellPhoneExtension: '+1' },
  },
];

/** Whether a row still has the number of one of them, whatever its name: it is the number that could be somebody's. */
export function isSample(values: ContactValues): boolean {
  return sampleContacts.some(
    ({ cellPhoneNumber, cellPhoneCountryCode }) =>
      values.cellPhoneNumber === cellPhoneNumber && values.cellPhoneCountryCode === cellPhoneCountryCode,
  );
}
