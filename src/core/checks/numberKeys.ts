/** Digits up to here make an exact number with a `1` in front, which keeps leading zeros apart. */
const mostExactDigits = 15;

/**
 * Gives every string of digits a number of its own. Those as long as a phone number can be (E.164: 15 digits) are
 * their own number, which takes a tenth of a list's text, where strings would take as much as the text itself.
 */
export class NumberKeys {
  private readonly long = new Map<string, number>();

  /** @returns never 0 */
  of(digits: string): number {
    if (digits.length <= mostExactDigits) return Number(`1${digits}`);
    const known = this.long.get(digits) ?? -1 - this.long.size;
    this.long.set(digits, known);
    return known;
  }
}

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
