import type { Locator, Page } from 'playwright-core';
import { click } from './click';
import { exactly, poll } from './poll';

/** The box at the top of the window: command palette, quick pick and input box. */
export class QuickInput {
  readonly #widget: Locator;
  readonly #input: Locator;

  constructor(private readonly page: Page) {
    this.#widget = page.locator('.quick-input-widget:visible');
    this.#input = this.#widget.locator('.quick-input-box input');
  }

  /** Runs a command of the palette by its full title, such as `Agent Assist Contacts: Add Stream…`. */
  async command(title: string): Promise<void> {
    await this.openedAndPicked('F1', `>${title}`, title);
  }

  /** Reads which commands the palette offers for a text, by their titles. */
  async commands(text: string): Promise<string[]> {
    await this.opened('F1', `>${text}`);
    await this.#widget.locator('.monaco-list-row').first().waitFor();
    const titles = await this.items();
    await this.cancel();
    return titles;
  }

  /** Resolves when the palette offers a command whose title begins so: those of extensions come late. */
  async waitForCommand(start: string): Promise<void> {
    await poll(`commands that begin with ${start}`, async () =>
      (await this.commands(start)).some((title) => title.startsWith(start)) ? true : undefined,
    );
  }

  /** Opens a file of the workspace by its name or path. */
  async openFile(name: string): Promise<void> {
    await this.openedAndPicked('Control+P', name, name.split('/').at(-1) ?? name);
  }

  /** Resolves when a box is shown whose title or, without one, placeholder or prompt holds the text. */
  async wait(text: string | RegExp): Promise<void> {
    const holds = (found: string) => (typeof text === 'string' ? found.includes(text) : text.test(found));
    await poll(`a quick input with ${String(text)}`, async () =>
      holds(await this.words()) ? true : undefined,
    );
  }

  /** Fills the box in and presses Enter. */
  async enter(text: string): Promise<void> {
    await this.type(text);
    await this.accept();
  }

  /** Replaces what the box holds. */
  async type(text: string): Promise<void> {
    await this.#input.fill(text);
  }

  /** Presses Enter. */
  async accept(): Promise<void> {
    await this.#input.press('Enter');
  }

  /** Chooses the item with exactly this label, as soon as it is listed. */
  async pick(label: string): Promise<void> {
    await click(this.row(label));
  }

  /** The labels of the items that are drawn (a long list draws the ones in view). */
  items(): Promise<string[]> {
    return this.labels('.monaco-list-row');
  }

  /** The label of the item that Enter takes; undefined while there is none. The order of items says nothing of that. */
  async focused(): Promise<string | undefined> {
    return (await this.labels('.monaco-list-row.focused'))[0];
  }

  /** What the box holds. */
  value(): Promise<string> {
    return this.#input.inputValue();
  }

  /** Whether what is typed is hidden, as it must be for a secret. */
  async isPassword(): Promise<boolean> {
    return (await this.#input.getAttribute('type')) === 'password';
  }

  /** Waits until the message under the box, the validation's or the prompt, holds the text. */
  async waitForMessage(text: string): Promise<void> {
    await this.#widget.locator('.quick-input-message', { hasText: text }).waitFor();
  }

  /** Closes the box with Escape. */
  async cancel(): Promise<void> {
    await this.#input.press('Escape');
    await this.waitUntilClosed();
  }

  /** Waits until no box is shown. */
  async waitUntilClosed(): Promise<void> {
    await this.#widget.waitFor({ state: 'hidden' });
  }

  /** Whether a box is shown. */
  isOpen(): Promise<boolean> {
    return this.#widget.isVisible();
  }

  /** Opens the box with a key, fills it in, and clicks the item until the box has taken it: a list that grows loses clicks. */
  private async openedAndPicked(key: string, text: string, label: string): Promise<void> {
    const row = this.row(label);
    await poll(`${label} to be offered`, async () => {
      await this.opened(key, text);
      const isThere = await row.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return true;
      // The palette offers what may be run at the moment in which it is opened.
      await this.cancel();
      return undefined;
    });
    await poll(`${label} to be chosen`, async () => {
      // A busy window may take a click late: then there is nothing left to be clicked.
      await click(row, { timeoutMs: 2_000 }).catch(() => undefined);
      // What was chosen may open a box of its own, which holds something else.
      return poll(
        'another box or none',
        async () => ((await this.holds(text)) ? undefined : true),
        2_000,
      ).catch(() => undefined);
    });
  }

  private async holds(text: string): Promise<boolean> {
    return (
      (await this.#widget.isVisible()) &&
      (await this.#input.inputValue({ timeout: 2_000 }).catch(() => '')) === text
    );
  }

  private row(label: string): Locator {
    const name = this.page.locator('.quick-input-list-row:first-child .label-name', {
      hasText: exactly(label),
    });
    return this.#widget.locator('.monaco-list-row').filter({ has: name }).first();
  }

  private async labels(rows: string): Promise<string[]> {
    const labels = await this.#widget
      .locator(`${rows} .quick-input-list-row:first-child .label-name`)
      .allInnerTexts();
    return labels.map((label) => label.trim());
  }

  private async words(): Promise<string> {
    if (!(await this.#widget.isVisible())) return '';
    const title = this.#widget.locator('.quick-input-title');
    const parts = [
      (await title.isVisible()) ? await title.innerText() : '',
      (await this.#input.getAttribute('placeholder')) ?? '',
      await this.#widget.locator('.quick-input-message').innerText(),
    ];
    return parts.join('\n');
  }

  /**
   * Opens the box with a key and fills it in. While the workbench is busy a key is lost, or comes so late that what
   * happens in between closes the box: then once more, from the start.
   */
  private async opened(key: string, text: string): Promise<void> {
    const attempt = async () => {
      await this.page.keyboard.press(key);
      await this.#input.waitFor({ timeout: 5_000 });
      await this.#input.fill(text, { timeout: 2_000 });
    };
    await poll(
      `the quick input after ${key}`,
      () =>
        attempt().then(
          () => true,
          async () => {
            await this.page.keyboard.press('Escape');
            return undefined;
          },
        ),
      30_000,
    );
  }
}
