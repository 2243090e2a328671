import type { Locator, Page } from 'playwright-core';
import { click } from './click';
import type { Menus } from './menus';
import type { Shortcuts } from './shortcuts';

/** The explorer: the tree of files, and what else is in its side bar. */
export class Explorer {
  constructor(
    private readonly page: Page,
    private readonly menus: Menus,
    private readonly shortcuts: Shortcuts,
  ) {}

  /** A file's or folder's row, by its name. */
  row(name: string): Locator {
    const label = this.page.getByText(name, { exact: true });
    return this.page.locator('.explorer-folders-view .monaco-list-row').filter({ has: label }).first();
  }

  /** The view Contact Imports, below the tree. */
  get imports(): Locator {
    return this.page.locator('.pane', { hasText: 'Contact Imports' });
  }

  /** Unfolds that view, which a window that others have used may have unfolded already. */
  async unfoldImports(): Promise<void> {
    const header = this.imports.locator('.pane-header');
    await header.waitFor();
    if ((await header.getAttribute('aria-expanded')) !== 'true') await click(header);
  }

  /** The newest import of a file in it. */
  importOf(file: string): Locator {
    return this.imports.locator('.monaco-list-row', { hasText: file }).first();
  }

  /** Waits until the tree shows a file that was written from outside: VS Code does not always notice by itself. */
  async refresh(name: string): Promise<void> {
    await this.shortcuts.run('refreshExplorer', (timeout) => this.row(name).waitFor({ timeout }));
  }

  /** The labels of a row's context menu. */
  menu(name: string): Promise<string[]> {
    return this.menus.labels(this.row(name));
  }

  /** Right-clicks a row and chooses an action. */
  choose(name: string, label: string): Promise<void> {
    return this.menus.choose(this.row(name), label);
  }

  /** Selects several rows, the last of them focused. */
  async select(...names: readonly string[]): Promise<void> {
    for (const [index, name] of names.entries()) {
      await click(this.row(name), index === 0 ? {} : { modifier: 'Control' });
    }
  }
}
