import type { Page } from 'playwright-core';
import { readElements } from './pageElement';
import { poll } from './poll';
import type { QuickInput } from './quickInput';

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
    private readonly quickInput: QuickInput,
  ) {}

  /** Shows the panel. */
  async show(): Promise<void> {
    await this.quickInput.command('Problems: Focus on Problems View');
    await this.page.locator('.markers-panel').waitFor();
  }

  /** Hides the panel, whichever of its views is in front. */
  async hide(): Promise<void> {
    await this.quickInput.command('View: Hide Panel');
    await this.page.locator('.markers-panel').waitFor({ state: 'hidden' });
  }

  /** The rows in view, in the panel's order; the rows that name files are left out. Empty when there is none. */
  async rows(): Promise<Problem[]> {
    await this.show();
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

  /** Waits until the rows in view satisfy a condition, and gives them. */
  wait(what: string, condition: (rows: readonly Problem[]) => boolean): Promise<Problem[]> {
    return poll(what, async () => {
      const rows = await this.rows();
      return condition(rows) ? rows : undefined;
    });
  }
}
