import assert from 'node:assert/strict';
import type { WebviewPanel } from 'vscode';
import type { Place } from '../../src/editor/pages/goToPlace';
import type { PagePorts } from '../../src/editor/pages/pagePanel';
import type { Words } from '../../src/protocol/page';

/** What a page is told first. */
export const fakeWords: Words = { type: 'words', language: 'de', bundle: { Rows: 'Zeilen' } };

/** A panel as VS Code gives one: it may be disposed of twice, and what is posted to it afterwards is a fault. */
export class FakePanel {
  title = '';
  viewColumn: number | undefined;
  readonly told: unknown[] = [];
  reveals = 0;
  disposals = 0;
  visible = true;
  /** See {@link delay}. */
  arrive: () => void = () => undefined;
  private arrived = Promise.resolve();
  private closed: () => void = () => undefined;
  private receive: (message: unknown) => Promise<void> = () => Promise.resolve();
  readonly webview = {
    onDidReceiveMessage: (listener: (message: unknown) => Promise<void>) => (this.receive = listener),
    postMessage: (message: unknown) => {
      assert.equal(this.disposals, 0, 'posted to a panel that is closed');
      this.told.push(message);
      return this.arrived.then(() => true);
    },
  };

  get asPanel(): WebviewPanel {
    return this as unknown as WebviewPanel;
  }

  /** From now on messages are on their way until {@link arrive} is called. */
  delay(): void {
    this.arrived = new Promise((resolve) => (this.arrive = resolve));
  }
  /** Resolves when the editor has done with the message. */
  say(message: unknown): Promise<void> {
    return this.receive(message);
  }
  onDidDispose(listener: () => void): void {
    this.closed = listener;
  }
  /** Whether it was given the focus when it was shown last. */
  hasFocus = false;
  reveal(_column?: unknown, preservesFocus = false): void {
    this.reveals++;
    this.hasFocus = !preservesFocus;
  }
  dispose(): void {
    if (this.disposals++ === 0) this.closed();
  }
}

/** VS Code, as far as pages need it: notes what is asked of it. */
export class FakePages implements PagePorts {
  readonly opened: FakePanel[] = [];
  readonly loaded: string[] = [];
  readonly places: (readonly [string, Place])[] = [];
  readonly errors: unknown[] = [];

  open(_name: string, title: string, viewColumn?: number): WebviewPanel {
    const panel = new FakePanel();
    panel.title = title;
    panel.viewColumn = viewColumn;
    this.opened.push(panel);
    return panel.asPanel;
  }
  load(name: string): void {
    this.loaded.push(name);
  }
  words(): Words {
    return fakeWords;
  }
  async goTo(fileUri: string, { line, column }: Place): Promise<void> {
    if (line === 13) throw new Error('no such line');
    await Promise.resolve();
    this.places.push([fileUri, { line, column }]);
  }
  showError(error: unknown): void {
    this.errors.push(error);
  }
}
