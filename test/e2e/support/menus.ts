import type { Locator, Page } from 'playwright-core';
import { click, clickAway } from './click';
import { exactly, poll } from './poll';

/** Context menus, of whatever element is right-clicked. */
export class Menus {
  readonly #menu: Locator;

  constructor(private readonly page: Page) {
    this.#menu = page.locator('.monaco-menu:visible');
  }

  /** Right-clicks and lists the labels of the menu's actions, separators left out; the menu is closed again. */
  async labels(of: Locator): Promise<string[]> {
    await this.open(of);
    const labels = await this.#labels();
    await this.close();
    return labels;
  }

  /** Right-clicks, until the menu has it, and chooses the action with exactly this label. */
  async choose(of: Locator, label: string): Promise<void> {
    const action = this.#menu.locator('.action-label', { hasText: exactly(label) });
    await poll(`${label} in a context menu`, async () => {
      await this.open(of);
      if (await action.isVisible()) return true;
      // A menu shows what the window knew when it opened, and of a language or an extension it may learn late.
      await this.close();
      return undefined;
    });
    await clickAway(action, this.#menu.first());
  }

  /** The labels of the menu that is open. */
  async shown(): Promise<string[]> {
    await this.#menu.locator('.action-label').first().waitFor();
    return this.#labels();
  }

  /** Chooses an action of the menu that is open. */
  async pick(label: string): Promise<void> {
    await clickAway(this.#menu.locator('.action-label', { hasText: exactly(label) }), this.#menu.first());
  }

  private async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.#menu.first().waitFor({ state: 'hidden' });
  }

  async #labels(): Promise<string[]> {
    const labels = await this.#menu
      .locator('.action-item:not(.disabled) .action-label:not(.separator)')
      .allInnerTexts();
    return labels.map((label) => label.trim()).filter(Boolean);
  }

  private async open(of: Locator): Promise<void> {
    await click(of, { button: 'right' });
    await this.#menu.locator('.action-label').first().waitFor();
  }
}
