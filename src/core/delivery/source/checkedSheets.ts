import { ContactSheet } from '../../checks/sheet';
import { reasonColumn } from '../../contact/columns';
import { scan } from '../../csv/scan';
import type { ColumnMap } from '../../mapping/columnMap';
import { mappedCells, type MappedSheet } from '../../mapping/mapSheet';
import { withoutField } from '../../mapping/withoutField';
import { linesOf } from './linesOf';
import { SheetSource } from './sheetSource';

/** A document's rows exactly as the editor shows them, but for a column `reason`, which is never sent. */
export function shownSource(name: string, shown: ContactSheet): SheetSource {
  const { table, headers } = shown;
  const left = headers.indexOf(reasonColumn);
  // Its records stand for the same rows.
  const sent = left < 0 ? shown : new ContactSheet(scan(withoutField(table, left), table.delimiter));
  return new SheetSource(name, sent, {
    isAsShown: true,
    lineOf: linesOf(table),
    cellsOf: (record) => {
      const cells = shown.cells(record);
      return left < 0 ? cells : cells.toSpliced(left, 1);
    },
  });
}

/**
 * A document's rows as a map makes them.
 * @param shown the document
 * @param checked the mapped text as it was checked
 */
export function mappedSource(
  name: string,
  shown: ContactSheet,
  map: ColumnMap,
  { records }: MappedSheet,
  checked: ContactSheet,
): SheetSource {
  const lineInFile = linesOf(shown.table);
  // The first record of the copy is its header, which stands on the file's first line.
  const recordInFile = (record: number) => records[record - 1] ?? 0;
  return new SheetSource(name, checked, {
    isAsShown: false,
    lineOf: (record) => lineInFile(recordInFile(record)),
    cellsOf: (record) => mappedCells(shown, map, recordInFile(record)),
  });
}
