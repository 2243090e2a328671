import { numberIn } from './entries';
import { hashBytes, hashIn, writeHash } from './hashBytes';
import { HashTable } from './hashTable';

/** Rows that are made room for at a time. */
const blockRows = 4_096;
/** Of each row its hash, and behind it the number of the one before it that has the same number, from 1; 0 for none. */
const rowBytes = hashBytes + 4;

/** Hashes of rows by their numbers: a million of them without a text or a list for each. */
export class RowsByNumber {
  private readonly blocks: Buffer[] = [];
  private count = 0;
  /** By number: that of the last row that has it, from 1. */
  private readonly last = new HashTable();

  /** Adds a row, once. */
  add(hash: string): void {
    const at = (this.count % blockRows) * rowBytes;
    if (at === 0) this.blocks.push(Buffer.alloc(blockRows * rowBytes));
    const number = numberIn(hash);
    const block = this.blocks.at(-1);
    if (block) block.writeUInt32LE(this.last.get(number) ?? 0, writeHash(hash, block, at));
    this.last.set(number, ++this.count);
  }

  /** Those that have a number. */
  with(number: string): string[] {
    const hashes: string[] = [];
    for (let row = this.last.get(number) ?? 0; row > 0;) {
      const block = this.blocks[Math.floor((row - 1) / blockRows)];
      const at = ((row - 1) % blockRows) * rowBytes;
      if (block === undefined) break;
      hashes.push(hashIn(block, at));
      row = block.readUInt32LE(at + hashBytes);
    }
    return hashes;
  }
}
