import {
  type Compared,
  comparedContact,
  comparedRow,
  type Contact,
  mayBeOne,
  NameIndex,
  nameWords,
  type NumberPlans,
  standingOf,
} from '../../contact';
import { ageOf } from './createdAt';
import type { ImportRow } from './outcome';
import type { OpenRequest, RequestTime } from './past';

/**
 * Rows that are looked for among a stream's contacts, as they are read page by page. By number, and unlike in an
 * import's answer one contact may stand for several rows: asked is whether a number is there, not who made it.
 *
 * What cannot be compared proves nothing. A row without a complete number is never missing. Nor is one while a contact
 * was seen that may be it: without a complete number and with the row's name, or none; with digits that may be read as
 * the row's, or the last of them and the row's name; with its number, but deleted, or with a status that is not known. Unless the contact is older than the request with which the row left.
 */
export class NumberLookUp {
  /** The first contact that was seen with the number of each row. */
  readonly found = new Map<ImportRow, Contact>();
  /** Ids of contacts that can only be what was sent: they have a row's number and name, and are not older than the request. */
  readonly sent = new Set<string>();
  private readonly rows: readonly ImportRow[];
  private readonly timeOf = new Map<ImportRow, RequestTime>();
  private readonly byNumber = new Map<string, ImportRow[]>();
  private readonly byReading = new Map<string, ImportRow[]>();
  private readonly byTail = new Map<string, ImportRow[]>();
  private named: NameIndex<ImportRow> | undefined;
  /** Rows of which it cannot be told that they are missing. */
  private readonly doubtful = new Set<ImportRow>();

  constructor(
    requests: readonly Pick<OpenRequest, 'rows' | 'time'>[],
    private readonly plans: NumberPlans,
  ) {
    this.rows = requests.flatMap(({ rows }) => rows);
    for (const { rows, time } of requests) for (const row of rows) this.add(row, time);
  }

  /** Looks at some more of the stream's contacts. */
  see(contacts: readonly Contact[]): void {
    for (const contact of contacts) this.seeOne(contact);
  }

  get foundAll(): boolean {
    return this.found.size === this.rows.length;
  }

  /** Rows that are not on the stream, if all of its contacts were seen. */
  missing(): ReadonlySet<ImportRow> {
    return new Set(this.rows.filter((row) => !this.found.has(row) && !this.doubtful.has(row)));
  }

  private add(row: ImportRow, time: RequestTime): void {
    const compared = comparedRow(row.values, this.plans);
    const { number, isComplete } = compared;
    this.timeOf.set(row, time);
    if (number !== undefined) push(this.byNumber, number, row);
    if (number === undefined || !isComplete) this.doubtful.add(row);
    // What is not known of a row as it was sent may be what it has now.
    const now = row.now ? comparedRow(row.now.values, this.plans).readings() : [];
    for (const reading of new Set([...compared.readings(), ...now])) push(this.byReading, reading, row);
    if (compared.tail !== '') push(this.byTail, compared.tail, row);
  }

  private seeOne(contact: Contact): void {
    const compared = comparedContact(contact, this.plans);
    const { number, isComplete } = compared;
    const same = this.byNumber.get(number ?? '') ?? [];
    if (standingOf(contact) !== 'active') this.doubt(same, contact);
    else
      for (const row of same) {
        if (!this.found.has(row)) this.found.set(row, contact);
        if (this.isSent(row, contact, compared)) this.sent.add(contact.id);
      }
    for (const reading of compared.readings()) this.doubt(this.byReading.get(reading), contact);
    const alike = (this.byTail.get(compared.tail) ?? []).filter(
      (row) => !this.isSettled(row) && mayBeOne(nameWords(row.values), compared.words()),
    );
    this.doubt(alike, contact);
    if (!isComplete && this.doubtful.size < this.rows.length)
      for (const list of this.names.like(compared.words())) this.doubt(list, contact);
  }

  private doubt(rows: readonly ImportRow[] = [], { createdAt }: Contact): void {
    for (const row of rows) {
      if (this.doubtful.has(row)) continue;
      if (this.ageFor(row, createdAt) !== 'old') this.doubtful.add(row);
    }
  }

  private isSettled(row: ImportRow): boolean {
    return this.found.has(row) || this.doubtful.has(row);
  }

  private isSent(row: ImportRow, { createdAt }: Contact, { name }: Compared): boolean {
    if (createdAt === undefined || this.ageFor(row, createdAt) !== undefined) return false;
    return comparedRow(row.values, this.plans).name.whole === name.whole;
  }

  /** Made when the first contact is seen whose number does not tell whose it is. */
  private get names(): NameIndex<ImportRow> {
    if (this.named) return this.named;
    this.named = new NameIndex();
    for (const row of this.rows) this.named.add(nameWords(row.values), row);
    return this.named;
  }

  private ageFor(row: ImportRow, createdAt: string | undefined): ReturnType<typeof ageOf> {
    const startedAt = this.timeOf.get(row)?.startedAt;
    return ageOf(createdAt, startedAt === undefined ? undefined : { ms: startedAt, byServer: false });
  }
}

function push(map: Map<string, ImportRow[]>, key: string, row: ImportRow): void {
  const known = map.get(key);
  if (known) known.push(row);
  else map.set(key, [row]);
}
