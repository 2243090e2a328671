import fs from 'node:fs';
import path from 'node:path';
import { poll } from '../../e2e/support/poll';
import { builtVsix } from '../../e2e/support/builtVsix';
import { streamSettings } from '../../e2e/support/stream';
import { Workbench } from '../../e2e/support/workbench';
import { startSandbox } from '../../support/sandbox';
import { codeServer } from '../../vscode/codeServer';
import { mustRun } from '../../vscode/processes';
import { temporaryFolder, removeTemporaryFolder } from '../../vscode/cleanup';
import { contactColumns } from '../../../src/core/contact/columns';
import type { Measurement } from '../measurement';
import { exactly } from '../summary';
import { barePage } from '../window/barePage';

const secret = 'a-secret-of-the-benchmark';

/** What the probe writes down. */
interface Sample {
  readonly at: number;
  readonly used: number;
  readonly most: number;
  readonly collection: number;
}

/** A whole import in a real window, from the question to its results, and again after a reload. */
const measurement: Measurement = {
  about: 'an import in a window, sent to a sandbox without a pace',
  rows: [100_000],
  async measure(rows) {
    const folder = temporaryFolder();
    const probe = path.join(folder, 'probe.jsonl');
    const bare = await withBarePage(folder, rows);
    const stream = await startSandbox({ clientSecret: secret });
    const window = await Workbench.start({
      vsix: [await builtVsix()],
      files: { 'many.csv': listOf(rows) },
      settings: { ...streamSettings('Bench', stream), 'agentassistContacts.send.requestsPerMinute': 6_000 },
    });
    try {
      const { editors, quickInput, dialog } = window;
      await editors.open('many.csv');
      await window.page
        .getByText(`${rows.toLocaleString('en')} rows`)
        .first()
        .waitFor();
      const { node } = await codeServer();
      const host = hostOf(window.session.profile.home);
      const program = path.join(import.meta.dirname, '../window/hostProbe.mjs');
      await mustRun(node, [program, host, probe]);
      await window.command('Agent Assist Contacts: Send CSV to Stream (Import)…');
      await quickInput.wait('Choose a stream for your contacts');
      await quickInput.pick('Bench');
      await quickInput.wait('Client Secret');
      await quickInput.enter(secret);
      await dialog.read(120_000);
      await mustRun(node, [program, host]);
      const before = await next(probe);
      const sent = Date.now();
      await dialog.press('Send');
      await window.webview.getByRole('gridcell').first().waitFor({ timeout: 60_000 });
      const opened = Date.now();
      await poll(
        'the last contact',
        () => Promise.resolve(stream.contacts.length === rows ? true : undefined),
        240_000,
      );
      const stored = Date.now();
      const total = rows.toLocaleString('en');
      const created = () => window.webview.locator('.count', { hasText: 'Created' }).first();
      const over = async () => {
        await window.webview.locator('.progress').waitFor({ state: 'hidden', timeout: 240_000 });
        await created().filter({ hasText: total }).waitFor({ timeout: 240_000 });
        await window.webview
          .getByText(`${total} of ${total} shown`, { exact: true })
          .waitFor({ timeout: 240_000 });
      };
      await over();
      const complete = Date.now();
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      const during = samples(probe).filter(({ at }) => at >= sent);
      const growth = Math.max(...during.map(({ used }) => used)) - before.used;
      const stretch = Math.max(...during.map(({ most }) => most));
      const collection = Math.max(...during.map(({ collection: longest }) => longest));
      await mustRun(node, [program, host]);
      const kept = (await next(probe)).used - before.used;
      const allRows = window.webview.locator(`[role=grid][aria-rowcount="${rows + 1}"]`);
      const after = await reload(window, () => allRows.waitFor({ timeout: 120_000 }));
      const figure = (what: string, value: number, unit: 'ms' | 'MB', atMost?: number) => ({
        ...{ what, unit, value: exactly(value) },
        ...(atMost !== undefined && { target: { atMost } }),
      });
      return [
        figure('from Send to the rows on the page', opened - sent, 'ms'),
        figure('from Send to the last contact on the stream', stored - sent, 'ms'),
        figure('from there to the complete page', complete - stored, 'ms', 1000),
        figure('after a reload, from the window to the extension', after.extension, 'ms'),
        figure('after a reload, from the extension to the rows', after.cell, 'ms', 2000),
        figure('the same, to all rows', after.whole, 'ms', 2000),
        figure('the new host’s processor time until then', after.work, 'ms'),
        figure('with a page of one word instead, and nothing else of ours, to the word', bare.cell, 'ms'),
        figure('the processor time of that host', bare.work, 'ms'),
        figure('the host’s memory, garbage included, at most', growth / 1e6, 'MB', 150),
        figure('the same, at the end, without garbage', kept / 1e6, 'MB', 150),
        figure('the host’s longest stretch', stretch, 'ms', 16),
        figure('its longest collection of garbage', collection, 'ms'),
      ];
    } finally {
      await window.stop();
      await stream.stop();
      removeTemporaryFolder(folder);
    }
  },
};
export default measurement;

/** How long VS Code itself takes to bring a page back, beside the same file. */
async function withBarePage(folder: string, rows: number): Promise<Reload> {
  const window = await Workbench.start({
    vsix: [await barePage(folder)],
    files: { 'many.csv': listOf(rows) },
  });
  try {
    await window.editors.open('many.csv');
    await window.command('Agent Assist Contacts: Open Bare Page');
    await window.webview.getByRole('gridcell').first().waitFor({ timeout: 60_000 });
    return await reload(window);
  } finally {
    await window.stop();
  }
}

/** From VS Code's start of the extension on, in ms. */
interface Reload {
  /** The start itself, from the window on. */
  readonly extension: number;
  readonly cell: number;
  readonly whole: number;
  /** The new host's processor time. */
  readonly work: number;
}

async function reload(
  window: Workbench,
  isWhole: () => Promise<void> = () => Promise.resolve(),
): Promise<Reload> {
  const loaded = window.page.waitForEvent('load');
  await window.command('Developer: Reload Window');
  await loaded;
  await window.session.ready();
  const ready = Date.now();
  // VS Code's own part: when it has started the extension, that shows its item.
  const started = window.page
    .locator('.statusbar-item', { hasText: 'Bench' })
    .waitFor({ timeout: 120_000 })
    .then(() => Date.now());
  await window.webview.locator('[role=gridcell]').first().waitFor({ timeout: 120_000 });
  const painted = Date.now();
  await isWhole();
  const back = Date.now();
  const work = processorTime(hostOf(window.session.profile.home));
  const extension = await started;
  return { extension: extension - ready, cell: painted - extension, whole: back - extension, work };
}

function listOf(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, index) => `First${index % 977},Last${index % 9_973},Mrs,${9_000_000_000 + index},+91,+91`,
  );
  return `${[contactColumns.join(','), ...lines].join('\n')}\n`;
}

/** The process of the extension host of the VS Code in that folder. */
function hostOf(home: string): string {
  const found = fs.readdirSync('/proc').find((pid) => {
    const told = (name: string) => {
      try {
        return fs.readFileSync(`/proc/${pid}/${name}`, 'utf8');
      } catch {
        return '';
      }
    };
    return told('cmdline').includes('--type=extensionHost') && told('environ').includes(home);
  });
  return found ?? '';
}

/** So far, in ms: what a busy machine makes no longer. Linux counts it in hundredths of a second. */
function processorTime(pid: string): number {
  const told = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user = 0, system = 0] = told.slice(told.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
  return 10 * (user + system);
}

function samples(file: string): readonly Sample[] {
  if (!fs.existsSync(file)) return [];
  return fs
    .readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sample);
}

/** The first sample that is taken from now on. */
async function next(file: string): Promise<Sample> {
  const { length } = samples(file);
  return await poll('a sample', () => Promise.resolve(samples(file)[length]));
}
