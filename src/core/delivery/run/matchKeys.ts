import type { ContactFields, ContactValues } from '../../contact/contact';
import {
  fullNumber,
  fullNumberWithoutZeros,
  possibleNumbers,
  type SpelledNumber,
} from '../../contact/number';

/** What a row and a contact are compared by. */
export interface Person extends SpelledNumber {
  /** First and last name in lower case; empty when there is none. */
  readonly name: string;
}

/** Keys of one kind: two persons that share one are the same contact. */
export type Keys = (person: Person) => readonly string[];

/**
 * The kinds of keys to compare by, surest first. Names decide between rows that have one number, and where a number can
 * be read in two ways; a name alone never matches.
 */
export const matchStages: readonly Keys[] = [
  (person) => withName(person, numbers(fullNumber(person))),
  (person) => numbers(fullNumber(person)),
  (person) => withName(person, numbers(fullNumberWithoutZeros(person))),
  (person) => numbers(fullNumberWithoutZeros(person)),
  (person) => withName(person, possibleNumbers(person)),
];

/** The person that a row is about. */
export function personSent(values: ContactValues): Person {
  return new Named(
    values.cellPhoneCountryCode ?? '',
    values.cellPhoneNumber ?? '',
    values.firstName,
    values.lastName,
  );
}

/** The person that a contact is about, or what stands in an answer in place of one. */
export function personOf({ cellPhone, firstName, lastName, fullName }: ContactFields): Person {
  return new Named(cellPhone?.countryCode ?? '', cellPhone?.phoneNumber ?? '', firstName, lastName, fullName);
}

/** Makes the name up when it is asked for: mostly the number alone decides. */
class Named implements Person {
  constructor(
    readonly countryCode: string,
    readonly number: string,
    private readonly firstName: string | undefined,
    private readonly lastName: string | undefined,
    private readonly fullName?: string,
  ) {}

  get name(): string {
    return nameKey(this.firstName, this.lastName) || nameKey(this.fullName);
  }
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
