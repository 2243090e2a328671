import type { ContactSheet } from '../../src/core/checks/sheet';
import { readSheet } from '../../src/core/checks/readSheet';
import { createPhoneNumbers } from '../../src/core/contact/phone';
import { copySource } from '../../src/core/delivery/source/sheetContent';
import type { SheetSource } from '../../src/core/delivery/source/sheetSource';
import type { ColumnMap } from '../../src/core/mapping/columnMap';
import { mappedCells, mapSheet, type MappedSheet } from '../../src/core/mapping/mapSheet';
import type { MapNeeds } from '../../src/core/mapping/rowReading';
import { finished } from './finished';

/** The real numbering plans, and a user who reads English. */
export const needs: MapNeeds = { phones: createPhoneNumbers(), language: 'en' };

/** The file's rows as the map makes them. */
export function mapped(sheet: ContactSheet, map: ColumnMap): MappedSheet {
  return finished(mapSheet(sheet, map, needs));
}

/** The rows of a mapped copy of a document, as they are sent. */
export function mappedSource(shown: ContactSheet, map: ColumnMap): SheetSource {
  const { text, records } = mapped(shown, map);
  return finished(
    copySource('a.csv', shown, readSheet(text), {
      records,
      cellsOf: (record) => mappedCells(shown, map, needs, record),
    }),
  );
}
