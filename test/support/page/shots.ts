/**
 * Takes pictures of the pages to be looked at: `npx tsx test/support/page/shots.ts [name…]`, all of them or
 * those whose name holds one of the given texts. They go into .vscode-test/shots/page.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { shotsFolder } from '../../vscode/paths';
import { everySeverity, showFindings } from './findings';
import { PageHost, type Shown } from './host';
import { contact, everyOutcome, missing, resultsOf, sample, sampleRows, show } from './results';
import type { ThemeName } from './themes';

/** One state of the page: what it shows, and what is done there before the picture. */
interface Scene {
  readonly shown: Shown;
  readonly height?: number;
  readonly act?: (page: Page) => Promise<void>;
}

const notReturned = resultsOf([
  ...Array.from({ length: 40 }, (_, place) => (place % 9 === 4 ? missing(place) : contact(place))),
  contact(40, { outcome: 'unmatched', line: null }),
]);
const stopped = {
  notice:
    'The connection was lost after batch 2 of 5, and its rows could not be looked up. The rows of batches 3 to 5 were not sent.',
  actions: ['resume', 'findRefused', 'saveRest'],
} as const;
const mix = resultsOf([...everyOutcome, ...sampleRows(30).slice(everyOutcome.length)], stopped);
const nothing = resultsOf(
  Array.from({ length: 12 }, (_, place) =>
    missing(place, { outcome: 'notSent', message: 'The stream refused the credentials.' }),
  ),
  {
    notice: 'The stream refused the client ID or the secret (401). Nothing was sent.',
    actions: ['resume', 'saveRest'],
  },
);
const large = {
  ...mix,
  rowCount: 1_204_518,
  counts: { ...mix.counts, created: 1_204_480 },
  rowsNotListed: 1_204_489,
};
/** An import of so many rows on its way: of the first ones the outcomes are known. */
const underway = (known: number, count = 400) => ({
  ...resultsOf(
    Array.from({ length: count }, (_, place) => {
      if (place >= known) return missing(place, { outcome: 'waiting', history: [] });
      return place % 25 === 7 ? missing(place, { outcome: 'refused', message: refusal }) : contact(place);
    }),
  ),
  running: 'Sending',
});
const refusal = 'cellPhoneExtension is required';
const wordy = missing(1, { outcome: 'refused', message: 'cellPhoneNumber is not valid. '.repeat(130) });

const click = (selector: string, place: number) => (page: Page) => page.locator(selector).nth(place).click();

/** Pictures in each width. */
const wide: Readonly<Record<string, Scene>> = {
  findings: { shown: showFindings(everySeverity) },
  waiting: { shown: show(underway(0)) },
  filling: { shown: show(underway(150)) },
  created: { shown: show(sample(1200)) },
  mix: { shown: show(mix) },
  one: { shown: show(sample(1)) },
  nothing: { shown: show(nothing) },
  returned: { shown: show(notReturned) },
  large: { shown: show(large) },
  details: { shown: show({ ...mix, sandbox: true }), act: click('.body .refused .cell.name', 0) },
  selected: { shown: show(mix), act: select },
};

/** Three rows that are selected, and the one of the editor's cursor. */
async function select(page: Page): Promise<void> {
  await page.evaluate(`postMessage({ type: 'order', order: { do: 'mark', place: 6 } })`);
  await page.locator('.filter-input').focus();
  for (const key of ['ArrowDown', 'ArrowDown', ' ', 'Shift+ArrowDown', 'Shift+ArrowDown'])
    await page.keyboard.press(key);
}

/** Pictures in one width. */
const others: Readonly<Record<string, Scene>> = {
  only: { shown: show(mix), act: click('.count.notReturned', 0) },
  actions: { shown: show({ ...notReturned, actions: ['saveRest'] }) },
  wordy: { shown: show(resultsOf([contact(0), wordy])), act: click('.body .cell.name', 1) },
  nolist: { shown: show({ ...large, rows: [], rowsNotListed: large.rowCount + 1 }) },
  empty: { shown: show(resultsOf([])) },
  short: { shown: show({ ...mix, sandbox: true }), height: 320, act: click('.body .cell.name', 1) },
  aside: { shown: show(notReturned), act: click('.body .cell.phone', 4) },
  nomatch: {
    shown: show(mix),
    act: async (page) => {
      await page.locator('.filter-input').fill('nobody');
      await page.locator('.empty').waitFor();
    },
  },
  focus: {
    shown: show(mix),
    act: async (page) => {
      await page.locator('.head button').nth(4).click();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.locator('.row').nth(6).hover();
    },
  },
  stretch: {
    shown: show(mix),
    act: async (page) => {
      await page.locator('.bar').focus();
      await page.keyboard.press('ArrowRight');
    },
  },
  toggled: {
    shown: show(mix),
    act: async (page) => {
      await page.locator('.count.refused').focus();
      await page.keyboard.press('Enter');
      await page.locator('.count.unknown').hover();
    },
  },
};

async function main(wanted: readonly string[]): Promise<void> {
  const folder = path.join(shotsFolder, 'page');
  fs.mkdirSync(folder, { recursive: true });
  const pages = await PageHost.start();
  const shoot = async (theme: ThemeName, width: number, name: string, scene: Scene) => {
    const file = `${name}-${theme}-${width}`;
    if (wanted.length > 0 && !wanted.some((part) => file.includes(part))) return;
    const { page } = await pages.open(scene.shown, { theme, width, height: scene.height ?? 720 });
    await scene.act?.(page);
    // The font and the row window settle after the first frame.
    await page.waitForTimeout(150);
    await page.screenshot({ path: path.join(folder, `${file}.png`) });
  };
  try {
    for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] satisfies ThemeName[]) {
      for (const width of [1400, 700, 460, 350]) {
        for (const [name, scene] of Object.entries(wide)) await shoot(theme, width, name, scene);
      }
      for (const [name, scene] of Object.entries(others)) await shoot(theme, 600, name, scene);
    }
  } finally {
    await pages.stop();
  }
}

void main(process.argv.slice(2));
