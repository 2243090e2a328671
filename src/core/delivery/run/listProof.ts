import type { ContactPage } from '../contactPage';
import type { KnownIds } from './ports';

/** Contacts that a list is known to have if it is the stream's. */
export interface Controls {
  /** Ids of contacts that this import was shown: all of them must be on the list, or it lags, is cut off or leaves some out. */
  readonly all: ReadonlySet<string>;
  /**
   * Ids of contacts that earlier imports have created. Somebody may have deleted some since; but where the list has none
   * of them, it may be that of another account, or a filtered one.
   */
  readonly some: KnownIds;
}

/**
 * Whether a stream's list was read to its end. Nothing about its paging is documented, so it must prove it by all of
 * this: no contact came twice; every page but the last is as long as the first; the total, where one is told, is the
 * same on every page and the number of contacts that came; behind the end is nothing, and whether there is more was
 * told rightly; the pages are as many as were told, each begins where it was asked for, and none contradicts itself; behind a page as long as the first one, where pages may just have been cut off, such a total was told;
 * and the contacts by which a
 * list is known to be the stream's are on it, see {@link Controls}.
 */
export class ListProof {
  private readonly ids = new Set<string>();
  private readonly lengths: number[] = [];
  private readonly totals = new Set<number | undefined>();
  /** How many pages there are, as far as that was told. */
  private readonly pages = new Set<number>();
  /** What the last page said of pages behind it. */
  private hasMore: boolean | undefined;
  private isSound = true;
  private hasSome = false;

  constructor(private readonly controls: Controls) {}

  /** Takes notice of every page that was read, whether it counts or not. */
  hear({ contacts, hasMore, totalResults, skip, isOdd }: ContactPage, asked: number): void {
    if (totalResults !== undefined || contacts.length > 0) this.totals.add(totalResults);
    const isEmptyWithMore = contacts.length === 0 && hasMore === true;
    if (isOdd === true || isEmptyWithMore || (skip ?? asked) !== asked) this.isSound = false;
  }

  /** Takes in the next page that is not empty. False when nothing on it is new, so that reading on would never end. */
  add({ contacts, hasMore, totalPages }: ContactPage): boolean {
    const known = this.ids.size;
    for (const { id } of contacts) {
      this.ids.add(id);
      this.hasSome ||= this.controls.some.has(id);
    }
    if (this.ids.size !== known + contacts.length || this.hasMore === false) this.isSound = false;
    this.lengths.push(contacts.length);
    if (totalPages !== undefined) this.pages.add(totalPages);
    this.hasMore = hasMore;
    return this.ids.size > known;
  }

  /** Whether a longer first page is the shorter one and what follows it: otherwise the order changes between reads. */
  continues(shorter: ContactPage, longer: ContactPage): boolean {
    const isSame =
      shorter.contacts.every(({ id }, index) => longer.contacts[index]?.id === id) &&
      shorter.totalResults === longer.totalResults;
    if (!isSame) this.isSound = false;
    return isSame;
  }

  /** Whether the list is whole. `behind`: what was read behind its end. */
  isWhole(behind: ContactPage): boolean {
    if (behind.totalPages !== undefined) this.pages.add(behind.totalPages);
    const [total] = this.totals;
    const [first = 0] = this.lengths;
    const last = this.lengths.at(-1) ?? 0;
    const isRegular = this.lengths.slice(0, -1).every((length) => length === first) && last <= first;
    const tellsTotal = this.totals.size === 1 && total === this.ids.size;
    const tellsNone = total === undefined && this.totals.size <= 1;
    // An empty list has no page that could have been cut off.
    const needsTotal = this.ids.size > 0 && (last === first || this.hasMore === true);
    return (
      this.isSound &&
      isRegular &&
      behind.contacts.length === 0 &&
      (tellsTotal || (tellsNone && !needsTotal)) &&
      this.hasPages() &&
      this.hasControls()
    );
  }

  private hasControls(): boolean {
    const { all, some } = this.controls;
    for (const id of all) if (!this.ids.has(id)) return false;
    return all.size > 0 || some.isEmpty || this.hasSome;
  }

  /** An empty list may have one page with nothing on it. */
  private hasPages(): boolean {
    const read = this.lengths.length;
    return [...this.pages].every((told) => told === read || (read === 0 && told === 1));
  }
}
