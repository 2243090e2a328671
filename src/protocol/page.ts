import * as v from 'valibot';
import { count, line, type Schema } from './parse';

/**
 * The conversation between the editor and a page, the same for every page. The page asks: to be shown its state, at every
 * load (VS Code throws a hidden page away), then for what the user chooses. Each request is settled, well or not. The
 * editor tells: the words, the state, and by itself each newer state. Both validate whatever they receive.
 */
export interface PageProtocol<State, Own, Part = never, Order = never> {
  /** Editor to page. */
  readonly told: Schema<Told<State, Part, Order>>;
  /** Page to editor, within {@link Asked}: what this page may ask for besides {@link commonSchema}. */
  readonly own: Schema<Own>;
}

/** What the state of any page names, besides what is the page's own. */
export interface PageState {
  /** File name without its folder. */
  readonly fileName: string;
  /** URI of the file as a string, for the editor: a page never names the file that is to be opened. */
  readonly fileUri: string;
}

/** What any page may ask for: its state, or a place in its file, from 1; without a column, the line's beginning. */
export const commonSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('goTo'), line, column: v.optional(line) }),
]);

/** See {@link commonSchema}. */
export type CommonRequest = Readonly<v.InferOutput<typeof commonSchema>>;

/** Page to editor. `id` names the request until it is settled, for as long as the page is loaded. */
export interface Asked<Request> {
  readonly id: number;
  readonly request: Request;
}

/** The request comes through unread: one that is not understood has to be settled too. */
export const askedSchema: Schema<Asked<unknown>> = v.object({ id: count, request: v.unknown() });

const wordsSchema = v.object({
  type: v.literal('words'),
  /** BCP 47 tag of the editor's display language, for dates, numbers and sorting. */
  language: v.string(),
  /** Contents of the bundle for `@vscode/l10n`: the page's policy bars it from fetching one. English needs none. */
  bundle: v.optional(v.record(v.string(), v.string())),
});

const settledSchema = v.object({ type: v.literal('settled'), id: count, ok: v.boolean() });

/** The first message to a page: all that comes later is worded by it. */
export type Words = Readonly<v.InferOutput<typeof wordsSchema>>;

/** Editor to page. */
export type Told<State, Part = never, Order = never> =
  | Words
  | { readonly type: 'state'; readonly state: State }
  /** The next part of the state that was told last, where a state is told in parts. */
  | { readonly type: 'part'; readonly part: Part }
  /** What the page is to do with what only it knows: what is selected there, or has the focus. */
  | { readonly type: 'order'; readonly order: Order }
  | Readonly<v.InferOutput<typeof settledSchema>>;

/**
 * The protocol of a page.
 * @param own nothing, unless the page asks for more than any page may
 * @param part nothing, unless its state is too long for one message
 * @param order nothing, unless the editor has commands for what is on the page
 */
export function pageProtocol<State extends PageState, Own = never, Part = never, Order = never>(
  state: Schema<State>,
  own: Schema<Own> = v.never(),
  part: Schema<Part> = v.never(),
  order: Schema<Order> = v.never(),
): PageProtocol<State, Own, Part, Order> {
  const stateSchema = v.object({ type: v.literal('state'), state });
  const partSchema = v.object({ type: v.literal('part'), part });
  const orderSchema = v.object({ type: v.literal('order'), order });
  return { told: v.variant('type', [wordsSchema, stateSchema, partSchema, orderSchema, settledSchema]), own };
}
