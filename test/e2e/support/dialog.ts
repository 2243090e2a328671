import type { Locator, Page } from 'playwright-core';
import { clickAway } from './click';
import { exactly } from './poll';

/** What a modal dialog says. */
export interface DialogText {
  readonly message: string;
  readonly detail: string;
  /** Labels from left to right. */
  readonly buttons: readonly string[];
}

/** VS Code's modal dialog. */
export class Dialog {
  readonly #box: Locator;

  constructor(page: Page) {
    this.#box = page.locator('.monaco-dialog-box');
  }

  /** Waits for the dialog and reads it. */
  async read(timeoutMs = 45_000): Promise<DialogText> {
    await this.#box.waitFor({ timeout: timeoutMs });
    const detail = this.#box.locator('.dialog-message-detail');
    return {
      message: (await this.#box.locator('.dialog-message-text').innerText()).trim(),
      detail: (await detail.count()) > 0 ? (await detail.innerText()).trim() : '',
      buttons: (await this.#box.locator('.dialog-buttons .monaco-button').allInnerTexts()).map((s) =>
        s.trim(),
      ),
    };
  }

  /** Presses the button with exactly this label and waits until the dialog is gone. */
  async press(button: string): Promise<void> {
    const target = this.#box.locator('.dialog-buttons .monaco-button', { hasText: exactly(button) });
    await clickAway(target, this.#box);
  }

  /** Whether a dialog is open now. */
  isOpen(): Promise<boolean> {
    return this.#box.isVisible();
  }
}
