import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import {
  parsePageMessage,
  type PageMessage,
  type ShowFindingsMessage,
  type ShowMessage,
} from '../../../src/protocol/messages';

import { chromiumFlags, findChromium } from '../../vscode/chromium';
import { servePage, type PageServer } from './server';
import type { ThemeName } from './themes';

/** VS Code's half of a webview, in the browser: state that survives a reload, and messages to the host. */
const webviewApi = `
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => void window.hostReceives(message),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: (state) => (sessionStorage.setItem('state', JSON.stringify(state)), state),
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.hostReceives({ violation: violatedDirective + ' ' + blockedURI }));
`;

/** Long enough for 100,000 rows to come through the browser's protocol on a busy machine, in ms. */
const timeout = 120_000;

/** How a page is opened. */
export interface OpenOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
}

/** A results page as the editor sees it: it answers `ready` with what is to be shown, and notes every message. */
export class HostedPage {
  /** Every valid message from the page, in order. */
  readonly received: PageMessage[] = [];
  /** Errors, policy violations and messages that the protocol does not know. A good page leaves this empty. */
  readonly complaints: string[] = [];
  readonly page: Page;
  #shown: unknown;

  constructor(page: Page, shown: ShowMessage | ShowFindingsMessage) {
    this.page = page;
    this.#shown = shown;
  }

  /** Connects both ends and loads the page. */
  async load(address: string): Promise<this> {
    const { page, complaints } = this;
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.exposeFunction('hostReceives', (message: unknown) => this.#receive(message));
    await page.addInitScript({ content: webviewApi });
    await page.goto(address);
    await page.locator('#root > *').first().waitFor({ timeout });
    return this;
  }

  /** Sends the page a message of any kind, as VS Code delivers it. */
  async send(message: unknown): Promise<void> {
    // As one string: Playwright copies objects value by value, which takes minutes for 100,000 rows.
    await this.page.evaluate((text) => {
      const window = globalThis as unknown as { postMessage(message: unknown): void };
      window.postMessage(JSON.parse(text));
    }, JSON.stringify(message));
  }

  /** Loads the page again, as VS Code does when a hidden panel comes back. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.locator('#root > *').first().waitFor({ timeout });
  }

  async #receive(message: unknown): Promise<void> {
    const parsed = parsePageMessage(message);
    if (!parsed) return void this.complaints.push(`unknown message ${JSON.stringify(message)}`);
    this.received.push(parsed);
    if (parsed.type === 'ready') await this.send(this.#shown);
  }
}

/** One browser and one server, for as many pages as a test file opens. */
export class PageHost {
  readonly #server: PageServer;
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];

  private constructor(server: PageServer, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  /** Builds and serves the page and starts the browser. */
  static async start(): Promise<PageHost> {
    const executablePath = await findChromium();
    const browser = await chromium.launch({ executablePath, args: chromiumFlags });
    return new PageHost(await servePage(), browser);
  }

  /** Opens a page that shows an import or findings, in a fresh profile. */
  async open(shown: ShowMessage | ShowFindingsMessage, options: OpenOptions = {}): Promise<HostedPage> {
    const { theme = 'dark', width = 1100, height = 700 } = options;
    const context = await this.#browser.newContext({ viewport: { width, height }, timezoneId: 'UTC' });
    this.#contexts.push(context);
    return new HostedPage(await context.newPage(), shown).load(this.#server.address(theme));
  }

  /** Closes every page that was opened. */
  async closePages(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  /** Ends the browser and the server. */
  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}
