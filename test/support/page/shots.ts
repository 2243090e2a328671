/**
 * Takes pictures of the results page to be looked at: `npx tsx test/support/page/shots.ts`.
 * They go into .vscode-test/shots/page.
 */
import fs from 'node:fs';
import path from 'node:path';
import { shotsFolder } from '../../vscode/paths';
import { PageHost, type HostedPage } from './host';
import { contact, missing, resultsOf, sample, show } from './results';
import type { ThemeName } from './themes';

const folder = path.join(shotsFolder, 'page');
const host = PageHost.start();

async function shoot(name: string, hosted: HostedPage): Promise<void> {
  // The font and the row window settle after the first frame.
  await hosted.page.waitForTimeout(150);
  await hosted.page.screenshot({ path: path.join(folder, `${name}.png`) });
  await hosted.page.close();
}

const mixed = resultsOf([
  ...Array.from({ length: 40 }, (_, place) => (place % 9 === 4 ? missing(place) : contact(place))),
  contact(40, { outcome: 'unmatched', line: null }),
]);
const outcomes = resultsOf(
  (
    ['created', 'notReturned', 'refused', 'unknown', 'present', 'absent', 'notSent', 'unmatched'] as const
  ).map((outcome, place) => contact(place, { outcome, line: outcome === 'unmatched' ? null : place + 2 })),
);

async function main(): Promise<void> {
  fs.mkdirSync(folder, { recursive: true });
  const pages = await host;
  for (const theme of ['light', 'dark', 'highContrast'] satisfies ThemeName[]) {
    for (const width of [1100, 600, 320]) {
      const name = `${theme}-${width}`;
      const options = { theme, width, height: width === 1100 ? 640 : 720 };
      await shoot(name, await pages.open(show(mixed), options));

      const details = await pages.open(show({ ...mixed, sandbox: true }), options);
      await details.page.locator('.body .cell.firstName').nth(4).click();
      await shoot(`${name}-details`, details);
    }
    const focus = await pages.open(show(mixed), { theme });
    await focus.page.locator('.body .cell.firstName').nth(1).click();
    await focus.page.keyboard.press('Escape');
    await focus.page.locator('.head button').nth(4).click();
    await focus.page.keyboard.press('ArrowDown');
    await focus.page.keyboard.press('ArrowDown');
    await focus.page.locator('.row').nth(6).hover();
    await shoot(`${theme}-focus`, focus);

    const unmatched = await pages.open(show(mixed), { theme });
    await unmatched.page.locator('.filter-input').fill('nobody');
    await unmatched.page.locator('.empty').waitFor();
    await shoot(`${theme}-nomatch`, unmatched);

    const only = await pages.open(show(mixed), { theme });
    await only.page.locator('.alarm button').click();
    await shoot(`${theme}-only`, only);
    await shoot(`${theme}-outcomes`, await pages.open(show(outcomes), { theme }));
    const short = await pages.open(show({ ...mixed, sandbox: true }), { theme, width: 600, height: 320 });
    await short.page.locator('.body .cell.firstName').nth(1).click();
    await shoot(`${theme}-short`, short);

    const full = await pages.open(show(mixed), { theme, width: 600 });
    await full.page.locator('.body .cell.firstName').nth(2).click();
    await shoot(`${theme}-full`, full);

    const aside = await pages.open(show(mixed), { theme, width: 600 });
    await aside.page.locator('.body .cell.createdAt').nth(4).click();
    await shoot(`${theme}-aside`, aside);
    await shoot(`${theme}-empty`, await pages.open(show(resultsOf([])), { theme }));
    await shoot(`${theme}-good`, await pages.open(show(sample(1200)), { theme }));
  }
  await pages.stop();
}

void main();
