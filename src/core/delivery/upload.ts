import { File, FormData } from 'node-fetch';

/** A CSV as it is uploaded. */
export interface CsvFile {
  /** File name without its folder; any characters, quotes and line breaks included. */
  readonly name: string;
  /** UTF-8, without a BOM: the server's CSV reader may take one for a part of the first column's name. */
  readonly bytes: Uint8Array;
  /** How many rows it holds: by these the answer may be long. */
  readonly rows?: number;
}

/** No larger piece of a file leaves at a time, in bytes: as much as Node.js takes before the one before is gone. */
const pieceBytes = 0x4000;

/** The file of a request could not leave to its end: this window was asleep meanwhile. */
export class UploadHalted extends Error {
  override readonly name = 'UploadHalted';
}

/**
 * A file that is asked for piece by piece as it leaves. What the network has taken is gone; but nobody stores a request
 * that ends in the middle of its file, and what stands behind the last piece leaves only after it.
 */
class WatchedFile extends File {
  constructor(
    private readonly content: Uint8Array,
    name: string,
    private readonly mayLeave: () => boolean,
  ) {
    super([content], name, { type: 'text/csv' });
  }

  override stream(): ReturnType<File['stream']> {
    return ReadableStream.from(this.pieces()) as ReturnType<File['stream']>;
  }

  /** @throws UploadHalted before the first piece that may not leave, or the end of the request that may not */
  private *pieces(): Generator<Uint8Array> {
    const { content, mayLeave } = this;
    for (let at = 0; ; at += pieceBytes) {
      if (!mayLeave()) throw new UploadHalted();
      if (at >= content.length) return;
      // A copy: a stream of bytes takes what it is given away from everybody else.
      yield new Uint8Array(content.subarray(at, at + pieceBytes));
    }
  }
}

/**
 * The multipart form of an import: one file part, `result_file`. The form gives the request its Content-Type with
 * the boundary; the API page's `application/json` makes servers miss the file. Quotes and line breaks in the file
 * name are percent-encoded and other characters sent as UTF-8, as browsers do (WHATWG form-data).
 * @param mayLeave asked before each piece leaves; false breaks the request off
 */
export function importForm({ name, bytes }: CsvFile, mayLeave: () => boolean): FormData {
  const form = new FormData();
  form.append('result_file', new WatchedFile(bytes, name, mayLeave));
  return form;
}
