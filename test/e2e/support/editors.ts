import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { click } from './click';
import type { Dialog } from './dialog';
import { readElements } from './pageElement';
import type { QuickInput } from './quickInput';
import type { Shortcuts } from './shortcuts';

/** The editors and their tabs. Positions count from 1, as VS Code shows them. */
export class Editors {
  constructor(
    private readonly page: Page,
    private readonly quickInput: QuickInput,
    private readonly dialog: Dialog,
    private readonly shortcuts: Shortcuts,
    /** The workspace folder, absolute. */
    private readonly folder: string,
  ) {}

  /** Opens a file of the workspace through quick open and waits until it is the active editor with its text drawn. */
  async open(name: string): Promise<void> {
    // By its whole path, which needs no search: an older code-server comes without the program that searches.
    await this.quickInput.openFile(path.join(this.folder, name));
    await this.waitForActive(name.split('/').at(-1) ?? name);
  }

  /** Opens the file of the user settings. */
  async openSettings(): Promise<void> {
    const title = 'settings.json';
    await this.shortcuts.run('openSettings', (timeout) => this.activeTab(title).waitFor({ timeout }));
    await this.waitForActive(title);
  }

  /** Waits until the active editor is the one with this title and its text is drawn. */
  async waitForActive(title: string): Promise<void> {
    await this.activeTab(title).waitFor();
    await this.text.locator('.view-line').first().waitFor();
  }

  /** Closes every editor of every group; unsaved edits are thrown away. */
  async closeAll(): Promise<void> {
    const done = this.page.locator('.monaco-workbench:not(:has(.tab)), .monaco-dialog-box').first();
    // What was asked to open may open now.
    while ((await this.tabs().count()) > 0) {
      await this.shortcuts.run('closeAllEditors', (timeout) => done.waitFor({ timeout }));
      if (await this.dialog.isOpen()) await this.dialog.press("Don't Save");
    }
  }

  /** Puts the cursor of the active editor at a line and column. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.focus();
    await this.quickInput.command('Go to Line/Column...');
    await this.quickInput.enter(`:${line}:${column}`);
  }

  /** Types at the cursor of the active editor, key by key; `\n` is Enter. */
  async type(text: string): Promise<void> {
    await this.focus();
    await this.page.keyboard.type(text);
  }

  /** Replaces the active editor's whole text in one edit. */
  async replaceAll(text: string): Promise<void> {
    await this.focus();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(text);
  }

  /** Presses a key in the active editor, such as `Delete` or `Control+Z`. */
  async press(key: string): Promise<void> {
    await this.focus();
    await this.page.keyboard.press(key);
  }

  /** Saves the active editor and waits until its tab says so. */
  async save(): Promise<void> {
    await this.press('Control+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** The lines of the active editor that are in view. */
  async lines(): Promise<string[]> {
    const drawn = await readElements(this.text.locator('.view-line'), (lines) =>
      lines.map(({ style, textContent }) => ({ top: Number.parseInt(style.top, 10), text: textContent })),
    );
    // VS Code draws blanks as no-break spaces and keeps the lines in no order.
    return drawn.sort((a, b) => a.top - b.top).map(({ text }) => text.replaceAll('\u00a0', ' '));
  }

  /** How many squiggles of a severity are in view. */
  squiggles(severity: 'error' | 'warning' | 'info' = 'error'): Promise<number> {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`).count();
  }

  /** Waits until there is a squiggle of a severity, or none. */
  async waitForSquiggles(severity: 'error' | 'warning' | 'info', present = true): Promise<void> {
    const squiggle = this.page.locator(`.monaco-editor .squiggly-${severity}`).first();
    await squiggle.waitFor({ state: present ? 'attached' : 'detached' });
  }

  /** The titles of all open tabs. */
  titles(): Promise<string[]> {
    return readElements(this.tabs(), (tabs) =>
      tabs.map((tab) => tab.getAttribute('data-resource-name') ?? ''),
    );
  }

  /** A tab by its title. */
  tab(title: string): Locator {
    return this.page.locator(`.tab[data-resource-name=${JSON.stringify(title)}]`).first();
  }

  /** The labels of the active group's title actions, those with an icon. */
  async titleActions(): Promise<string[]> {
    const actions = this.page.locator('.editor-group-container.active .editor-actions .action-label');
    return readElements(actions, (labels) => labels.map((label) => label.getAttribute('aria-label') ?? ''));
  }

  /** Presses a title action whose label begins with the text. */
  async pressTitleAction(label: string): Promise<void> {
    const start = JSON.stringify(label);
    await click(this.page.locator(`.editor-group-container.active .editor-actions [aria-label^=${start}]`));
  }

  /** The active editor's own element, to right-click in. */
  get text(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  private activeTab(title: string): Locator {
    return this.page.locator(
      `.editor-group-container.active .tab.active[data-resource-name=${JSON.stringify(title)}]`,
    );
  }

  private tabs(): Locator {
    return this.page.locator('.editor-group-container .tab');
  }

  private async focus(): Promise<void> {
    const focused = this.page.locator('.editor-group-container.active .monaco-editor.focused');
    if (await focused.isVisible()) return;
    await this.shortcuts.run('focusEditor', (timeout) => focused.waitFor({ timeout }));
  }
}
