import { CompactTable } from './compactTable';

/** A block of records that hold numbers. */
export interface DuplicateHolder {
  /** Its place among the blocks: of those that hold a number, the first one has the row that the others repeat. */
  readonly index: number;
  /** The key of each record's number; 0 where there is none. Only {@link DuplicateIndex} changes it. */
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
export class DuplicateIndex<Holder extends DuplicateHolder = DuplicateHolder> {
  private readonly byId: (Holder | undefined)[] = [];
  private readonly ids = new Map<Holder, number>();
  private readonly freeIds: number[] = [];
  /** Numbers that one block holds, nearly all: each by the place where that has it first. */
  private single = new CompactTable(
    (place) => this.holderAt(place)?.keys[place & ((1 << recordBits) - 1)] ?? 0,
    0,
  );
  /** The others. */
  private readonly shared = new Map<number, Shared<Holder>>();

  /** The blocks that hold any number. */
  get holders(): Iterable<Holder> {
    return this.ids.keys();
  }

  /** Makes room for so many further numbers, with pauses. */
  *reserve(numbers: number): Generator<undefined, void> {
    this.single = yield* this.single.withRoomFor(numbers);
  }

  /** Gives a block other keys. Making room for them first saves a long pause. */
  set(holder: Holder, keys: Float64Array): void {
    const touched = new Set([holder]);
    for (const [, key] of firsts(holder.keys)) this.remove(key, holder, touched);
    holder.keys = keys;
    const id = this.idOf(holder);
    for (const [record, key] of firsts(keys)) this.put(key, holder, record, touched);
    for (const each of touched) each.duplicates = this.duplicatesOf(each);
    if (keys.length === 0) this.forget(holder, id);
  }

  /** Of the blocks that hold a number, the first one. */
  firstWith(key: number, holder: Holder): Holder {
    return this.shared.get(key)?.first ?? holder;
  }

  private put(key: number, holder: Holder, record: number, touched: Set<Holder>): void {
    const shared = this.shared.get(key);
    if (shared) {
      shared.all.add(holder);
      if (holder.index > shared.first.index) return;
      touched.add(shared.first);
      shared.first = holder;
      return;
    }
    const slot = this.single.slotOf(key);
    const other = slot < 0 ? undefined : this.holderAt(this.single.placeIn(slot));
    if (other === undefined) {
      this.add(key, holder, record);
      return;
    }
    this.single.remove(slot);
    const first = other.index < holder.index ? other : holder;
    this.shared.set(key, { first, all: new Set([other, holder]) });
    touched.add(other);
  }

  private remove(key: number, holder: Holder, touched: Set<Holder>): void {
    const shared = this.shared.get(key);
    if (shared === undefined) {
      this.single.remove(this.single.slotOf(key));
      return;
    }
    shared.all.delete(holder);
    if (shared.first === holder) {
      shared.first = [...shared.all].reduce((a, b) => (a.index < b.index ? a : b));
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

  private holderAt(place: number): Holder | undefined {
    return this.byId[place >>> recordBits];
  }

  private idOf(holder: Holder): number {
    const known = this.ids.get(holder);
    if (known !== undefined) return known;
    const id = this.freeIds.pop() ?? this.byId.length;
    this.byId[id] = holder;
    this.ids.set(holder, id);
    return id;
  }

  private forget(holder: Holder, id: number): void {
    this.ids.delete(holder);
    this.byId[id] = undefined;
    this.freeIds.push(id);
  }
}

/** Each number of a block once, with its first record. */
function* firsts(keys: Float64Array): Generator<readonly [record: number, key: number]> {
  for (const [record, key] of keys.entries()) {
    if (key !== 0 && keys.indexOf(key) === record) yield [record, key];
  }
}

function placeOf(id: number, record: number): number {
  return id * (1 << recordBits) + record;
}
