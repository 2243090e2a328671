import type { Contact, NumberPlans } from '../../contact';
import type { ContactPage } from '../contactPage';
import type { PageRequest } from '../endpoint';
import type { Answer, Failure } from '../failure';
import type { Controls } from './listProof';
import { NumberLookUp } from './numberLookUp';
import type { ImportRow } from './outcome';
import type { OpenRequest } from './past';
import type { Activity } from './ports';
import { readContacts } from './readContacts';

/** What a look at the stream's contacts showed of some rows. */
export interface StreamLookUp {
  /** When it began, in ms since 1970: what the stream stored later it may not show. */
  readonly began: number;
  /** Rows whose number is there, each with a contact that has it. */
  readonly found: ReadonlyMap<ImportRow, Contact>;
  /** Rows that are certainly not there; `undefined` when that cannot be told of any, since not all of the list was seen. */
  readonly missing?: ReadonlySet<ImportRow>;
  /** Why not all of it was seen, unless that is the user's wish. */
  readonly failure?: Failure;
}

/** What looking needs. */
export interface LookPorts {
  /** Reads a page; `undefined` when the user was faster. */
  readonly read: (page: PageRequest) => Promise<Answer<ContactPage> | undefined>;
  readonly watch: (activity: Activity) => void;
  readonly plans: NumberPlans;
  readonly controls: Controls;
  /** As in `readContacts`. */
  readonly goOn?: (reads: number | undefined) => Promise<boolean>;
}

/** Looks for the rows' numbers on the stream, once. */
export async function lookOnce(
  requests: readonly OpenRequest[],
  { read, watch, plans, controls, goOn }: LookPorts,
): Promise<StreamLookUp> {
  const began = Date.now();
  const numbers = new NumberLookUp(requests, plans);
  const reading = await readContacts({
    read,
    // What was just sent shows as well that the list is the stream's.
    controls: {
      all: controls.all,
      some: { isEmpty: controls.some.isEmpty, has: (id) => controls.some.has(id) || numbers.sent.has(id) },
    },
    ...(goOn && { goOn }),
    see: (contacts, soFar, total) => {
      watch({ kind: 'reading', contacts: soFar, ...(total !== undefined && { total }) });
      numbers.see(contacts);
      return numbers.foundAll;
    },
  });
  const { found } = numbers;
  if (reading.isWhole || numbers.foundAll) return { began, found, missing: numbers.missing() };
  return { began, found, ...(reading.failure && { failure: reading.failure }) };
}
