import * as v from 'valibot';
import { count, parse } from '../../protocol/parse';
import {
  importShown,
  listedRows,
  resultColumns,
  rowOutcomes,
  stateName,
  type Results,
} from '../../protocol/results';

const schema = v.object({
  /** Which state of which import this belongs to. */
  of: v.string(),
  filter: v.string(),
  outcome: v.optional(v.picklist(rowOutcomes)),
  /** The group of the story whose rows alone are shown, of that outcome. */
  group: v.optional(v.number()),
  sort: v.optional(v.object({ column: v.picklist(resultColumns), descending: v.boolean() })),
  /** The row whose details are open, as an index into the results' rows. */
  selected: v.optional(v.number()),
  /** Rows that are selected, unless it is the one whose details are open: the first and the last of each range. */
  chosen: v.optional(v.array(v.tuple([count, count]))),
  /** Those that the user wants to see; unset, those that are worth their room. */
  columns: v.optional(v.array(v.picklist(resultColumns))),
  /** Widths that the user has set, in px. */
  widths: v.optional(v.record(v.picklist(resultColumns), v.number())),
  scrollTop: v.number(),
  scrollLeft: v.number(),
});

/** What the user has set on the page. VS Code keeps it over a reload; the contacts themselves are never part of it. */
export type UiState = Readonly<v.InferOutput<typeof schema>>;

/**
 * What was kept, when it belongs to this import; otherwise a page on which nothing but the columns has been set. In another
 * state of the import its rows are the same, in the same places, as long as all of them are listed.
 */
export function restoreState(kept: unknown, results: Results): UiState {
  const of = stateName(results);
  const parsed = parse(schema, kept);
  if (parsed?.of === of) return parsed;
  if (parsed && importShown(parsed) === results.importId && results.rowsNotListed === 0)
    return { ...parsed, of, group: undefined };
  const { columns, widths } = parsed ?? {};
  return {
    of,
    filter: '',
    scrollTop: 0,
    scrollLeft: 0,
    ...(columns && { columns }),
    ...(widths && { widths }),
  };
}

/** So many rows have to be there before a page can be shown as it was left. */
export function rowsNeeded({ sort, scrollTop, selected, chosen }: UiState, results: Results): number {
  const listed = listedRows(results);
  // Sorted rows would change their places with each page that comes, and others are not there yet.
  const isAsAtFirst = sort === undefined && scrollTop === 0 && selected === undefined && chosen === undefined;
  return isAsAtFirst ? Math.min(1, listed) : listed;
}
