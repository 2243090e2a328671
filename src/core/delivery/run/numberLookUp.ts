import {
  comparedContact,
  comparedRow,
  type Compared,
  type NameKey,
  type NumberPlans,
} from '../../contact/compare';
import type { Contact } from '../../contact/contact';
import { standingOf } from '../../contact/standing';
import { ageOf } from './createdAt';
import type { ImportRow } from './outcome';
import type { OpenRequest, RequestTime } from './past';

/**
 * Rows that are looked for among a stream's contacts, as they are read page by page. By number, and unlike in an
 * import's answer one contact may stand for several rows: asked is whether a number is there, not who made it.
 *
 * What cannot be compared proves nothing. A row without a complete number is never missing. Nor is one while a contact
 * was seen that may be it: without a complete number and with the row's name, or none; with digits that may be read as
 * the row's; with its number, but deleted, or with a status that is not known. Unless the contact is older than the request with which the row left.
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
  private readonly byName = new Map<string, ImportRow[]>();
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
    for (const reading of compared.readings()) push(this.byReading, reading, row);
    for (const key of rowNameKeys(compared.name)) push(this.byName, key, row);
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
    if (!isComplete)
      for (const key of contactNameKeys(compared.name)) this.doubt(this.byName.get(key), contact);
  }

  private doubt(rows: readonly ImportRow[] = [], { createdAt }: Contact): void {
    for (const row of rows) {
      if (this.doubtful.has(row)) continue;
      if (this.ageFor(row, createdAt) !== 'old') this.doubtful.add(row);
    }
  }

  private isSent(row: ImportRow, { createdAt }: Contact, { name }: Compared): boolean {
    if (createdAt === undefined || this.ageFor(row, createdAt) !== undefined) return false;
    return comparedRow(row.values, this.plans).name.whole === name.whole;
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

const anyName = 'any';

/** A row is listed under each of its names; what it has no name for contradicts none, so it is listed apart. */
function rowNameKeys({ first, last, whole }: NameKey): readonly string[] {
  if (whole === '') return [anyName, 'all'];
  const part = first === '' || last === '' ? 'part ' : '';
  return [
    'all',
    `whole ${whole}`,
    ...(first === '' ? [] : new Set([`first ${first}`, `${part}first ${first}`])),
    ...(last === '' ? [] : new Set([`last ${last}`, `${part}last ${last}`])),
  ];
}

/** Under which of those the rows stand whose name does not contradict a contact's: all of them if it has none. */
function contactNameKeys({ first, last, whole }: NameKey): readonly string[] {
  if (whole === '') return ['all'];
  if (first !== '' && last !== '')
    return [anyName, `whole ${whole}`, `part first ${first}`, `part last ${last}`];
  if (first !== '') return [anyName, `first ${first}`];
  return [anyName, last === '' ? `whole ${whole}` : `last ${last}`];
}
