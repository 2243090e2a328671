import { reasonColumn } from '../contact/columns';
import { scan } from '../csv/scan';
import { withoutField } from '../csv/withoutField';
import { ContactSheet } from './sheet';

/**
 * What is sent of a sheet: all of it but a column `importError`. Its records are those of the sheet, one for one.
 * @param before what this gave for a sheet with the same header, so that it need not be recognised again
 */
export function withoutReasons(sheet: ContactSheet, before?: ContactSheet): ContactSheet {
  const field = sheet.headers.indexOf(reasonColumn);
  if (field < 0) return sheet;
  const { table } = sheet;
  return withoutReasons(new ContactSheet(scan(withoutField(table, field), table.delimiter), before), before);
}
