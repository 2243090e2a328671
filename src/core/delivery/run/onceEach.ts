import type { ImportContent } from './batches';
import type { ImportRow } from './outcome';

/**
 * Lets each row pass once, by its place in the import: the last look before requests are made of what somebody cut out
 * of a file.
 */
export class OnceEach {
  /** By place: 1 when the row has passed. A set of a million numbers takes forty times as much. */
  private passed = new Uint8Array(1_024);

  /** The same groups. Throws an Error before it gives one with a row that has passed. */
  async *of(groups: ImportContent['rows']): AsyncGenerator<readonly ImportRow[]> {
    for await (const group of groups) {
      for (const { index, line } of group) {
        if (this.passed[index] === 1) throw new Error(`The row on line ${line} would be sent twice.`);
        this.pass(index);
      }
      yield group;
    }
  }

  private pass(index: number): void {
    if (index >= this.passed.length) {
      const longer = new Uint8Array(2 * (index + 1));
      longer.set(this.passed);
      this.passed = longer;
    }
    this.passed[index] = 1;
  }
}
