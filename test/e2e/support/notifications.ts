import type { Locator, Page } from 'playwright-core';
import { click, clickAway } from './click';
import { exactly, poll } from './poll';
import type { QuickInput } from './quickInput';
import type { Shortcuts } from './shortcuts';

/** The messages at the bottom right, and the centre that keeps them. */
export class Notifications {
  constructor(
    private readonly page: Page,
    private readonly quickInput: QuickInput,
    private readonly shortcuts: Shortcuts,
  ) {}

  /** Waits until a notification holds the text, and gives its whole message. */
  async wait(text: string | RegExp, timeoutMs = 45_000): Promise<string> {
    const message = this.item(text).locator('.notification-list-item-message');
    await message.waitFor({ timeout: timeoutMs });
    return (await message.innerText()).trim();
  }

  /** Waits until no notification holds the text: one of progress stays a little longer than its work. */
  async waitUntilGone(text: string | RegExp): Promise<void> {
    await this.item(text).waitFor({ state: 'hidden' });
  }

  /** The labels of the buttons of the notification that holds the text. */
  async buttons(text: string | RegExp): Promise<string[]> {
    const labels = await this.item(text).locator('.monaco-button').allInnerTexts();
    return labels.map((label) => label.trim());
  }

  /**
   * Presses a button of the notification that holds the text, which closes it; a progress notification's `Cancel` is
   * one.
   */
  async press(text: string | RegExp, button: string): Promise<void> {
    const item = this.item(text);
    await clickAway(item.locator('.monaco-button', { hasText: exactly(button) }), item);
  }

  /**
   * Follows a link in the message of the notification that holds the text, until that is gone: one that counts down is
   * drawn anew each second, and a click is lost that falls between the two.
   */
  async follow(text: string | RegExp, link: string): Promise<void> {
    const target = this.item(text).locator('.notification-list-item-message a', { hasText: exactly(link) });
    await target.waitFor();
    await poll(`what ${link} does`, async () => {
      await click(target, { timeoutMs: 2_000 }).catch(() => undefined);
      return target.waitFor({ state: 'hidden', timeout: 2_000 }).then(
        () => true,
        () => undefined,
      );
    });
  }

  /** Every message that is kept, newest first: toasts vanish, and the fourth within 800 ms never shows. */
  async all(): Promise<string[]> {
    const centre = this.page.locator('.notifications-center.visible');
    await poll('the centre of messages', async () => {
      // One that another window's coming took the focus from hides itself at once.
      await this.quickInput.command('Notifications: Show Notifications');
      return centre.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => undefined,
      );
    });
    const messages = this.page.locator('.notifications-center .notification-list-item-message');
    const texts = await messages.allInnerTexts();
    // It may have hidden itself by now, and then no command would.
    await poll('the centre to be gone', async () => {
      if (await centre.isHidden()) return true;
      await this.page.keyboard.press('Escape');
      return centre.waitFor({ state: 'hidden', timeout: 2_000 }).then(
        () => true,
        () => undefined,
      );
    });
    return texts.map((text) => text.trim());
  }

  /** Dismisses all of them. */
  async clear(): Promise<void> {
    const toast = this.page.locator('.notification-toast').first();
    await this.shortcuts.run('clearNotifications', (timeout) => toast.waitFor({ state: 'hidden', timeout }));
  }

  private item(text: string | RegExp): Locator {
    const message = this.page.locator('.notification-list-item-message', { hasText: text });
    return this.page.locator('.notification-list-item:visible').filter({ has: message }).first();
  }
}
