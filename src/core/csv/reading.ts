import { countUpTo } from './runs';

/**
 * Where the fields and records of one block are, as they read from its start on: at the start of a record, or inside
 * a quoted field that an earlier block opened. Offsets are UTF-16 units from the block's start.
 */
export class Reading {
  /**
   * @param places the starts of all fields, then for each record that starts here the index of its first field. In a
   *   block of 65,535 units or less each takes two bytes. Fields before the first record belong to an earlier one
   * @param strays offsets of quotes where none may stand, one for each field that has any
   * @param endsInside whether the block ends within a quoted field
   */
  constructor(
    private readonly places: Uint16Array | Uint32Array,
    readonly fieldCount: number,
    readonly strays: readonly number[],
    readonly endsInside: boolean,
  ) {}

  get recordCount(): number {
    return this.places.length - this.fieldCount;
  }

  fieldStart(field: number): number {
    return this.places[field] ?? 0;
  }

  /** Index of the record's first field; for the record behind the last one, of the field behind the last one. */
  firstField(record: number): number {
    return this.places[this.fieldCount + record] ?? this.fieldCount;
  }

  recordStart(record: number): number {
    return this.fieldStart(this.firstField(record));
  }

  /** How many fields start at the offset or before it. */
  fieldsUpTo(offset: number): number {
    return countUpTo(this.places, offset, 0, this.fieldCount);
  }

  /** How many records start with the field or before it. */
  recordsUpTo(field: number): number {
    return countUpTo(this.places, field, this.fieldCount);
  }
}
