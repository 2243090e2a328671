import readSheets, { type Row } from 'read-excel-file/universal';
import { cellText, NumberCell, type CellText } from './cellText';
import { kindOfBytes } from './kind';
import type { SpreadsheetLimits } from './limits';
import { SpreadsheetError } from './problem';
import { sheetCsv, type SheetCsv } from './sheetCsv';
import { unpacked } from './unpack';

/**
 * Reads the sheets of a workbook, in its order; sheets of charts are left out.
 *
 * @throws SpreadsheetError when it is none, damaged or too large
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: SpreadsheetLimits,
): Promise<readonly SheetCsv[]> {
  if (bytes.length > limits.fileBytes) throw new SpreadsheetError('tooLarge');
  const kind = kindOfBytes(bytes);
  if (kind !== 'archive') throw new SpreadsheetError(kind);
  const archive = unpacked(bytes, limits);
  const sheets = await read(archive.buffer);
  if (sheets.length > limits.sheets) throw new SpreadsheetError('tooLarge');
  return sheets.flatMap(({ sheet, data }) =>
    data === undefined ? [] : [sheetCsv(sheet, texts(data), limits.csvLength)],
  );
}

/** The library's typings do not say that a sheet of charts has no data. */
interface ReadSheet {
  readonly sheet: string;
  readonly data: readonly Row<NumberCell>[] | undefined;
}

async function read(archive: ArrayBuffer): Promise<readonly ReadSheet[]> {
  try {
    return await readSheets(archive, { trim: false, parseNumber: (text) => new NumberCell(text) });
  } catch (error) {
    // Whatever it throws, of its own or not, what it found in the workbook is not what it expects there.
    throw new SpreadsheetError('damaged', { cause: error });
  }
}

/** Row by row: all at once they would take as much memory again. */
function* texts(rows: readonly Row<NumberCell>[]): Generator<readonly CellText[]> {
  for (const row of rows) yield row.map(cellText);
}
