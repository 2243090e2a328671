import type { Locator, Page } from 'playwright-core';
import { click, clickAway } from './click';
import { exactly } from './poll';

/** Context menus, of whatever element is right-clicked. */
export class Menus {
  readonly #menu: Locator;

  constructor(private readonly page: Page) {
    this.#menu = page.locator('.monaco-menu:visible');
  }

  /** Right-clicks and lists the labels of the menu's actions, separators left out; the menu is closed again. */
  async labels(of: Locator): Promise<string[]> {
    await this.open(of);
    const labels = await this.#menu
      .locator('.action-item:not(.disabled) .action-label:not(.separator)')
      .allInnerTexts();
    await this.page.keyboard.press('Escape');
    await this.#menu.first().waitFor({ state: 'hidden' });
    return labels.map((label) => label.trim()).filter(Boolean);
  }

  /** Right-clicks and chooses the action with exactly this label. */
  async choose(of: Locator, label: string): Promise<void> {
    await this.open(of);
    const action = this.#menu.locator('.action-label', { hasText: exactly(label) });
    await clickAway(action, this.#menu.first());
  }

  private async open(of: Locator): Promise<void> {
    await click(of, { button: 'right' });
    await this.#menu.locator('.action-label').first().waitFor();
  }
}
