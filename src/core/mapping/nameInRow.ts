import {
  type ContactColumn,
  documentedSalutation,
  type NameParts,
  splitName,
  translatedSalutation,
  trimmed,
} from '../contact';
import type { NamePart } from './columnMap';
import type { RowReading } from './rowReading';

/** The parts of full names in a row. */
export class NameInRow {
  private last: { readonly field: number; readonly name: ReturnType<typeof splitName> } | undefined;

  constructor(private readonly row: RowReading) {}

  part(column: ContactColumn, source: NamePart): string {
    const { field, part, oneWord } = source;
    if (this.last?.field !== field) {
      this.last = { field, name: splitName(this.row.cell(field), source.order) };
    }
    const { name } = this.last;
    if ('untold' in name) return this.row.fail(column, field, name.untold);
    const { firstName, lastName, salutation } = name;
    const isOneWord = firstName !== '' && lastName === '';
    if (part !== 'salutation' && isOneWord && oneWord === 'holdBack') {
      return this.row.fail(column, field, 'oneWord');
    }
    const whole = {
      firstName,
      salutation,
      lastName: isOneWord && oneWord !== 'holdBack' ? (oneWord === 'dash' ? '-' : firstName) : lastName,
    };
    const others = (['firstName', 'lastName'] as const).filter((other) => other !== part);
    if (!others.every((other) => this.has(other, field, whole))) {
      return this.row.fail(column, field, 'otherName');
    }
    if (part === 'salutation') return documentedSalutation(salutation) ?? salutation;
    return part === 'lastName' ? whole.lastName : this.withTitle(column, field, whole);
  }

  /** Whether a part of the name that is not asked for is in the row, too. */
  private has(part: 'firstName' | 'lastName', field: number, name: NameParts): boolean {
    const source = this.row.map[part];
    if ('part' in source && source.part === part) {
      // Of two full names one would be lost, unless they are the same.
      return source.field === field || isSameWord(this.row.cell(source.field), this.row.cell(field));
    }
    return isSameWord(this.row.values[part] ?? '', name[part]);
  }

  /** The first name, with a title that the row would not have otherwise. */
  private withTitle(column: ContactColumn, field: number, { firstName, salutation }: NameParts): string {
    const source = this.row.map.salutation;
    if (salutation === '' || ('part' in source && source.part === 'salutation' && source.field === field)) {
      return firstName;
    }
    const row = this.row.values.salutation ?? '';
    const meant = translatedSalutation(salutation);
    if (isSameWord(row, salutation) || (meant !== undefined && meant === translatedSalutation(row))) {
      return firstName;
    }
    return meant === undefined ? `${salutation} ${firstName}` : this.row.fail(column, field, 'otherTitle');
  }
}

function isSameWord(one: string, other: string): boolean {
  const fold = (text: string) => trimmed(text).normalize('NFC').replace(/\s+/gu, ' ').toLowerCase();
  return fold(one) === fold(other);
}
