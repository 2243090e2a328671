import type { Page } from 'playwright-core';
import { clickAway } from './click';
import type { Editors } from './editors';
import { exactly, poll } from './poll';

/** The menu behind the light bulb. */
export class QuickFixes {
  constructor(
    private readonly page: Page,
    private readonly editors: Editors,
  ) {}

  /** Opens it at a place in the active editor, and gives the titles of its entries. */
  async open(line: number, column: number): Promise<string[]> {
    await this.editors.goTo(line, column);
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await poll('the menu of fixes', async () => {
      await this.editors.press('Control+.');
      return await rows
        .first()
        .waitFor({ timeout: 3_000 })
        .then(
          () => true,
          () => undefined,
        );
    });
    return (await rows.locator('.title').allInnerTexts()).map((text) => text.trim());
  }

  /** Chooses the entry with exactly this title. */
  async choose(title: string): Promise<void> {
    const has = this.page.locator('.title', { hasText: exactly(title) });
    const row = this.page.locator('.action-widget .monaco-list-row.action', { has }).first();
    await clickAway(row, row);
  }
}
