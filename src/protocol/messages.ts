import * as v from 'valibot';
import { line, parse } from './parse';
import { resultActions, resultsSchema, type ResultAction, type Results } from './results';
import { wordsSchema, type ResultsWords } from './words';

/**
 * The whole conversation between the editor and the results page. The page says `ready` (at every load: VS Code
 * throws a hidden page away), is given its words and its state with `show`, and may then ask for a line of the CSV
 * to be revealed, or for one of the results' actions. Both sides validate what they receive with the two
 * `parse…Message` functions below.
 */

/** Editor to page. */
export interface ShowMessage {
  readonly type: 'show';
  readonly words: ResultsWords;
  readonly results: Results;
}

/** Page to editor: it is ready to be given its state, or the user asks for a line of the CSV (1-based) or an action. */
export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'goToLine'; readonly line: number }
  | { readonly type: 'act'; readonly action: ResultAction };

const showSchema: v.GenericSchema<unknown, ShowMessage> = v.object({
  type: v.literal('show'),
  words: wordsSchema,
  results: resultsSchema,
});

const pageSchema: v.GenericSchema<unknown, PageMessage> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('goToLine'), line }),
  v.object({ type: v.literal('act'), action: v.picklist(resultActions) }),
]);

/** What the page understands of a message from the editor; `undefined` for anything that is no {@link ShowMessage}. */
export const parseShowMessage = (message: unknown): ShowMessage | undefined => parse(showSchema, message);

/** What the editor understands of a message from the page; `undefined` for anything that is no {@link PageMessage}. */
export const parsePageMessage = (message: unknown): PageMessage | undefined => parse(pageSchema, message);
