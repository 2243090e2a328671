/** How much of what a server sends is shown, in UTF-16 units; the rest is cut, so that any answer can be kept and shown. */
export const longestValue = 2_000;
export const longestId = 200;
const deepestLevel = 32;
/** More values do not fit into {@link longestValue}. */
const mostValues = longestValue;

/** What stands in place of what is cut. */
export const ellipsis = '…';

/** The start of a text. */
export function cut(text: string, longest = longestValue): string {
  if (text.length <= longest) return text;
  // No half of a character in front.
  return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '') + ellipsis;
}

/** Text as it is; anything else, such as the lists `address` and `twitterDetails`, as JSON. */
export function shownText(value: unknown): string {
  return cut(typeof value === 'string' ? value : JSON.stringify(pruned(value), undefined, 2));
}

/** A copy that is not too deep, nor too large, to be written down. */
export function pruned(value: unknown, level = 1, budget = { values: mostValues }): unknown {
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (level > deepestLevel) return ellipsis;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const parts = list.slice(0, take(list.length, budget)).map((part) => pruned(part, level + 1, budget));
    return parts.length < list.length ? [...parts, ellipsis] : parts;
  }
  const all = Object.entries(value);
  const some = all
    .slice(0, take(all.length, budget))
    .map(([key, part]) => [cut(key), pruned(part, level + 1, budget)] as const);
  return Object.fromEntries(some.length < all.length ? [...some, [ellipsis, ellipsis] as const] : some);
}

/** How many of so many are within the budget, from which they are taken. */
function take(wanted: number, budget: { values: number }): number {
  const count = Math.min(wanted, Math.max(0, budget.values));
  budget.values -= count;
  return count;
}
