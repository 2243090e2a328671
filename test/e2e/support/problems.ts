import type { Page } from 'playwright-core';
import { readElements } from './pageElement';
import { poll } from './poll';
import type { Shortcuts } from './shortcuts';

/** A row of the Problems panel. */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly source: string;
  readonly code: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** The Problems panel. It draws only the rows in view: about ten. */
export class Problems {
  constructor(
    private readonly page: Page,
    private readonly shortcuts: Shortcuts,
  ) {}

  /** Shows the panel. */
  async show(): Promise<void> {
    const panel = this.page.locator('.markers-panel');
    await this.shortcuts.run('showProblems', (timeout) => panel.waitFor({ timeout }));
  }

  /** Hides the panel, whichever of its views is in front. */
  async hide(): Promise<void> {
    const panel = this.page.locator('.markers-panel');
    await this.shortcuts.run('closePanel', (timeout) => panel.waitFor({ state: 'hidden', timeout }));
  }

  /**
   * The rows in view of one file, in the panel's order; empty while another file's are shown. What was closed has
   * problems as long as VS Code keeps its text, which is minutes.
   * @param file name without its folder
   */
  async rows(file: string): Promise<Problem[]> {
    await this.show();
    const filter = this.page.locator('.panel .viewpane-filter input');
    // What is typed counts only after a pause.
    if ((await filter.inputValue()) !== file) await filter.fill(file);
    const files = await this.page
      .locator('.markers-panel .monaco-list-row:not(:has(.marker-icon)) .label-name')
      .allInnerTexts();
    if (files.some((name) => name.trim() !== file)) return [];
    const rows = this.page.locator('.markers-panel .monaco-list-row:has(.marker-icon)');
    const read = await readElements(rows, (found) =>
      found.map((row) => ({
        icon: row.querySelector('.marker-icon')?.className ?? '',
        message: row.querySelector('.marker-message')?.textContent.trim() ?? '',
        source: row.querySelector('.marker-source')?.textContent.trim() ?? '',
        code: row.querySelector('.marker-code')?.textContent.trim() ?? '',
        position: row.querySelector('.marker-line')?.textContent ?? '',
      })),
    );
    return read.map(({ icon, message, source, code, position }) => {
      const [line = 0, column = 0] = (position.match(/\d+/g) ?? []).map(Number);
      const severity = icon.includes('error') ? 'error' : icon.includes('warning') ? 'warning' : 'info';
      return { severity, message, source, code, line, column };
    });
  }

  /** Waits until the rows in view of a file satisfy a condition, and gives them. */
  wait(file: string, condition: (rows: readonly Problem[]) => boolean): Promise<Problem[]> {
    return poll(`problems of ${file}`, async () => {
      const rows = await this.rows(file);
      return condition(rows) ? rows : undefined;
    });
  }
}
