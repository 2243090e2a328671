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

/**
 * The multipart form of an import: one file part, `result_file`. The form gives the request its Content-Type with
 * the boundary; the API page's `application/json` makes servers miss the file. Quotes and line breaks in the file
 * name are percent-encoded and other characters sent as UTF-8, as browsers do (WHATWG form-data).
 */
export function importForm({ name, bytes }: CsvFile): FormData {
  const form = new FormData();
  form.append('result_file', new File([bytes], name, { type: 'text/csv' }));
  return form;
}
