import { NumberTable } from './numberTable';
import type { Unchanged } from './seen';

/** A block of records that hold numbers. */
export interface NumberHolder {
  /** Its place among the blocks: of those that hold a number, the first one has the row that the others repeat. */
  readonly index: number;
  /** The key of each record's number; 0 where there is none. Only {@link NumberHolders} changes it. */
  keys: Float64Array;
  /** The records whose number an earlier record has, in this block or in one before it. Kept by the same. */
  duplicates: readonly number[];
}

/** A number that several blocks hold. */
interface Shared<Holder> {
  first: Holder;
  readonly all: Set<Holder>;
}

const noDuplicates: readonly number[] = [];

/** Of a place in the table, so many bits are the record: a block has some thousand units, and fewer records. */
const recordBits = 13;

/** Which blocks hold a number, and which records therefore repeat one. */
export class NumberHolders<Holder extends NumberHolder = NumberHolder> {
  private readonly holders: (Holder | undefined)[] = [];
  private readonly ids = new Map<Holder, number>();
  private readonly freeIds: number[] = [];
  /** Numbers that one block holds, nearly all. */
  private single = this.tableFor(0);
  /** The others. */
  private readonly shared = new Map<number, Shared<Holder>>();

  /** Makes room for so many further numbers, with pauses; before the last one nothing is changed. */
  *reserve(numbers: number): Generator<undefined, void> {
    if (this.single.hasRoomFor(numbers)) return;
    const larger = this.tableFor(this.single.size + numbers);
    for (const [holder, id] of this.ids) {
      for (const [record, key] of holder.keys.entries()) {
        const isHere = key !== 0 && !this.shared.has(key) && holder.keys.indexOf(key) === record;
        if (isHere) larger.add(key, placeOf(id, record));
      }
      yield;
    }
    this.single = larger;
  }

  /**
   * Gives a block other keys. Making room for them first saves a long pause.
   *
   * @param unchanged how many of them it has already, in front and at the end
   * @returns the blocks whose duplicates may have become others
   */
  set(holder: Holder, keys: Float64Array, unchanged: Unchanged): ReadonlySet<Holder> {
    const before = holder.keys;
    if (isSame(before, keys, unchanged)) return new Set();
    const id = this.idOf(holder);
    const touched = new Set([holder]);
    const moves = this.takeOut(holder, keys, unchanged, touched);
    holder.keys = keys;
    for (const { slot, record } of moves) this.single.move(slot, placeOf(id, record));
    for (let record = unchanged.front; record < keys.length - unchanged.back; record++) {
      const key = keys[record] ?? 0;
      if (key !== 0 && !before.includes(key)) this.putIn(key, holder, record, touched);
    }
    for (const each of touched) each.duplicates = this.duplicatesOf(each);
    if (keys.length === 0) this.forget(holder, id);
    return touched;
  }

  /** Of the blocks that hold a number, the first one. */
  firstWith(key: number, holder: Holder): Holder {
    return this.shared.get(key)?.first ?? holder;
  }

  /** Takes away what the block no longer holds. Gives the slots of numbers that it holds in another place. */
  private takeOut(
    holder: Holder,
    keys: Float64Array,
    { front, back }: Unchanged,
    touched: Set<Holder>,
  ): readonly { readonly slot: number; readonly record: number }[] {
    const before = holder.keys;
    const id = this.idOf(holder);
    const moves: { slot: number; record: number }[] = [];
    const moved = (key: number, from: number, to: number) => {
      const slot = from === to ? -1 : this.single.slotOf(key);
      if (slot >= 0 && this.single.placeIn(slot) === placeOf(id, from)) moves.push({ slot, record: to });
    };
    const behind = before.length - back;
    for (let record = front; record < before.length; record++) {
      const key = before[record] ?? 0;
      if (key === 0) continue;
      const now = record < behind ? keys.indexOf(key) : record + keys.length - before.length;
      if (now < 0) this.remove(key, holder, touched);
      else moved(key, record, now);
    }
    return moves;
  }

  private putIn(key: number, holder: Holder, record: number, touched: Set<Holder>): void {
    const shared = this.shared.get(key);
    if (shared) {
      shared.all.add(holder);
      if (holder.index > shared.first.index) return;
      touched.add(shared.first);
      shared.first = holder;
      return;
    }
    const slot = this.single.slotOf(key);
    if (slot < 0) {
      this.add(key, holder, record);
      return;
    }
    const other = this.holderIn(this.single.placeIn(slot));
    // It may repeat a number of its own.
    if (other === undefined || other === holder) return;
    this.single.remove(slot);
    const first = other.index < holder.index ? other : holder;
    this.shared.set(key, { first, all: new Set([other, holder]) });
    touched.add(other);
  }

  private remove(key: number, holder: Holder, touched: Set<Holder>): void {
    const shared = this.shared.get(key);
    if (shared === undefined) {
      const slot = this.single.slotOf(key);
      // A number that it held twice may be another block's alone by now.
      if (slot >= 0 && this.holderIn(this.single.placeIn(slot)) === holder) this.single.remove(slot);
      return;
    }
    if (!shared.all.delete(holder)) return;
    if (shared.first === holder) {
      const [first = holder, ...others] = shared.all;
      shared.first = others.reduce((a, b) => (a.index < b.index ? a : b), first);
    }
    touched.add(shared.first);
    if (shared.all.size > 1) return;
    this.shared.delete(key);
    this.add(key, shared.first, shared.first.keys.indexOf(key));
  }

  private add(key: number, holder: Holder, record: number): void {
    // Numbers that become a single block's were not announced.
    const room = this.reserve(1);
    while (room.next().done !== true);
    this.single.add(key, placeOf(this.idOf(holder), record));
  }

  private duplicatesOf(holder: Holder): readonly number[] {
    const { keys } = holder;
    const duplicates: number[] = [];
    for (const [record, key] of keys.entries()) {
      if (key === 0) continue;
      const isRepeated = keys.indexOf(key) < record || this.firstWith(key, holder) !== holder;
      if (isRepeated) duplicates.push(record);
    }
    return duplicates.length === 0 ? noDuplicates : duplicates;
  }

  private tableFor(numbers: number): NumberTable {
    return new NumberTable(
      (place) => this.holderIn(place)?.keys[place & ((1 << recordBits) - 1)] ?? 0,
      numbers,
    );
  }

  private holderIn(place: number): Holder | undefined {
    return this.holders[place >>> recordBits];
  }

  private idOf(holder: Holder): number {
    const known = this.ids.get(holder);
    if (known !== undefined) return known;
    const id = this.freeIds.pop() ?? this.holders.length;
    this.holders[id] = holder;
    this.ids.set(holder, id);
    return id;
  }

  private forget(holder: Holder, id: number): void {
    this.ids.delete(holder);
    this.holders[id] = undefined;
    this.freeIds.push(id);
  }
}

function placeOf(id: number, record: number): number {
  return id * (1 << recordBits) + record;
}

function isSame(before: Float64Array, keys: Float64Array, { front, back }: Unchanged): boolean {
  if (before.length !== keys.length) return false;
  for (let record = front; record < keys.length - back; record++) {
    if (before[record] !== keys[record]) return false;
  }
  return true;
}
