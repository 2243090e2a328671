import { scan } from '../csv';
import type { Said } from './header';
import { recogniseDelimiter } from './recogniseDelimiter';
import { ContactSheet } from './sheet';

/**
 * Reads a text as a contact list, whatever divides its cells; the table's `delimiter` then says what does.
 * @param said what the user said of the file
 */
export function readSheet(text: string, said?: Said): ContactSheet {
  return new ContactSheet(scan(text, recogniseDelimiter(text)), undefined, said);
}
