import * as v from 'valibot';
import { count } from './parse';
import { resultColumns, rowOutcomes } from './resultRow';

/** What can be done next with an import, most pressing first. */
export const resultActions = ['resume', 'findRefused', 'saveRest', 'findOnStream', 'lookUp'] as const;

/** One of {@link resultActions}. */
export type ResultAction = (typeof resultActions)[number];

/** Whether an action is offered. Who may go on with an import may look for its rows alone. */
export function isOffered(action: ResultAction, offered: readonly ResultAction[]): boolean {
  return offered.includes(action) || (action === 'lookUp' && offered.includes('resume'));
}

/** In which form something of the table is copied; `cell` is the value of one cell alone. */
export const copyForms = ['cell', 'tsv', 'csv', 'json'] as const;

/** One of {@link copyForms}. */
export type CopyForm = (typeof copyForms)[number];

/** Rows by their indices among those that are listed, in the order in which the page shows them. */
const rowIndices = v.custom<readonly number[]>(
  (value) => Array.isArray(value) && value.every((index) => Number.isSafeInteger(index)),
);

/** Cells as the page shows them, row by row. */
const cellTexts = v.custom<readonly (readonly string[])[]>(
  (value) => Array.isArray(value) && value.every(isTexts),
);

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

/** What the results page may ask for besides what any page may. */
export const requestSchema = v.variant('type', [
  /** That something is done with the import. */
  v.object({ type: v.literal('act'), action: v.picklist(resultActions) }),
  /** That cells go to the clipboard. `headings` are those of the columns, in the user's language. */
  v.object({
    type: v.literal('copy'),
    form: v.picklist(copyForms),
    columns: v.array(v.picklist(resultColumns)),
    headings: v.array(v.string()),
    rows: cellTexts,
  }),
  /**
   * That rows are exported: all, or if the user likes these. Each is absent where it is no choice. `outcome`: of which all
   * rows are shown that are listed, where some are only counted.
   */
  v.object({
    type: v.literal('export'),
    shown: v.optional(rowIndices),
    selected: v.optional(rowIndices),
    outcome: v.optional(v.picklist(rowOutcomes)),
  }),
  /** That the cursor goes to a row, by its place in the import. */
  v.object({ type: v.literal('goToRow'), place: count }),
  /** That rows are selected in the file. */
  v.object({ type: v.literal('selectInFile'), rows: rowIndices }),
]);

/** See {@link requestSchema}. */
export type ResultsRequest = Readonly<v.InferOutput<typeof requestSchema>>;

/** One kind of {@link ResultsRequest}. */
export type RequestOf<Type extends ResultsRequest['type']> = Extract<ResultsRequest, { readonly type: Type }>;

/** What commands of the editor have the results page do: it answers by asking for what goes on outside of it. */
export const ordersSchema = v.variant('do', [
  v.object({ do: v.literal('copy'), form: v.picklist(copyForms) }),
  v.object({ do: v.literal('goToLine') }),
  v.object({ do: v.literal('selectInFile') }),
  v.object({ do: v.literal('export') }),
  /** Marks the row in which the cursor is, by its place in the import; none when it is absent. */
  v.object({ do: v.literal('mark'), place: v.optional(count) }),
]);

/** See {@link ordersSchema}. */
export type ResultsOrder = Readonly<v.InferOutput<typeof ordersSchema>>;
