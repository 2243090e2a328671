import type { ContactPage } from '../contactAnswer';

/**
 * Whether a stream's list was read to its end. Nothing about its paging is documented, so it must prove it by all of
 * this: no contact came twice; every page but the last is as long as the first; the total, where one is told, is the
 * same on every page and the number of contacts that came; behind the end is nothing, and whether there is more was
 * told rightly; behind a page as long as the first one, where pages may just have been cut off, such a total was told;
 * and every contact that must be there is.
 */
export class ListProof {
  private readonly ids = new Set<string>();
  private readonly lengths: number[] = [];
  private readonly totals = new Set<number>();
  /** What the last page said of pages behind it. */
  private hasMore: boolean | undefined;
  private isSound = true;

  /** @param controls ids of contacts that must be on the list */
  constructor(private readonly controls: ReadonlySet<string>) {}

  /** Takes in the next page that is not empty. False when nothing on it is new, so that reading on would never end. */
  add({ contacts, hasMore, totalResults }: ContactPage): boolean {
    const known = this.ids.size;
    for (const { id } of contacts) this.ids.add(id);
    if (this.ids.size !== known + contacts.length || this.hasMore === false) this.isSound = false;
    this.lengths.push(contacts.length);
    this.hear(totalResults);
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
    this.hear(behind.totalResults);
    const [total] = this.totals;
    const [first = 0] = this.lengths;
    const last = this.lengths.at(-1) ?? 0;
    const isRegular = this.lengths.slice(0, -1).every((length) => length === first) && last <= first;
    const tellsTotal = this.totals.size === 1 && total === this.ids.size;
    // An empty list has no page that could have been cut off.
    const needsTotal = this.ids.size > 0 && (last === first || this.hasMore === true);
    return (
      this.isSound &&
      isRegular &&
      behind.contacts.length === 0 &&
      behind.hasMore !== true &&
      (tellsTotal || (this.totals.size === 0 && !needsTotal)) &&
      this.hasControls()
    );
  }

  private hasControls(): boolean {
    for (const id of this.controls) if (!this.ids.has(id)) return false;
    return true;
  }

  private hear(total: number | undefined): void {
    if (total !== undefined) this.totals.add(total);
  }
}
