import type * as vscode from 'vscode';
import { askedSchema, commonSchema, type PageProtocol, type PageState, type Told } from '../../protocol/page';
import { parse } from '../../protocol/parse';
import { pauseIfDue } from '../../core/files/slices';
import type { PageName, Pages } from './pages';

/** One page of the extension. */
export interface Page<State, Own, Part = never, Order = never> {
  readonly name: PageName;
  /** Title of its tab, in the user's language. */
  titleOf(state: State): string;
  readonly options?: vscode.WebviewPanelOptions;
  readonly protocol: PageProtocol<State, Own, Part, Order>;
  /** A state that is too long for one message: what is told of it first, and the parts that follow. */
  split?(state: State): { readonly head: State; readonly parts: readonly Part[] };
  /** Called after a page has been told all of a state. */
  told?(state: State): void;
  /** Does what only this page asks for. The request is settled when it resolves. */
  answer?(request: Own, state: State): void | Promise<void>;
  /** Where its panel opens; beside the editor without one. */
  column?(): vscode.ViewColumn | undefined;
  /** After its panel was closed. */
  closed?(): void;
}

/** What a page needs of VS Code. */
export type PagePorts = Pick<Pages, 'open' | 'load' | 'words' | 'goTo' | 'showError'>;

/**
 * So many messages may be on their way: an answer may wait for its turn several times while this process has other work.
 */
const mostOnTheWay = 32;
/** So many leave without a pause. */
const sentAtOnce = 8;

/** What a loaded page has yet to be told. */
interface Due {
  /** Whether the state itself. */
  head: boolean;
  /** The numbers of the state's parts, from 0, in the order in which they are told. */
  parts: Set<number>;
  /** As long as something is being told. */
  telling?: Promise<void>;
}

/**
 * A page in a panel: opens it, gives it its words and its state whenever it is ready, and sees that what it asks for is
 * settled. A page may send what it likes; what is not understood is not done.
 */
export class PagePanel<State extends PageState, Own = never, Part = never, Order = never>
  implements vscode.Disposable
{
  private panel: vscode.WebviewPanel | undefined;
  private shown: State | undefined;
  /** Of the page that is loaded; `undefined` as long as none is. */
  private due: Due | undefined;

  constructor(
    private readonly pages: PagePorts,
    private readonly page: Page<State, Own, Part, Order>,
  ) {}

  get isOpen(): boolean {
    return this.panel !== undefined;
  }

  /** Where its panel is, if that is open. */
  get column(): vscode.ViewColumn | undefined {
    return this.panel?.viewColumn;
  }

  /** What is shown, or was when the user closed the panel. */
  get state(): State | undefined {
    return this.shown;
  }

  /**
   * Shows a state, in a new panel if there is none, leaving the focus where it is unless it takes it.
   * @param how `changed`: numbers of the state's parts, where the page has the others already
   */
  async show(
    state: State,
    {
      takesFocus = false,
      changed,
    }: { readonly takesFocus?: boolean; readonly changed?: readonly number[] } = {},
  ): Promise<void> {
    if (this.panel === undefined) {
      const { name, options } = this.page;
      const panel = this.pages.open(name, this.page.titleOf(state), this.page.column?.(), options);
      this.adopt(panel, state);
      if (takesFocus) panel.reveal();
      return;
    }
    this.panel.reveal(undefined, !takesFocus);
    await this.update(state, changed);
  }

  /** Tells a newer state, if it is shown, without its panel's coming to the front. `changed`: as in {@link show}. */
  async update(state: State, changed?: readonly number[]): Promise<void> {
    this.shown = state;
    this.name();
    if (this.panel === undefined || this.due === undefined) return;
    // The page takes a state's parts in order, at first.
    if (changed === undefined) this.due.parts.clear();
    await this.tellState(this.panel, this.due, changed ?? this.numbers(state));
  }

  /**
   * Makes a panel this page's own: a new one, or one that VS Code brings back. A second one is closed.
   * @param state told later, by {@link update}, where it has yet to be read: the page loads meanwhile
   */
  adopt(panel: vscode.WebviewPanel, state: State | undefined): void {
    if (this.panel !== undefined) {
      panel.dispose();
      return;
    }
    this.shown = state;
    this.panel = panel;
    this.due = undefined;
    this.name();
    panel.webview.onDidReceiveMessage((message: unknown) => this.receive(panel, message));
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.due = undefined;
      this.page.closed?.();
    });
    this.pages.load(this.page.name, panel);
  }

  /** Gives the tab the title that it has by now. */
  name(): void {
    if (this.panel === undefined || this.shown === undefined) return;
    const title = this.page.titleOf(this.shown);
    if (this.panel.title !== title) this.panel.title = title;
  }

  /**
   * Has the page do something that only it can: with what is selected there.
   * @param takesFocus where a menu of the page asks: when it closes, the focus is nowhere
   * @returns whether there is a page to do it; one that is behind another tab is none, for VS Code throws it away
   */
  order(order: Order, takesFocus = false): boolean {
    if (this.panel?.visible !== true) return false;
    if (takesFocus) this.panel.reveal();
    void this.tell(this.panel, { type: 'order', order });
    return true;
  }

  /** Closes the panel and forgets what it showed. */
  dispose(): void {
    this.shown = undefined;
    this.panel?.dispose();
  }

  private async receive(panel: vscode.WebviewPanel, message: unknown): Promise<void> {
    const asked = parse(askedSchema, message);
    if (asked === undefined) return;
    const ok = await this.settle(panel, asked.request).catch((error: unknown) => {
      this.pages.showError(error);
      return false;
    });
    await this.tell(panel, { type: 'settled', id: asked.id, ok });
  }

  /** @returns whether the request was understood, and done */
  private async settle(panel: vscode.WebviewPanel, request: unknown): Promise<boolean> {
    const state = this.shown;
    const common = parse(commonSchema, request);
    const own = parse(this.page.protocol.own, request);
    if (common?.type === 'ready' && panel === this.panel) {
      this.due = { head: false, parts: new Set() };
      const words = this.tell(panel, this.pages.words());
      if (state !== undefined) await this.tellState(panel, this.due, this.numbers(state));
      await words;
    } else if (state === undefined) return false;
    else if (common?.type === 'goTo') await this.pages.goTo(state.fileUri, common);
    else if (own !== undefined) await this.page.answer?.(own, state);
    else return false;
    return true;
  }

  private async tellState(panel: vscode.WebviewPanel, due: Due, parts: Iterable<number>): Promise<void> {
    due.head = true;
    for (const part of parts) due.parts.add(part);
    due.telling ??= this.tellInTurn(panel, due).finally(() => delete due.telling);
    await due.telling;
  }

  /**
   * Some messages are on their way at once, and the next one waits until one has arrived; what has changed meanwhile is told
   * as it is by then, and once.
   */
  private async tellInTurn(panel: vscode.WebviewPanel, due: Due): Promise<void> {
    const onTheWay = new Set<Promise<void>>();
    const send = (message: Told<State, Part, Order>) => {
      const sent = this.tell(panel, message).finally(() => onTheWay.delete(sent));
      onTheWay.add(sent);
    };
    while (due === this.due && this.shown !== undefined) {
      if (onTheWay.size >= sentAtOnce) await pauseIfDue();
      const { head, parts } = this.split(this.shown);
      const [next] = due.parts;
      const isAllSent = !due.head && next === undefined;
      if (onTheWay.size === mostOnTheWay || (isAllSent && onTheWay.size > 0)) await Promise.race(onTheWay);
      else if (due.head) {
        due.head = false;
        send({ type: 'state', state: head });
      } else if (next === undefined) {
        this.page.told?.(this.shown);
        return;
      } else {
        due.parts.delete(next);
        const part = parts[next];
        if (part !== undefined) send({ type: 'part', part });
      }
    }
    await Promise.all(onTheWay);
  }

  private numbers(state: State): Iterable<number> {
    return this.split(state).parts.keys();
  }

  private split(state: State): { readonly head: State; readonly parts: readonly Part[] } {
    return this.page.split?.(state) ?? { head: state, parts: [] };
  }

  /** What a panel is told that was closed meanwhile interests nobody. */
  private async tell(panel: vscode.WebviewPanel, message: Told<State, Part, Order>): Promise<void> {
    if (panel === this.panel) await panel.webview.postMessage(message);
  }
}
