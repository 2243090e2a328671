import fs from 'node:fs';
import path from 'node:path';
import { startSandbox, type FaultPlan } from '../../support/sandbox';
import { Workbench } from '../../e2e/support/workbench';
import { demoFolder } from '../sample';
import { followsSystem, prepareThemes, shootThemes } from './themes';
import type { Station, Walk } from './station';
import { routes, type Route } from './routes';

const folder = path.join(demoFolder, 'tour');

/**
 * Walks through everything that the extension shows, and takes a picture of each in four themes.
 * Gives true when every station was reached.
 * @param only the routes to walk, by their names; all if empty
 */
export async function tour(vsix: string, only: readonly string[]): Promise<boolean> {
  if (only.length === 0) fs.rmSync(folder, { recursive: true, force: true });
  const missed: string[] = [];
  let taken = 0;
  for (const route of routes) {
    if (only.length > 0 && !only.includes(route.name)) continue;
    console.log(`\n${route.name}`);
    const failures = await walk(vsix, route);
    missed.push(...failures);
    taken += route.stations.length - failures.length;
  }
  console.log(`\n${taken} stations in four themes, in ${path.relative('.', folder)}.`);
  if (missed.length > 0) console.log(`Not reached (${missed.length}):\n  ${missed.join('\n  ')}`);
  return missed.length === 0;
}

/** Walks one route in a window of its own; gives the stations that were not reached, each with the reason. */
async function walk(vsix: string, { name, stream: kind, options, stations }: Route): Promise<string[]> {
  let plan: FaultPlan | undefined;
  const stream = await startSandbox({ ...kind, faults: (request) => plan?.(request) });
  const { settings, ...own } = options(stream);
  const window = await Workbench.start({
    ...own,
    vsix: [vsix],
    settings: { ...settings, ...followsSystem },
    viewport: { width: 1200, height: 760 },
  });
  const place: Walk = { window, stream, fail: (next) => (plan = next) };
  const missed: string[] = [];
  try {
    await prepareThemes(window.page);
    await window.reload();
    for (const [index, station] of stations.entries()) {
      const file = `${name}-${String(index + 1).padStart(2, '0')}-${station.name}`;
      const reason = await visit(place, station, file);
      console.log(`  ${reason === undefined ? '✔' : '✖'} ${file}`);
      if (reason !== undefined) missed.push(`${file}: ${reason}`);
    }
  } finally {
    await window.stop();
    await stream.stop();
  }
  return missed;
}

/** Goes to a station and takes its pictures; gives why not, if it could not. */
async function visit(place: Walk, station: Station, file: string): Promise<string | undefined> {
  const { window } = place;
  let reason: string | undefined;
  try {
    await station.go(place);
    await shootThemes(window.page, folder, file);
  } catch (error) {
    reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    await window.screenshot(file, path.join(folder, 'missed')).catch(() => undefined);
  }
  if (station.stays !== true || reason !== undefined) await leave(place);
  return reason;
}

/** Leaves a window with nothing open, whatever is open now. */
async function leave({ window, fail }: Walk): Promise<void> {
  fail();
  const { page, notifications, editors, problems } = window;
  for (let layers = 0; layers < 3; layers++) await page.keyboard.press('Escape');
  await notifications.clear();
  await problems.hide();
  await editors.closeAll();
  await notifications.clear();
}
