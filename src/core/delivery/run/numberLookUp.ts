import type { Contact } from '../../contact/contact';
import { personOf, personSent, matchStages } from './matchKeys';
import type { ImportRow } from './outcome';

/**
 * Rows that are looked for among a stream's contacts, as they are read page by page. By number, and unlike in an
 * import's answer one contact may stand for several rows: asked is whether a number is there, not who made it.
 */
export class NumberLookUp {
  private readonly byKey = new Map<string, ImportRow[]>();
  /** The first contact that was seen with the number of each row. */
  readonly found = new Map<ImportRow, Contact>();

  constructor(readonly rows: readonly ImportRow[]) {
    for (const row of rows) {
      const person = personSent(row.values);
      for (const key of keysOf(person)) {
        const known = this.byKey.get(key);
        if (known) known.push(row);
        else this.byKey.set(key, [row]);
      }
    }
  }

  /** Looks at some more of the stream's contacts. */
  see(contacts: readonly Contact[]): void {
    for (const contact of contacts) {
      for (const key of keysOf(personOf(contact))) {
        for (const row of this.byKey.get(key) ?? []) if (!this.found.has(row)) this.found.set(row, contact);
      }
    }
  }

  get foundAll(): boolean {
    return this.found.size === this.rows.length;
  }
}

/** Every key of a person, each kind apart from the others. */
function keysOf(person: Parameters<(typeof matchStages)[number]>[0]): readonly string[] {
  return matchStages.flatMap((keys, kind) => keys(person).map((key) => `${kind} ${key}`));
}
