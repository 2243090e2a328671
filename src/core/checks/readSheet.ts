import { scan } from '../csv/scan';
import { ContactSheet } from './sheet';

/** Reads a text as a contact list, whatever divides its cells. */
export function readSheet(text: string): ContactSheet {
  return new ContactSheet(scan(text));
}
