import type { Selection } from './selection';

/** The keys that are held while something is pressed or clicked. */
type Held = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/**
 * Selects by a key that does not move: Space the row, Shift+Space all rows to it, Ctrl+A (⌘A) those that are shown.
 * @param row where the keyboard is; none on the headings
 * @returns whether it was such a key
 */
export function selectByKey(
  event: Held & Pick<KeyboardEvent, 'key'>,
  selection: Selection,
  view: readonly number[],
  row: number | undefined,
): boolean {
  const { key, altKey, shiftKey } = event;
  if (altKey) return false;
  if (key.toLowerCase() === 'a' && isAdding(event) && !shiftKey) {
    selection.all(view);
    return true;
  }
  if (key !== ' ' || row === undefined) return false;
  if (shiftKey) selection.extend(view, row, row, isAdding(event));
  else selection.toggle(row);
  return true;
}

/**
 * Selects by a click with Ctrl (⌘), which adds a row or takes it out, or with Shift, which selects all rows to it.
 * @param from where the keyboard was, and the range begins if no row was selected before
 * @returns whether it was such a click
 */
export function selectByClick(
  held: Held,
  selection: Selection,
  view: readonly number[],
  from: number,
  row: number,
): boolean {
  if (held.shiftKey) selection.extend(view, from, row, isAdding(held));
  else if (isAdding(held)) selection.toggle(row);
  else return false;
  return true;
}

function isAdding({ ctrlKey, metaKey }: Held): boolean {
  return ctrlKey || metaKey;
}
