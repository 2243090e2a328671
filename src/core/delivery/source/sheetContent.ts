import { ContactSheet } from '../../checks/sheet';
import { reasonColumn } from '../../contact/columns';
import { scan } from '../../csv/scan';
import type { ColumnMap } from '../../mapping/columnMap';
import { mappedCells, type MappedSheet } from '../../mapping/mapSheet';
import { withoutField } from '../../mapping/withoutField';
import { linesOf } from './linesOf';
import { SheetSource } from './sheetSource';
import type { SendableRows } from './source';

/**
 * What is sent of a document that was checked: all of it but for a column `reason`, which never leaves.
 * @param name file name without its folder
 * @param shown the document as the editor shows it
 * @param bad why rows are held back, by their record in `shown`; absent for a document without errors. With it, be it
 * empty, the text is never sent as it stands: a line that is no row can have an error too
 */
export function sheetContent(
  name: string,
  shown: ContactSheet,
  bad?: ReadonlyMap<number, string>,
): SendableRows {
  const source = shownSource(name, shown, bad === undefined);
  return { source, heldBack: byPlace(source, bad ?? new Map()) };
}

/** A document's rows exactly as the editor shows them, but for a column `reason`. */
export function shownSource(name: string, shown: ContactSheet, mayGoWhole: boolean): SheetSource {
  const { table, headers } = shown;
  const left = headers.indexOf(reasonColumn);
  // Its records stand for the same rows.
  const sent = left < 0 ? shown : new ContactSheet(scan(withoutField(table, left), table.delimiter));
  return new SheetSource(name, sent, {
    isAsShown: true,
    mayGoWhole,
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
    mayGoWhole: true,
    lineOf: (record) => lineInFile(recordInFile(record)),
    cellsOf: (record) => mappedCells(shown, map, recordInFile(record)),
  });
}

function byPlace(source: SheetSource, bad: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  if (bad.size === 0) return places;
  for (let place = 0; place < source.rowCount; place++) {
    const reason = bad.get(source.recordAt(place));
    if (reason !== undefined) places.set(place, reason);
  }
  return places;
}
