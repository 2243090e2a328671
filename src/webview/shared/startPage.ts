import * as l10n from '@vscode/l10n';
import type { CommonRequest, PageProtocol, PageState } from '../../protocol/page';
import { parse } from '../../protocol/parse';
import { note } from './facts';
import { createFormat, type Format } from './format';
import { keepFocus } from './keepFocus';
import { Requests, type Settled } from './requests';

/** What a page has of the editor. */
export interface Editor<Own> {
  /** Numbers and dates in the editor's language; its words are those of `l10n.t`. */
  readonly format: Format;
  /** Resolves when the request is settled; what went wrong has been told by then. */
  ask(request: CommonRequest | Own): Promise<Settled>;
  /** What the page keeps of itself over a reload. */
  load(): unknown;
  save(kept: unknown): void;
}

/** What a page goes on with after a state came. */
export interface Shown<State, Part, Order> {
  /** Goes on with a newer state of what is shown. @returns false when it is about something else */
  take?(state: State): boolean;
  /** Takes the next part of the state. */
  add?(part: Part): void;
  /** Does what a command of the editor asks of the page. */
  obey?(order: Order): void;
  /** Lets go of the document, before another state is shown in it. */
  letGo?(): void;
}

/** Draws a state into the page's root. */
export type Show<State, Own, Part, Order> = (
  root: HTMLElement,
  state: State,
  editor: Editor<Own>,
) => Shown<State, Part, Order> | undefined;

/** Starts a page: it says that it is ready, is given its words, and shows each state that it is given after them. */
export function startPage<State extends PageState, Own, Part = never, Order = never>(
  { told }: PageProtocol<State, Own, Part, Order>,
  show: Show<State, Own, Part, Order>,
): void {
  const vscode = acquireVsCodeApi();
  const root = document.getElementById('root') ?? document.body;
  const requests = new Requests<CommonRequest | Own>((asked) => vscode.postMessage(asked));
  const ask = async (request: CommonRequest | Own) => {
    const settled = await requests.make(request);
    if (settled === 'unanswered' && !root.querySelector('[role=alert]')) {
      const alert = note('warning', l10n.t('VS Code did not answer. Close this page and open it again.'));
      alert.role = 'alert';
      root.prepend(alert);
    }
    return settled;
  };
  let editor: Editor<Own> | undefined;
  let shown: Shown<State, Part, Order> | undefined;

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = parse(told, data);
    if (message?.type === 'words') {
      l10n.config({ contents: message.bundle ?? {} });
      const format = createFormat(message.language);
      document.documentElement.lang = format.language;
      editor = { format, ask, load: () => vscode.getState(), save: (kept) => void vscode.setState(kept) };
    } else if (message?.type === 'state' && editor) {
      root.querySelector('[role=alert]')?.remove();
      if (shown?.take?.(message.state)) return;
      shown?.letGo?.();
      shown = show(root, message.state, editor);
    } else if (message?.type === 'part') shown?.add?.(message.part);
    else if (message?.type === 'order') shown?.obey?.(message.order);
    else if (message?.type === 'settled') requests.settle(message.id, message.ok);
  });
  keepFocus();
  void ask({ type: 'ready' });
}
