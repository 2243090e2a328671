import type { Finding } from '../checks/finding';
import type { ContactSheet } from '../checks/sheet';
import type { FixKind, TextEdit } from './fix';

/**
 * One list of edits that mends all of the findings which offer a fix of that kind, in the order of the text and not
 * overlapping; of two edits that would touch, the first one is kept.
 *
 * @param findings of this sheet, in any order
 * @param answer the value asked for, unquoted, when the fix asks
 */
export function fixAllOf(
  _findings: readonly Finding[],
  _kind: FixKind,
  _sheet: ContactSheet,
  _answer?: string,
): readonly TextEdit[] {
  return [];
}
