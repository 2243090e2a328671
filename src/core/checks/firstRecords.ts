/** Digits up to here make an exact number with a `1` in front, which keeps leading zeros apart. */
const mostExactDigits = 15;

/**
 * Which record had a key of digits first. Keys as long as a phone number can be (E.164: 15 digits) are kept as
 * numbers: a tenth of a list's text, where strings would take as much as the text itself.
 */
export class FirstRecords {
  private readonly byNumber = new Map<number, number>();
  private readonly byText = new Map<string, number>();

  /** @returns the record that had the key before, or `undefined` when this one is the first and now has it */
  claim(digits: string, record: number): number | undefined {
    return digits.length <= mostExactDigits
      ? claimIn(this.byNumber, Number(`1${digits}`), record)
      : claimIn(this.byText, digits, record);
  }
}

function claimIn<Key>(records: Map<Key, number>, key: Key, record: number): number | undefined {
  const first = records.get(key);
  if (first === undefined) records.set(key, record);
  return first;
}
