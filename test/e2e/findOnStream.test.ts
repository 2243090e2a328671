import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { contactColumns } from '../../src/core/contact/columns';
import type { FaultPlan } from '../support/sandbox';
import { click } from './support/click';
import { useWorkbench } from './support/hooks';
import { deleteKeptResults } from './support/keptResults';
import { chooseStream, streamSettings, useStream } from './support/stream';
import { readGrid } from './support/webview';

const secret = 'a-secret-of-the-finding-test';
const [name, number] = ['Zwyntar', '97316482'];
const row = (index: number) => `${name}${10 + index},Rao,Mrs,${number}${10 + index},+91,+91`;
const rows = Array.from({ length: 16 }, (_, index) => row(index));

const textOf = (lines: readonly string[]) => `${[contactColumns.join(','), ...lines].join('\n')}\n`;
const wholeRequest = 'The whole request was refused. Rows before the one at fault may exist.';

let isSlow = true;
/** Of four requests the second is refused; the third page of a list has to wait, for as long as it is slow. */
const plan: FaultPlan = ({ call, number: before }) => {
  if (call === 'import' && before === 1) return { when: 'before', act: { kind: 'status', status: 400 } };
  if (call === 'import' || before !== 2 || !isSlow) return undefined;
  return { when: 'before', act: { kind: 'status', status: 429, headers: { 'retry-after': '600' } } };
};

/** Files below a folder that hold a name or a number of the list, however texts are written there. */
function filesWithPeople(folder: string): string[] {
  const needles = [name, number].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      // The browser makes and removes files all the time.
      if (!fs.existsSync(file)) return false;
      const content = fs.readFileSync(file);
      return needles.some((needle) => content.includes(needle));
    })
    .map((file) => path.relative(folder, file))
    .sort();
}

describe('an import whose file is gone and whose results are no longer kept', () => {
  const stream = useStream({ clientSecret: secret, faults: plan, pageSizeCap: 4 });
  const vscode = useWorkbench(() => ({
    files: { 'gone.csv': textOf(rows) },
    settings: {
      ...streamSettings('Support desk', stream()),
      'agentassistContacts.send.requestsPerMinute': 6000,
      'agentassistContacts.send.batchRows': 4,
    },
  }));
  const item = () => vscode().explorer.importOf('gone.csv');
  const find = () => vscode().webview.getByRole('button', { name: 'Find Them on the Stream…' });
  const notice = (text: string) => vscode().webview.getByText(text).waitFor();
  const text = async (column: string, at: number) => {
    const { headers, rows: shown } = await readGrid(vscode().webview);
    return shown[at]?.[headers.indexOf(column)];
  };

  it('is shown by what the history knows', async () => {
    const { session, editors, dialog, notifications } = vscode();
    await vscode().explorer.unfoldImports();
    await editors.open('gone.csv');
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    await chooseStream(vscode(), secret);
    await dialog.press('Send');
    await notifications.wait('4 refused');
    await notifications.clear();
    await editors.closeAll();
    fs.rmSync(path.join(session.folder, 'gone.csv'));
    await deleteKeptResults(session.storage);
    await vscode().reload();
    await click(item());
    assert.equal(await text('Name', 0), '');
    assert.equal(await text('Outcome', 15), 'Created');
    await notice(
      'gone.csv was not found. Only the outcomes of the rows and the IDs of their contacts are known.',
    );
    await find().waitFor();
    await vscode().screenshot('find-offered');
  });

  it('asks before it is looked for, with an estimate, and does nothing on Cancel', async () => {
    await click(find());
    const { message, detail } = await vscode().dialog.read();
    assert.equal(message, 'Find 16 rows on the stream?');
    assert.match(detail, /Contacts on the stream: 12\nRequests: 3\n/);
    await vscode().screenshot('find-question');
    await vscode().dialog.press('Cancel');
    await find().waitFor();
    assert.equal(await text('Name', 0), '');
  });

  it('shows what was found when the search is cancelled, and offers it again', async () => {
    await click(find());
    await vscode().dialog.press('Find Them');
    await vscode().notifications.wait('The stream asks to wait');
    await vscode().screenshot('find-waiting');
    await vscode().notifications.press('The stream asks to wait', 'Cancel');
    await notice('Cancelled: 4 of 16 rows found on the stream so far.');
    assert.equal(await text('Name', 0), `${name}10 Rao`);
    await find().waitFor();
    await vscode().screenshot('find-cancelled');
  });

  it('shows names, numbers and times of all that are there, and says which are not', async () => {
    isSlow = false;
    await click(find());
    await vscode().dialog.press('Find Them');
    await notice('12 of 16 rows found on the stream, 4 are not there now.');
    const { headers, rows: shown } = await readGrid(vscode().webview);
    const column = (of: string) => headers.indexOf(of);
    const at = (index: number) =>
      ['Outcome', 'Name', 'Phone number', 'Why'].map((of) => shown[index]?.[column(of)]);
    assert.deepEqual(at(0), ['Created', `${name}10 Rao`, `+91${number}10`, '']);
    const gone = 'The file no longer has this row as it was sent.';
    assert.deepEqual(at(4), [
      ...['Refused', '', ''],
      `${wholeRequest} ${gone} Not found on the stream by its number.`,
    ]);
    assert.deepEqual(at(15), ['Created', `${name}25 Rao`, `+91${number}25`, '']);
    assert.equal(await find().count(), 0);
    await vscode().screenshot('find-found');
  });

  it('is stored nowhere: after a reload it is offered again', async () => {
    const { session } = vscode();
    await vscode().reload();
    await find().waitFor();
    assert.equal(await text('Name', 0), '');
    assert.deepEqual(filesWithPeople(session.storage), []);
    assert.deepEqual(filesWithPeople(session.profile.home), []);
  });

  it('is offered for the rows alone that the file no longer has', async () => {
    const { session, editors } = vscode();
    await editors.closeAll();
    session.write('gone.csv', textOf(rows.slice(0, 4)));
    await click(item());
    await notice('12 rows were removed or edited since then');
    await click(find());
    assert.equal((await vscode().dialog.read()).message, 'Find 12 rows on the stream?');
    await vscode().dialog.press('Find Them');
    await notice('8 of 12 rows found on the stream, 4 are not there now.');
    assert.deepEqual([await text('Line', 0), await text('Name', 0)], ['2', `${name}10 Rao`]);
    assert.deepEqual([await text('Line', 15), await text('Name', 15)], ['–', `${name}25 Rao`]);
    await vscode().screenshot('find-rest');
    await editors.closeAll();
    await click(item());
  });

  it('says what to do when its stream is no longer set up', async () => {
    const { quickInput, notifications, dialog } = vscode();
    await vscode().command('Agent Assist Contacts: Remove Stream…');
    await quickInput.wait('Remove Stream');
    await quickInput.pick('Support desk');
    await dialog.press('Remove');
    await notifications.wait('Stream “Support desk” is removed.');
    await click(find());
    await notifications.wait('is no longer set up. Add it and try again.');
  });
});
