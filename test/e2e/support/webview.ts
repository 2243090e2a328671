import type { FrameLocator, Page } from 'playwright-core';
import { readElements } from './pageElement';
import { poll } from './poll';

/** The page of the webview that was opened last, to find elements in. */
export function webview(page: Page): FrameLocator {
  const outer = page.locator('iframe.webview.ready').last().contentFrame();
  return outer.locator('iframe#active-frame').contentFrame();
}

/** An ARIA grid as a reader hears it. */
export interface Grid {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads the ARIA grid of a webview: waits for its first data cell and for the end of an import, then gives what is drawn (the rows in view). */
export async function readGrid(frame: FrameLocator): Promise<Grid> {
  const grid = frame.getByRole('grid').first();
  await grid.getByRole('gridcell').first().waitFor();
  // The page opens with its import; one that is to wait in a test is read as it is.
  await frame
    .locator('.progress')
    .waitFor({ state: 'hidden', timeout: 10_000 })
    .catch(() => undefined);
  const headers = await grid.getByRole('columnheader').allInnerTexts();
  const dataRows = grid.locator('[role=row]:has([role=gridcell])');
  const rows = await poll('rows of the grid that hold still', async () => {
    const once = await readElements(dataRows, cellsOf);
    const again = await readElements(dataRows, cellsOf);
    return JSON.stringify(once) === JSON.stringify(again) ? again : undefined;
  });
  return { headers: headers.map((text) => text.trim()), rows };
}

const cellsOf: Parameters<typeof readElements<string[][]>>[1] = (rows) =>
  rows.map((row) =>
    [...row.querySelectorAll('[role=gridcell], [role=rowheader]')].map((cell) => cell.textContent.trim()),
  );
