import { type ContactColumn, contactColumns, fieldsOfOthers, isUntelling, type Recognised } from '../contact';
import type { ContactSheet } from '../checks';
import { fieldOf, type ColumnSource } from './columnMap';
import type { Guess, Offer, OfferReason } from './guess';
import { Samples } from './samples';

/** Columns whose header says the same, all of whose values are looked at: a list has no more. */
export const mostAlike = 20;

/** A field that a header cell gives to a column. */
export interface Named {
  readonly field: number;
  readonly how: Recognised['how'];
}

/** A guess that is being made: what header and values say of each field, and the sources that are found so far. */
export class Guessing {
  readonly columns: Partial<Record<ContactColumn, ColumnSource>> = {};
  readonly samples: Samples;
  /** Fields that are another person's than those of whom the header is about. */
  readonly ofOthers: ReadonlySet<number>;
  private readonly offers: Partial<Record<ContactColumn, Offer[]>> = {};

  constructor(readonly sheet: ContactSheet) {
    this.samples = new Samples(sheet);
    this.ofOthers = fieldsOfOthers(sheet.headers);
  }

  get guess(): Guess {
    const open = contactColumns.flatMap((column) => {
      const offers = this.columns[column] ? undefined : this.offers[column];
      return offers ? [[column, offers.toSorted((a, b) => +isLast(a) - +isLast(b))] as const] : [];
    });
    return { columns: this.columns, offers: Object.fromEntries(open) };
  }

  headerOf(field: number): string {
    return this.sheet.headers[field] ?? '';
  }

  named(column: ContactColumn): Named | undefined {
    const field = this.sheet.fieldOf[column];
    const how = field === undefined ? undefined : this.sheet.recognised[field]?.how;
    return field === undefined || how === undefined ? undefined : { field, how };
  }

  /** Whether the header says what it is, so that no value needs to. */
  tellsByName({ field, how }: Named): boolean {
    return how === 'exact' || (how === 'alias' && !isUntelling(this.headerOf(field)));
  }

  isTaken(field: number): boolean {
    if (this.sheet.ownFields.includes(field)) return true;
    return Object.values(this.columns).some((source) => 'field' in source && source.field === field);
  }

  /** @param doubt why it is only offered; a default without, unless it is another person's */
  take(column: ContactColumn, source: ColumnSource, doubt?: OfferReason): void {
    const field = fieldOf(source);
    const isOfOther = field !== undefined && this.ofOthers.has(field);
    const why = isOfOther ? 'otherPerson' : doubt;
    if (why === undefined) this.columns[column] = source;
    else this.offer(column, source, why);
  }

  offer(column: ContactColumn, source: ColumnSource, reason: OfferReason): void {
    const offers = (this.offers[column] ??= []);
    // What its header says goes before what its values look like.
    if (offers.every((known) => fieldOf(known.source) !== fieldOf(source))) offers.push({ source, reason });
  }
}

/** What is somebody else's comes behind all that may be the contact's own. */
function isLast({ reason }: Offer): boolean {
  return reason === 'otherPerson';
}
