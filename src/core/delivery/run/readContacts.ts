import type { Contact } from '../../contact';
import type { ContactPage } from '../contactPage';
import type { Answer, Failure } from '../failure';
import type { PageRequest } from '../endpoint';
import { ListProof, type Controls } from './listProof';

/** Contacts asked for at a time: ever more, as long as the stream gives as many as it is asked for. */
export const pageSizes = [100, 500, 1_000] as const;

/** A list that does not prove to be whole: no absence can be told from it. */
export const unreadable: Failure = { reason: 'notContacts', effect: 'none' };

/** How the reading of a stream's contacts went. */
export type Reading =
  /** Every contact was seen. */
  | { readonly isWhole: true }
  /** What was seen was there. Without a failure: enough was seen, or the user was faster. */
  | { readonly isWhole: false; readonly failure?: Failure };

/** What reading needs. */
export interface ReadingPorts {
  /** Reads a page; `undefined` when the user was faster. */
  readonly read: (page: PageRequest) => Promise<Answer<ContactPage> | undefined>;
  /** Is given each page's contacts, some of them twice; returns true when no more are needed. */
  readonly see: (contacts: readonly Contact[], soFar: number, total: number | undefined) => boolean;
  readonly controls: Controls;
  /**
   * Is told, after the first page, how many more reads the list takes; `undefined` where the page does not tell its length.
   * @returns false when that is too much: it is then not read on
   */
  readonly goOn?: (reads: number | undefined) => Promise<boolean>;
}

/**
 * Reads a stream's contacts page by page. How it pages is inferred from the answer's fields, so that a list counts as
 * whole only if it proves to be; see {@link ListProof}. One that cannot is read on all the same, for what it shows.
 */
export async function readContacts(ports: ReadingPorts): Promise<Reading> {
  return await new ListReader(ports).read();
}

class ListReader {
  private readonly proof: ListProof;
  /** Why no further page is there to be had. */
  private end: Reading = { isWhole: false };

  constructor(private readonly ports: ReadingPorts) {
    this.proof = new ListProof(ports.controls);
  }

  async read(): Promise<Reading> {
    const first = await this.firstPage();
    if (first === undefined) return this.end;
    const { limit } = first;
    const { contacts, totalResults } = first.page;
    if (contacts.length > 0) {
      // The last one is behind the end.
      const reads =
        totalResults === undefined
          ? undefined
          : Math.max(0, Math.ceil(totalResults / contacts.length) - 1) + 1;
      if ((await this.ports.goOn?.(reads)) === false) return { isWhole: false };
    }
    let page: ContactPage | undefined = first.page;
    let skip = 0;
    // Ends too when the same contacts come again, and would so for ever.
    while (page.contacts.length > 0 && this.proof.add(page)) {
      skip += page.contacts.length;
      page = await this.pageAt({ skip, limit });
      if (page === undefined) return this.end;
    }
    // Without a word on its length, a list is empty only if it says so twice.
    if (skip === 0 && page.totalResults === undefined) page = await this.pageAt({ skip, limit });
    if (page === undefined) return this.end;
    return this.proof.isWhole(page) ? { isWhole: true } : { isWhole: false, failure: unreadable };
  }

  /** The first page, as long as the stream makes one, and the limit that it takes. */
  private async firstPage(): Promise<{ readonly page: ContactPage; readonly limit: number } | undefined> {
    let limit: number = pageSizes[0];
    let page = await this.pageAt({ skip: 0, limit });
    for (const next of pageSizes.slice(1)) {
      if (page?.contacts.length !== limit || page.totalResults === limit) break;
      const longer = await this.longerPage(page, next);
      if (longer === undefined) break;
      [page, limit] = [longer, next];
    }
    return page && { page, limit };
  }

  /** A first page by a higher limit; `undefined` where the stream does not take that. */
  private async longerPage(page: ContactPage, limit: number): Promise<ContactPage | undefined> {
    const longer = await this.pageAt({ skip: 0, limit });
    if (longer === undefined) return undefined;
    const { contacts, totalResults } = longer;
    // One that is not as long as asked for may be cut off there, unless the list says that this is all.
    const isHonoured = contacts.length === limit || contacts.length === totalResults;
    return isHonoured && this.proof.continues(page, longer) ? longer : undefined;
  }

  /** `undefined` when it cannot be had, or is not needed any more. */
  private async pageAt(request: PageRequest): Promise<ContactPage | undefined> {
    const answer = await this.ports.read(request);
    this.end = answer?.ok === false ? { isWhole: false, failure: answer.failure } : { isWhole: false };
    if (!answer?.ok) return undefined;
    const { contacts, totalResults } = answer.value;
    this.proof.hear(answer.value, request.skip);
    return this.ports.see(contacts, request.skip + contacts.length, totalResults) ? undefined : answer.value;
  }
}
