import { isRowPage, type RowPage } from './rowPage';

/** A page as JSON has it: numbers in lists. */
export function pageToJson(page: RowPage): unknown {
  const { count, texts, cells, lists, detailEnds, historyEnds } = page;
  const [plain, ...ends] = [lists, detailEnds, historyEnds].map((column) => Array.from(column));
  return { count, texts, cells: cells.map((column) => Array.from(column)), lists: plain, ends };
}

/** The reverse of {@link pageToJson}; `undefined` for anything else. */
export function pageFromJson(value: unknown): RowPage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { count, texts, cells, lists, ends } = value as Readonly<Record<string, unknown>>;
  if (![cells, lists, ends].every(Array.isArray)) return undefined;
  const [detailEnds, historyEnds] = (ends as readonly unknown[]).map(columnOf);
  const page = {
    count,
    texts,
    cells: (cells as readonly unknown[]).map(columnOf),
    lists: columnOf(lists),
    detailEnds,
    historyEnds,
  };
  return isRowPage(page) ? page : undefined;
}

function columnOf(list: unknown): Uint32Array | undefined {
  return Array.isArray(list) && list.every((one) => Number.isSafeInteger(one))
    ? Uint32Array.from(list as readonly number[])
    : undefined;
}
