import type { ContactSheet } from '../../checks/sheet';
import { withoutReasons } from '../../checks/withoutReasons';
import { linesOf } from './linesOf';
import { SheetSource } from './sheetSource';
import type { SendableRows } from './source';

/**
 * What is sent of a document that was checked: all of it but for a column `reason`, which never leaves.
 * @param name file name without its folder
 * @param shown the document as the editor shows it
 * @param bad why rows with errors are held back, by their record in `shown`; absent for a document without errors. With
 * it, be it empty, the text is never sent as it stands: a line that is no row can have an error too
 */
export function sheetContent(
  name: string,
  shown: ContactSheet,
  bad?: ReadonlyMap<number, string>,
): SendableRows & { readonly headers: readonly string[] } {
  const sheet = withoutReasons(shown);
  const source = new SheetSource(name, sheet, linesOf(shown.table), bad === undefined);
  return { source, heldBack: byPlace(source, bad ?? new Map()), headers: sheet.headers };
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
