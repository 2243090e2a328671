import { NumberKeys } from './numberKeys';

/** Which record had a number first, by its key of digits. */
export class FirstRecords {
  private readonly keys = new NumberKeys();
  private readonly records = new Map<number, number>();

  /** @returns the record that had the key before, or `undefined` when this one is the first and now has it */
  claim(digits: string, record: number): number | undefined {
    const key = this.keys.of(digits);
    const first = this.records.get(key);
    if (first === undefined) this.records.set(key, record);
    return first;
  }
}
