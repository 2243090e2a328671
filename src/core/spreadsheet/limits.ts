/** How much of a workbook is read. What is beyond is refused: a small file can hold more than any machine has memory for. */
export interface SpreadsheetLimits {
  /** Size of the file, in bytes. */
  readonly fileBytes: number;
  /** Size of the parts that are read of it, unpacked, in bytes. */
  readonly unpackedBytes: number;
  /** Longest text between two tags, in bytes; Excel's own limit for a cell is 32,767 characters. */
  readonly textBytes: number;
  readonly sheets: number;
  /** Rows by columns of all sheets, as far as they hold anything. */
  readonly cells: number;
  /** Length of the CSV of a sheet, in UTF-16 units; VS Code gives extensions no document above 50 MB. */
  readonly csvLength: number;
  /** How long reading may take, in ms. */
  readonly ms: number;
  /** How much memory V8 may use for it, in MB. Two million cells need half of it. */
  readonly heapMb: number;
}

const mb = 1024 * 1024;

export const spreadsheetLimits: SpreadsheetLimits = {
  fileBytes: 20 * mb,
  unpackedBytes: 200 * mb,
  textBytes: mb,
  sheets: 1000,
  cells: 2_000_000,
  csvLength: 40 * mb,
  ms: 120_000,
  heapMb: 1024,
};
