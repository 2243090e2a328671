import fs from 'node:fs';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { chromiumFlags, findChromium, ownSignals } from '../../vscode/chromium';
import { removeTemporaryFolder, temporaryFolder } from '../../vscode/cleanup';
import { codeServer, type CodeServer, type Pinned } from '../../vscode/codeServer';
import { makeProfile, type Profile, type Settings } from '../../vscode/profile';
import { installVsix, startServer, type Server, type ServerOptions } from '../../vscode/server';
import { addPseudoTranslation, speakPseudo } from './pseudoLanguage';
import { keybindingsText } from './shortcuts';

/** What a VS Code is started with. */
export interface SessionOptions extends Omit<ServerOptions, 'smokeTestDriver'> {
  /** Extensions to install, absolute paths of VSIX files. */
  readonly vsix?: readonly string[];
  /** User settings on top of the quietening ones. */
  readonly settings?: Settings;
  /** The workspace's files: path relative to its folder → content. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Has VS Code run in the pseudo-language, with a translation to it; in English if unset. */
  readonly pseudoLanguage?: boolean;
  /** Which VS Code; {@link codeServer}'s default if unset. */
  readonly pinned?: Pinned;
  /** The window's size in CSS pixels; 1400 × 900 if unset. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Pixels of a picture to a CSS pixel; 1 if unset. */
  readonly pixelRatio?: number;
}

/** One VS Code of its own: a temporary profile and workspace, a server, and a browser with a lasting profile. */
export class Session {
  #server: Server | undefined;
  #context: BrowserContext | undefined;
  #page: Page | undefined;
  readonly #names = new Set<string>();

  private constructor(
    private readonly product: CodeServer,
    private readonly executablePath: string,
    /** The folders that this VS Code calls its own. */
    readonly profile: Profile,
    /** The workspace folder, absolute. */
    readonly folder: string,
    private readonly options: SessionOptions,
  ) {}

  /** Prepares everything and opens the workbench; resolves when its explorer is drawn. */
  static async start(options: SessionOptions = {}): Promise<Session> {
    const [product, executablePath] = [await codeServer(options.pinned), await findChromium()];
    const home = temporaryFolder();
    try {
      const profile = makeProfile(home, options.settings);
      fs.writeFileSync(path.join(profile.userData, 'User', 'keybindings.json'), keybindingsText());
      const folder = path.join(home, 'workspace');
      fs.mkdirSync(folder);
      for (const vsix of options.vsix ?? []) await installVsix(product, profile, vsix);
      if (options.pseudoLanguage) addPseudoTranslation(profile);
      const session = new Session(product, executablePath, profile, folder, options);
      session.replaceFiles(options.files ?? {});
      await session.open(options.port);
      return session;
    } catch (error) {
      removeTemporaryFolder(home);
      throw error;
    }
  }

  /** The browser page; another one after {@link restart}. */
  get page(): Page {
    if (!this.#page) throw new Error('This session is closed.');
    return this.#page;
  }

  /** Where the console of the window and of the extension host is written. */
  get consoleLog(): string {
    return path.join(this.profile.home, 'console.log');
  }

  /** The folder in which the extension keeps what is there for all windows. */
  get storage(): string {
    return path.join(
      this.profile.userData,
      'User',
      'globalStorage',
      'agentassist-contacts.agentassist-contacts',
    );
  }

  /** Writes a file of the workspace, as a program beside VS Code would. */
  write(name: string, content: string | Uint8Array): void {
    const file = path.join(this.folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }

  /**
   * Empties the workspace and writes these files.
   * @throws Error on a name that was there before: VS Code keeps the text of a closed file for minutes, and may show it
   */
  replaceFiles(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const name of fs.readdirSync(this.folder)) {
      fs.rmSync(path.join(this.folder, name), { recursive: true });
    }
    for (const [name, content] of Object.entries(files)) {
      if (this.#names.has(name))
        throw new Error(`Two tests of one window have a ${name}: rename one of them.`);
      this.#names.add(name);
      this.write(name, content);
    }
  }

  /** Writes the user settings, as a program beside VS Code would: at once, so that nobody reads half of them. */
  writeSettings(text: string): void {
    const file = path.join(this.profile.userData, 'User', 'settings.json');
    fs.writeFileSync(`${file}.new`, text);
    fs.renameSync(`${file}.new`, file);
  }

  /** Reads a file of the workspace from disk. */
  read(name: string): string {
    return fs.readFileSync(path.join(this.folder, name), 'utf8');
  }

  /** Ends server and browser and starts both again on the same profile and port, as a user who comes back next day. */
  async restart(): Promise<void> {
    const port = this.#server?.port;
    await this.close();
    await this.open(port);
  }

  /** Ends everything and removes the profile and the workspace. May be called twice. */
  async stop(): Promise<void> {
    await this.close();
    removeTemporaryFolder(this.profile.home);
  }

  private async open(port: number | undefined): Promise<void> {
    const server = await startServer(this.product, this.profile, {
      ...this.options,
      ...(port === undefined ? {} : { port }),
    });
    this.#server = server;
    try {
      // Secrets and window state lie in the browser's profile: a persistent one outlives a restart.
      this.#context = await chromium.launchPersistentContext(this.profile.browser, {
        executablePath: this.executablePath,
        args: chromiumFlags,
        ...ownSignals,
        viewport: this.options.viewport ?? { width: 1400, height: 900 },
        deviceScaleFactor: this.options.pixelRatio ?? 1,
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      if (this.options.pseudoLanguage) await speakPseudo(this.#context);
      this.#page = this.#context.pages()[0] ?? (await this.#context.newPage());
      this.#page.setDefaultTimeout(45_000);
      // The extension host's own messages reach the browser's console; what VS Code would write to files needs native
      // modules that are not built.
      this.#page.on('console', (message) => {
        fs.appendFileSync(this.consoleLog, `${message.type()} ${message.text()}\n`);
      });
      await this.visit(this.#page, server);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Opens a second window on the same profile and workspace; whoever wants it closes its page. */
  async openSecond(): Promise<Page> {
    if (!this.#context || !this.#server) throw new Error('This session is closed.');
    const page = await this.#context.newPage();
    page.setDefaultTimeout(45_000);
    await this.visit(page, this.#server);
    return page;
  }

  /** Resolves when the workbench is drawn and its extension host has contributed to the status bar. */
  async ready(page = this.page): Promise<void> {
    await page
      .locator('.monaco-workbench .part.statusbar .statusbar-item')
      .first()
      .waitFor({ timeout: 60_000 });
    await page.locator('.explorer-folders-view .monaco-list').first().waitFor({ timeout: 60_000 });
  }

  /** The first load takes as long as {@link ready} may: on a busy machine well over the default. */
  private async visit(page: Page, { address }: Server): Promise<void> {
    await page.goto(`${address}/?folder=${encodeURIComponent(this.folder)}`, { timeout: 60_000 });
    await this.ready(page);
  }

  private async close(): Promise<void> {
    await this.#context?.close().catch(() => undefined);
    await this.#server?.stop();
    this.#context = this.#page = this.#server = undefined;
  }
}
