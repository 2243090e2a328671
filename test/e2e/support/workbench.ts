import fs from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { shotsFolder } from '../../vscode/paths';
import { pseudoManifestWords } from '../../support/l10n/pseudo';
import { userSettingsText, type Settings } from '../../vscode/profile';
import { Dialog } from './dialog';
import { Editors } from './editors';
import { Explorer } from './explorer';
import { forget, nowhere } from './forget';
import { Menus } from './menus';
import { Notifications } from './notifications';
import { poll } from './poll';
import { Problems } from './problems';
import { QuickFixes } from './quickFixes';
import { QuickInput } from './quickInput';
import { Session, type SessionOptions } from './session';
import { Shortcuts } from './shortcuts';
import { webview } from './webview';

/** A theme's label in the picker, and the class that the window then has. */
const themes = {
  light: { label: 'Light Modern', shown: 'vs' },
  dark: { label: 'Dark Modern', shown: 'vs-dark' },
  highContrast: { label: 'Dark High Contrast', shown: 'hc-black' },
  highContrastLight: { label: 'Light High Contrast', shown: 'hc-light' },
} as const;

/** A real VS Code window, by the parts that its user sees. */
export class Workbench {
  #parts: Parts;
  #settings: Settings;
  #changes = 0;

  private constructor(
    /** The profile, the workspace folder and the processes behind the window. */
    readonly session: Session,
    settings: Settings,
  ) {
    this.#parts = makeParts(session);
    this.#settings = settings;
  }

  /** Starts a VS Code with these files, extensions and settings, and opens its window. */
  static async start(options: SessionOptions = {}): Promise<Workbench> {
    const workbench = new Workbench(await Session.start(options), options.settings ?? {});
    try {
      await ready(workbench, options.pseudoLanguage ? pseudoManifestWords().category : undefined);
    } catch (error) {
      await workbench.stop();
      throw error;
    }
    return workbench;
  }

  /** The browser page, for what no part covers. */
  get page(): Page {
    return this.session.page;
  }
  /** Palette, quick picks, input boxes. */
  get quickInput(): QuickInput {
    return this.#parts.quickInput;
  }
  /** Messages at the bottom right. */
  get notifications(): Notifications {
    return this.#parts.notifications;
  }
  /** The modal dialog. */
  get dialog(): Dialog {
    return this.#parts.dialog;
  }
  /** Editors and tabs. */
  get editors(): Editors {
    return this.#parts.editors;
  }
  /** The menu behind the light bulb. */
  get quickFixes(): QuickFixes {
    return this.#parts.quickFixes;
  }
  /** The tree of files. */
  get explorer(): Explorer {
    return this.#parts.explorer;
  }
  /** Context menus of any element, such as `editors.tab('a.csv')` or `editors.text`. */
  get menus(): Menus {
    return this.#parts.menus;
  }
  /** The Problems panel. */
  get problems(): Problems {
    return this.#parts.problems;
  }
  /** The page of the webview that was opened last. */
  get webview(): FrameLocator {
    return webview(this.page);
  }

  /** Runs a command of the palette by its full title. */
  command(title: string): Promise<void> {
    return this.quickInput.command(title);
  }

  /** The status bar item whose text or accessible label holds the text. */
  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item:visible', { hasText: text }).first();
  }

  /** Waits for a status bar item and gives its text, icons left out. */
  async statusText(text: string | RegExp): Promise<string> {
    return (await this.statusItem(text).innerText()).trim();
  }

  /**
   * Goes on with other files and other user settings, as in a window that was just opened: nothing of what tests
   * before did is left.
   */
  async turnTo(files: SessionOptions['files'] = {}, settings: Settings = {}): Promise<void> {
    await this.notifications.clear();
    await this.problems.hide();
    await this.setSettings(nowhere);
    await forget(this);
    await this.notifications.clear();
    this.session.replaceFiles(files);
    for (const name of Object.keys(files)) await this.explorer.refresh(name);
    await this.setSettings(settings);
  }

  /** Changes user settings while the window is open, on top of those that it was given. Closes every editor. */
  async changeSettings(settings: Settings): Promise<void> {
    await this.setSettings({ ...this.#settings, ...settings });
  }

  /**
   * Writes the settings file. This VS Code does not watch it, and what is typed into it comes out otherwise when a
   * busy window completes brackets late: so it is written from outside, and saved as it is inside, which has VS Code
   * read it. The window's title tells when it has.
   */
  private async setSettings(settings: Settings): Promise<void> {
    this.#settings = settings;
    const title = `settings ${++this.#changes}`;
    const soon = (shows: () => Promise<boolean>) =>
      poll(title, async () => (await shows()) || undefined, 3_000).catch(() => false);
    const inEditor = async () => (await this.editors.lines()).some((line) => line.includes(title));
    const inWindow = async () => (await this.page.title()).includes(title);
    await poll(title, async () => {
      await this.editors.closeAll();
      this.session.writeSettings(userSettingsText({ 'window.title': title, ...settings }));
      await this.editors.openSettings();
      // Of an editor that still shows the text of before, that one would be saved.
      if (!(await soon(inEditor))) return undefined;
      await this.editors.save();
      return (await soon(inWindow)) || undefined;
    });
    await this.editors.closeAll();
  }

  /** Changes the colour theme through its picker and waits until it shows. */
  async setTheme(theme: keyof typeof themes): Promise<void> {
    const { label, shown } = themes[theme];
    await this.command('Preferences: Color Theme');
    await this.quickInput.wait('Theme');
    await this.quickInput.type(label);
    await this.quickInput.pick(label);
    await this.page.locator(`.monaco-workbench.${shown}`).waitFor();
  }

  /** Writes a PNG of the window and gives its path: `.vscode-test/shots/NAME.png` unless a folder is given. */
  async screenshot(name: string, folder = shotsFolder): Promise<string> {
    fs.mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }

  /** Reloads the window, as `Developer: Reload Window` does. */
  async reload(): Promise<void> {
    // Through VS Code, which then saves what the window shows; the browser's own reload gives it no time for that.
    const loaded = this.page.waitForEvent('load');
    await this.command('Developer: Reload Window');
    await loaded;
    await this.session.ready();
    await ready(this);
  }

  /** Ends VS Code and starts it again on the same profile; secrets and settings are still there. */
  async restart(): Promise<void> {
    await this.session.restart();
    this.#parts = makeParts(this.session);
    await ready(this);
  }

  /** Does something in a second window on the same profile and workspace, and closes it. */
  async inSecondWindow(work: (window: Parts) => Promise<void>): Promise<void> {
    const page = await this.session.openSecond();
    try {
      const parts = makeParts({ page, folder: this.session.folder });
      await ready(parts);
      await work(parts);
    } finally {
      await page.close();
    }
  }

  /** Ends VS Code and removes what it wrote. */
  stop(): Promise<void> {
    return this.session.stop();
  }
}

/** A window is drawn before it knows what its extensions bring: on a busy machine long before. */
async function ready(
  { quickInput }: Pick<Parts, 'quickInput'>,
  category = 'Agent Assist Contacts',
): Promise<void> {
  await quickInput.waitForCommand(`${category}: `);
}

type Parts = ReturnType<typeof makeParts>;

function makeParts({ page, folder }: Pick<Session, 'page' | 'folder'>) {
  const quickInput = new QuickInput(page);
  const dialog = new Dialog(page);
  const menus = new Menus(page);
  const shortcuts = new Shortcuts(page);
  const editors = new Editors(page, quickInput, dialog, shortcuts, folder);
  return {
    /** A window behind another one is not drawn, and takes no click. */
    toFront: () => page.bringToFront(),
    quickInput,
    dialog,
    menus,
    notifications: new Notifications(page, quickInput, shortcuts),
    editors,
    quickFixes: new QuickFixes(page, editors),
    explorer: new Explorer(page, menus, shortcuts),
    problems: new Problems(page, shortcuts),
  };
}
