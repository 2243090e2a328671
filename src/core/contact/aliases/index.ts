import type { ContactColumn } from '../columns';
import { names } from './list';
import { firstNames, lastNames, salutations } from './person';
import { countryCodes, extensions, phoneNumbers } from './phone';

export { fullNames } from './person';

/**
 * Header names that real exports use for the six columns, as those write them: case, spaces and punctuation do not
 * matter. The import itself takes the exact names alone. Where a header has several for one column, the one that comes
 * first here is it: a mobile number before a phone number that may be any.
 *
 * Not here, though near: names that mean another of a person's numbers ("Home Phone"), or a country and not its code.
 */
export const aliases: Readonly<Record<ContactColumn, readonly string[]>> = {
  firstName: firstNames,
  lastName: lastNames,
  salutation: salutations,
  cellPhoneNumber: phoneNumbers,
  cellPhoneCountryCode: countryCodes,
  cellPhoneExtension: extensions,
};

/** Whose name or number it is may stand before an alias: `Customer First Name`, `Person - Phone`. */
export const owners = names(
  'Person, Contact, Customer, Client, Lead, Member, Candidate, Applicant, Patient, Student, Employee, Guest',
  'Subscriber, Recipient, Attendee, Participant, Your',
);

/** Names that mean a column only beside another one: by itself each may be the whole name. */
export const aliasesBeside: readonly {
  readonly name: string;
  readonly column: ContactColumn;
  /** One of these stands in the same header. */
  readonly beside: readonly string[];
}[] = [
  { name: 'Name', column: 'lastName', beside: ['Vorname', 'Prénom', 'Prénoms'] },
  { name: 'Nom', column: 'lastName', beside: ['Prénom', 'Prénoms'] },
  {
    name: 'Nombre',
    column: 'firstName',
    beside: ['Apellido', 'Apellidos', 'Primer Apellido', 'Apellido Paterno'],
  },
  { name: 'Nombre', column: 'firstName', beside: ['Apellido 1'] },
  { name: 'Nome', column: 'firstName', beside: ['Sobrenome', 'Apelido', 'Cognome', 'Último Nome'] },
  { name: 'Naam', column: 'firstName', beside: ['Upnaam', 'Kulnaam', 'Achternaam'] },
  { name: 'Jméno', column: 'firstName', beside: ['Příjmení'] },
  { name: 'Nume', column: 'lastName', beside: ['Prenume'] },
  { name: 'Ad', column: 'firstName', beside: ['Soyad', 'Soyadı'] },
  { name: '이름', column: 'firstName', beside: ['성'] },
  { name: 'नाम', column: 'firstName', beside: ['उपनाम', 'सरनेम'] },
];
