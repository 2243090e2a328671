import * as v from 'valibot';
import { findingsSchema, findingsLabelsSchema, type Findings, type FindingsLabels } from './findings';
import { line, parse } from './parse';
import { resultActions, resultsSchema, type ResultAction, type Results } from './results';
import { labelsSchema, type ResultsLabels } from './labels';

/**
 * The whole conversation between the editor and a page. The page says `ready` (at every load: VS Code throws a hidden
 * page away), is given its words and its state with `show` (an import) or `showFindings` (a check of a large file), and
 * may then ask for a place in the CSV to be revealed, or for one of the results' actions. Both sides validate what they receive with the two
 * `parse…Message` functions below.
 */

/** Editor to page. */
export interface ShowMessage {
  readonly type: 'show';
  readonly words: ResultsLabels;
  readonly results: Results;
}

/** Editor to page: what a check found. */
export interface ShowFindingsMessage {
  readonly type: 'showFindings';
  readonly words: FindingsLabels;
  readonly findings: Findings;
}

/**
 * Page to editor: it is ready to be given its state, or the user asks for an action, or for a line of the CSV, perhaps
 * with a column (both 1-based).
 */
export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'goToLine'; readonly line: number; readonly column?: number | undefined }
  | { readonly type: 'act'; readonly action: ResultAction };

const showSchema: v.GenericSchema<unknown, ShowMessage | ShowFindingsMessage> = v.variant('type', [
  v.object({ type: v.literal('show'), words: labelsSchema, results: resultsSchema }),
  v.object({ type: v.literal('showFindings'), words: findingsLabelsSchema, findings: findingsSchema }),
]);

const pageSchema: v.GenericSchema<unknown, PageMessage> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('goToLine'), line, column: v.optional(line) }),
  v.object({ type: v.literal('act'), action: v.picklist(resultActions) }),
]);

/** What the page understands of a message from the editor; `undefined` for anything that shows nothing. */
export const parseShowMessage = (message: unknown): ShowMessage | ShowFindingsMessage | undefined =>
  parse(showSchema, message);

/** What the editor understands of a message from the page; `undefined` for anything that is no {@link PageMessage}. */
export const parsePageMessage = (message: unknown): PageMessage | undefined => parse(pageSchema, message);
