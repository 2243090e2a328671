import { contactColumns } from '../contact/columns';

/** How a record names the columns again: in the order of the header, or in another one. */
export type Repeat = 'same' | 'other';

/**
 * A record without what may differ where it stands again: quotes, blanks, a byte order mark, capitals, and the cells that
 * are never sent.
 */
export function foldRecord(text: string, delimiter: string, reasonFields: readonly number[]): string {
  const fold = text
    .replace(delimiter === '\t' ? /["\uFEFF\u200B\u00A0 ]/g : /["\s\uFEFF\u200B]/g, '')
    .toLowerCase();
  if (reasonFields.length === 0) return fold;
  return fold
    .split(delimiter)
    .filter((_, field) => !reasonFields.includes(field))
    .join(delimiter);
}

/** So many of the documented names make a record a header. */
const fewestNames = 3;
/** What quotes, blanks and a mark may add to a record. */
const mostAdded = 100;

/** Told of its first letter, as each row of a long list is asked. */
function beginsAlike(text: string, fold: string): boolean {
  const unit = text.charCodeAt(0);
  return (unit | 0x20) === (fold.charCodeAt(0) | 0x20) || !/[a-z]/i.test(text.charAt(0));
}

/** Whether a record is the header once more: files that were put together have one for each. */
export function repeatOf(
  text: string,
  {
    fold,
    delimiter,
    reasonFields,
  }: {
    readonly fold: string | undefined;
    readonly delimiter: string;
    readonly reasonFields: readonly number[];
  },
): Repeat | undefined {
  if (fold === undefined || text === '') return undefined;
  const isNear =
    text.length >= fold.length && text.length <= fold.length + mostAdded && beginsAlike(text, fold);
  const mayBe = isNear || reasonFields.length > 0;
  if (mayBe && foldRecord(text, delimiter, reasonFields) === fold) return 'same';
  if (!text.includes('cellPhone')) return undefined;
  const cells = new Set(foldRecord(text, delimiter, reasonFields).split(delimiter));
  const named = contactColumns.filter((column) => cells.has(column.toLowerCase())).length;
  return named >= fewestNames ? 'other' : undefined;
}
