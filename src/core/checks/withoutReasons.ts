import { scan } from '../csv/scan';
import { withoutFields } from '../csv/withoutFields';
import { ContactSheet } from './sheet';

/**
 * What is sent of a sheet: all of it but a column `reason`. Its records are those of the sheet, one for one; but none at
 * its end of which nothing is left.
 * @param before what this gave for a sheet with the same header, so that it need not be recognised again
 */
export function withoutReasons(sheet: ContactSheet, before?: ContactSheet): ContactSheet {
  const { table, reasonFields } = sheet;
  if (reasonFields.length === 0) return sheet;
  return new ContactSheet(scan(withoutFields(table, reasonFields), table.delimiter), before);
}

/**
 * The values of a record that are sent, as the sheet has them: read before the column is cut out, so that a wrong cut is
 * seen when a request is read back. Where nothing is left that is one empty cell, as a blank line reads.
 */
export function cellsToSend(sheet: ContactSheet, record: number): readonly string[] {
  const cells = sheet.cells(record).filter((_, field) => !sheet.reasonFields.includes(field));
  return cells.length > 0 ? cells : [''];
}
