import { scan } from '../csv/scan';
import { recogniseDelimiter } from './recogniseDelimiter';
import { ContactSheet } from './sheet';

/** Reads a text as a contact list, whatever divides its cells; the table's `delimiter` then says what does. */
export function readSheet(text: string): ContactSheet {
  return new ContactSheet(scan(text, recogniseDelimiter(text)));
}
