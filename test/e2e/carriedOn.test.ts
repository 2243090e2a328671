import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { contactColumns } from '../../src/core/contact/columns';
import type { FaultPlan } from '../support/sandbox';
import { click } from './support/click';
import { useWorkbench } from './support/hooks';
import { deleteKeptResults } from './support/keptResults';
import { poll } from './support/poll';
import { chooseStream, streamSettings, useStream } from './support/stream';
import { readGrid } from './support/webview';

const secret = 'a-secret-of-the-test-of-results-that-are-carried-on';

const lines = Array.from(
  { length: 12 },
  (_, index) => `Row${index},Rao,Mrs,98765${String(10_000 + index)},+91,+91`,
);
const fileOf = (rows: readonly string[]) => `${[contactColumns.join(','), ...rows].join('\n')}\n`;

/** Of the requests of four rows the second is refused, with the token in the answer, and the third is to wait. */
const plan: FaultPlan = ({ call, number }) => {
  if (call !== 'import') return undefined;
  if (number === 1) return { when: 'before', act: { kind: 'echo' } };
  if (number !== 2) return undefined;
  return { when: 'before', act: { kind: 'status', status: 429, headers: { 'retry-after': '600' } } };
};

describe('results of an import that is followed up', () => {
  const stream = useStream({ clientSecret: secret, faults: plan });
  const vscode = useWorkbench(() => ({
    files: { 'carried.csv': fileOf(lines), 'cut.csv': fileOf(lines).replaceAll('98765', '98764') },
    settings: {
      ...streamSettings('Support desk', stream()),
      'agentassistContacts.send.requestsPerMinute': 6000,
      'agentassistContacts.send.batchRows': 4,
    },
  }));
  const page = () => vscode().webview;
  /** Outcome, name, number and reason of the row at a place, as soon as the page has them. */
  const cells = async () => {
    const { rows } = await readGrid(page());
    return rows.map((row) => row.slice(1, 5));
  };
  const words = 'Bad rows. auth: …';
  const row = (index: number, prefix = '98765') => [
    `Row${index} Rao`,
    `+91 ${prefix}${String(10_000 + index)}`,
  ];

  async function send(name: string, isFirst: boolean): Promise<void> {
    const { editors, dialog, notifications } = vscode();
    await editors.open(name);
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    if (isFirst) {
      await chooseStream(vscode(), secret);
    }
    await dialog.press('Send');
    await notifications.wait('The stream asks to wait');
  }

  /** Every file under a folder that holds a text. */
  function filesWith(text: string, folder: string): readonly string[] {
    return fs.readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return entry.isFile() && fs.readFileSync(file).includes(text) ? [file] : [];
    });
  }

  it('keep what is known of rows that were deleted or edited meanwhile', async () => {
    const { editors, dialog, notifications } = vscode();
    await vscode().explorer.unfoldImports();
    await send('carried.csv', true);
    await notifications.press('The stream asks to wait', 'Cancel');
    await notifications.wait('Cancelled.');
    await notifications.clear();
    const before = await cells();
    assert.deepEqual(
      [1, 5, 9].map((index) => before[index]),
      [
        ['Created', ...row(1), ''],
        ['Refused', ...row(5), words],
        ['Not sent', ...row(9), ''],
      ],
    );
    await editors.open('carried.csv');
    const now = lines.filter((_, index) => ![1, 5, 9].includes(index));
    await editors.replaceAll(fileOf(now).replace('Row6,', 'Other,'));
    await editors.save();
    await click(page().getByRole('button', { name: 'Send Them…' }));
    await dialog.press('Send');
    const after = await poll('the rows that were sent', async () => {
      const rows = await cells();
      return [8, 10, 11].every((index) => rows[index]?.[0] === 'Created') ? rows : undefined;
    });
    assert.deepEqual(
      [0, 1, 4, 5, 6, 9].map((index) => after[index]),
      [
        ['Created', ...row(0), ''],
        ['Created', ...row(1), ''],
        ['Refused', ...row(4), words],
        ['Refused', ...row(5), words],
        ['Refused', ...row(6), words],
        ['Not sent', ...row(9), ''],
      ],
    );
    await vscode().screenshot('carried-on');
  });

  it('mark no row again that was edited since it was refused', async () => {
    const rows = await vscode().problems.rows('carried.csv');
    assert.equal(rows.filter(({ code }) => code === 'stream.refused').length, 2);
  });

  it('have the token nowhere, though the stream repeats it', async () => {
    const { session } = vscode();
    assert.deepEqual(filesWith('eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', session.storage), []);
    assert.equal((await page().locator('body').innerText()).includes('eyJ'), false);
    assert.notDeepEqual(filesWith('carried.csv', path.join(session.storage, 'results')), []);
  });

  it('call nothing sent, once they are put together again, that was edited since', async () => {
    const { session, editors } = vscode();
    await editors.closeAll();
    await deleteKeptResults(session.storage);
    await vscode().reload();
    await click(vscode().explorer.importOf('carried.csv'));
    const rows = await poll('all rows', async () => {
      const all = await cells();
      return all.length === 12 ? all : undefined;
    });
    const [gone, edited] = [rows[1] ?? [], rows[6] ?? []];
    assert.deepEqual(
      [gone.slice(0, 3), edited.slice(0, 3)],
      [
        ['Created', '', ''],
        ['Refused', '', row(6)[1]],
      ],
    );
    assert.match(gone[3] ?? '', /no longer has this row/);
    assert.match(edited[3] ?? '', /Edited since it was sent/);
    await page().getByText('4 rows were removed or edited since then').waitFor();
    await vscode().screenshot('carried-on-joined');
  });

  it('keep the stream’s words when the window is loaded again in the middle', async () => {
    stream().reset();
    await send('cut.csv', false);
    await page().getByText('8 of 12 rows', { exact: true }).waitFor();
    await vscode().reload();
    const rows = await poll('the page', async () => {
      const all = await cells();
      return all.length === 12 && all[4]?.[0] === 'Refused' ? all : undefined;
    });
    assert.deepEqual(
      [rows[4], rows[8]],
      [
        ['Refused', ...row(4, '98764'), words],
        ['Not sent', ...row(8, '98764'), ''],
      ],
    );
  });
});
