import type { FrameLocator, Page } from 'playwright-core';
import { poll } from './poll';

/** The page of the webview that was opened last, to find elements in. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
}

/** An ARIA grid as a reader hears it. */
export interface Grid {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads the ARIA grid of a webview: waits for its first data cell, then gives what is drawn (the rows in view). */
export async function readGrid(frame: FrameLocator): Promise<Grid> {
  const grid = frame.getByRole('grid').first();
  await grid.getByRole('gridcell').first().waitFor();
  const headers = await grid.getByRole('columnheader').allInnerTexts();
  const rows = await poll('rows of the grid that hold still', async () => {
    const [once, again] = [await cells(), await cells()];
    return JSON.stringify(once) === JSON.stringify(again) ? again : undefined;
  });
  return { headers: headers.map((text) => text.trim()), rows };

  // One call for all cells: row by row, a virtualised table could scroll in between.
  function cells(): Promise<string[][]> {
    return grid
      .locator('[role=row]:has([role=gridcell])')
      .evaluateAll((found) =>
        found.map((row) =>
          [...row.querySelectorAll('[role=gridcell], [role=rowheader]')].map((cell) =>
            cell.textContent.trim(),
          ),
        ),
      );
  }
}
