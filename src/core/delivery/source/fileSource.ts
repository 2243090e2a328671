import path from 'node:path';
import type { BrokenQuotes } from '../../checks';
import type { CheckedFile } from '../../files/checkedFile';
import { readFileRows } from '../../files/fileRows';
import type { ImportRow } from '../run/outcome';
import type { ImportSource } from './source';

/** The rows of a file that is too large for an editor: read from disk, a piece at a time, each time they are wanted. */
export class FileSource implements ImportSource {
  readonly name: string;
  readonly header: string;
  readonly headerCells: readonly string[];
  /** The names of this product's own columns that the file has: they are not sent. */
  readonly ownColumns: readonly string[];
  readonly delimiter: string;
  readonly brokenHeader?: BrokenQuotes;
  readonly newline: string;
  readonly rowCount: number;
  readonly digest: Uint8Array;
  /** Of all rows, in bytes: a plan is made of it, since counting rows takes as long as sending them. */
  readonly bytes: number;

  constructor(private readonly file: CheckedFile) {
    this.name = path.basename(file.path);
    this.header = file.header;
    this.headerCells = file.headerCells;
    this.ownColumns = file.ownColumns;
    this.delimiter = file.delimiter;
    if (file.brokenHeader) this.brokenHeader = file.brokenHeader;
    this.newline = file.newline;
    this.rowCount = file.rowCount;
    this.digest = file.digest;
    this.bytes = file.size;
  }

  /** @throws FileError as `readFileRows` does, before any row is given that is not as it was checked */
  async *groups(): AsyncGenerator<readonly ImportRow[], void> {
    let index = 0;
    for await (const rows of readFileRows(this.file)) {
      yield rows.map(({ newline, ...inFile }) => {
        const row = { index: index++, ...inFile };
        // Behind the last row of a file there may be none; in a request each row has one.
        return newline === '' || newline === this.newline ? row : { ...row, newline };
      });
    }
  }
}
