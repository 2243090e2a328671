import { ContactSheet } from '../../checks/sheet';
import { scan } from '../../csv/scan';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { FileError } from '../../files/fileProblem';
import { readFileRows } from '../../files/fileRows';
import type { ImportRow } from '../run/outcome';
import type { ImportSource } from './source';

/** What a check of a file on disk found out, as far as it is needed to send it. */
export interface SurveyedFile {
  readonly path: string;
  /** The header record as CSV text, as it is sent. */
  readonly header: string;
  readonly rowCount: number;
  /** SHA-256 of the file. */
  readonly digest: Uint8Array;
  /** The file's size in bytes, and its time of change in ms since 1970. */
  readonly size: number;
  readonly mtimeMs: number;
}

/** The rows of a file that is too large for an editor: read from disk, a piece at a time, each time they are wanted. */
export class FileSource implements ImportSource {
  readonly name: string;
  readonly header: string;
  readonly headerCells: readonly string[];
  readonly newline = '\n';
  readonly rowCount: number;
  readonly digest: Uint8Array;
  /** Of all rows, in bytes: a plan is made of it, since counting rows takes as long as sending them. */
  readonly bytes: number;

  constructor(private readonly file: SurveyedFile) {
    this.name = path.basename(file.path);
    this.header = file.header;
    this.headerCells = cellsOf(file.header);
    this.rowCount = file.rowCount;
    this.digest = file.digest;
    this.bytes = file.size;
  }

  /** @throws DiskError as `readRows` does, and where the file is not the one any more that was checked */
  async *groups(): AsyncGenerator<readonly ImportRow[], void> {
    const { size, mtimeMs } = await stat(this.file.path);
    if (size !== this.file.size || mtimeMs !== this.file.mtimeMs) throw new FileError({ reason: 'changed' });
    let index = 0;
    for await (const { rows } of readFileRows(this.file.path)) {
      yield rows.map(({ line, values, record }) => ({
        index: index++,
        line,
        values,
        cells: cellsOf(record),
        record,
      }));
    }
  }
}

function cellsOf(record: string): readonly string[] {
  return new ContactSheet(scan(record)).cells(0);
}
