import { chromium, type Browser, type Page } from 'playwright-core';
import { findingsProtocol, type Findings } from '../../../src/protocol/findings';
import { askedSchema, commonSchema, type CommonRequest, type Words } from '../../../src/protocol/page';
import { parse } from '../../../src/protocol/parse';
import type { EncodedPage } from '../../../src/protocol/encodedPage';
import { resultsProtocol, type Results, type ResultsRequest } from '../../../src/protocol/results';
import { chromiumFlags, findChromium } from '../../vscode/chromium';
import { servePage, type PageServer } from './server';
import type { ThemeName } from './themes';

/**
 * VS Code's half of a webview, in the browser: state that survives a reload but belongs to one visit, and messages to
 * the host.
 */
const webviewApi = `
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => void window.hostReceives(message),
    getState: () => JSON.parse(sessionStorage.getItem(location.search) ?? 'null') ?? undefined,
    setState: (state) => (sessionStorage.setItem(location.search, JSON.stringify(state)), state),
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.hostReceives({ violation: violatedDirective + ' ' + blockedURI }));
`;

/** Long enough for 100,000 rows to come through the browser's protocol on a busy machine, in ms. */
const timeout = 120_000;

/** A page, and what the editor has it show. */
export type Shown =
  | { readonly page: 'results'; readonly state: Results }
  | { readonly page: 'findings'; readonly state: Findings };

const protocols = { results: resultsProtocol, findings: findingsProtocol } as const;

const english: Words = { type: 'words', language: 'en' };

/** How a page is opened. */
export interface OpenOptions {
  /** English unless set. */
  readonly words?: Words;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
}

/** A page as the editor sees it: it answers `ready` with what is to be shown, and notes what is asked for. */
export class HostedPage {
  /** Every valid request of the page, in order. */
  readonly received: (CommonRequest | ResultsRequest)[] = [];
  /** Errors, policy violations and messages that the protocol does not know. A good page leaves this empty. */
  readonly complaints: string[] = [];
  /** Answers nothing any more. */
  silent = false;

  constructor(
    readonly page: Page,
    private readonly shown: Shown,
    private readonly words: Words,
  ) {}

  /** Sends the page a message of any kind, as VS Code delivers it. */
  async send(message: unknown): Promise<void> {
    // As one string: Playwright copies objects value by value, which takes minutes for 100,000 rows.
    const text = JSON.stringify(message, (_, value: unknown) =>
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
    );
    await this.page.evaluate((json) => {
      const window = globalThis as unknown as { postMessage(message: unknown): void };
      const revived: unknown = JSON.parse(json, (_, value: { readonly base64?: string } | null) =>
        value?.base64 === undefined
          ? value
          : Uint8Array.from(atob(value.base64), (character) => character.charCodeAt(0)),
      );
      window.postMessage(revived);
    }, text);
  }

  /** Has the page show another state. */
  async show(shown: Shown): Promise<void> {
    if (shown.page === 'findings') {
      await this.send({ type: 'state', state: shown.state });
      return;
    }
    const { rows, ...rest } = shown.state;
    await this.send({ type: 'state', state: { ...rest, rows: [] } });
    for (const [number, page] of rows.entries()) await this.change(number, page);
  }

  /** Has the page take rows in place of those that have the number. */
  async change(number: number, rows: EncodedPage): Promise<void> {
    await this.send({ type: 'part', part: { number, rows } });
  }

  /** Loads the page again, as VS Code does when a hidden panel comes back. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.drawn();
  }

  /** Resolves when the page shows something. */
  async drawn(): Promise<void> {
    await this.page.locator('#root > *').first().waitFor({ timeout });
  }

  /** Takes a message of the page. */
  async receive(message: unknown): Promise<void> {
    const asked = parse(askedSchema, message);
    const request =
      parse(commonSchema, asked?.request) ?? parse(protocols[this.shown.page].own, asked?.request);
    if (!asked || !request) return void this.complaints.push(`unknown message ${JSON.stringify(message)}`);
    this.received.push(request);
    if (this.silent) return;
    if (request.type === 'ready') {
      await this.send(this.words);
      await this.show(this.shown);
    }
    await this.send({ type: 'settled', id: asked.id, ok: true });
  }
}

/**
 * One browser with one tab, and one server, for as many visits as tests make, one after the other: a tab of its own for
 * each takes longer than most tests.
 */
export class PageHost {
  #visit: HostedPage | undefined;
  #visits = 0;

  private constructor(
    private readonly server: PageServer,
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  /** Builds and serves the pages and starts the browser. */
  static async start(): Promise<PageHost> {
    const executablePath = await findChromium();
    const browser = await chromium.launch({ executablePath, args: chromiumFlags });
    const page = await browser.newPage({ timezoneId: 'UTC' });
    const host = new PageHost(await servePage(), browser, page);
    await host.listen();
    return host;
  }

  /** Opens a page that shows an import or findings, in place of the one before. */
  async open(shown: Shown, options: OpenOptions = {}): Promise<HostedPage> {
    const { theme = 'dark', width = 1100, height = 700, words = english } = options;
    const { page } = this;
    const visit = new HostedPage(page, shown, words);
    this.#visit = visit;
    await page.setViewportSize({ width, height });
    // Where the mouse was left, something would be shown as hovered.
    await page.mouse.move(0, 0);
    await page.goto(`${this.server.address(shown.page, theme)}?${++this.#visits}`);
    await visit.drawn();
    return visit;
  }

  /** Ends the browser and the server. */
  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }

  private async listen(): Promise<void> {
    const { page } = this;
    const complain = (text: string) => void this.#visit?.complaints.push(text);
    page.on('pageerror', (error) => complain(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
    });
    page.on('dialog', (dialog) => {
      complain(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.exposeFunction('hostReceives', (message: unknown) => this.#visit?.receive(message));
    await page.addInitScript({ content: webviewApi });
  }
}
