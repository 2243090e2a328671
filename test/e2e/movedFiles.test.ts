import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { FaultPlan } from '../support/sandbox';
import { click } from './support/click';
import { useWorkbench } from './support/hooks';
import { poll } from './support/poll';
import { chooseStream, streamSettings, useStream } from './support/stream';
import { readGrid } from './support/webview';

/** The contacts are created, and neither the answer nor a look at them arrives. */
const down: FaultPlan = ({ call }) => {
  if (call === 'import') return { when: 'after', act: { kind: 'reset' } };
  return { when: 'before', act: { kind: 'status', status: 403 } };
};

const secret = 'a-secret-of-moved-files';

describe('an import whose file is moved', () => {
  let isDown = true;
  const stream = useStream({
    clientSecret: secret,
    faults: (request) => (isDown ? down(request) : undefined),
  });
  const vscode = useWorkbench(() => ({
    files: { 'empty.txt': 'nothing to send here\n' },
    settings: streamSettings('Support desk', stream()),
  }));
  const marks = () => vscode().page.locator('.glyph-margin-widgets .cgmr:visible').count();
  const outcomes = async () => (await readGrid(vscode().webview)).rows.map((cells) => cells[1]);
  const lens = () => vscode().page.locator('.codelens-decoration').first().innerText();
  const inFolder = (name: string) => path.join(vscode().session.folder, name);

  /** As after *Replace All*: VS Code's own marks would grow over the header and over rows that are not theirs. */
  async function replaceEverything(text: string): Promise<void> {
    const { editors } = vscode();
    await editors.replaceAll(text.replaceAll('Mrs,', 'Ms,').replaceAll('Mr,', 'Mrs,'));
    let most = 0;
    await poll('no mark beside rows that were edited', async () => {
      const shown = await marks();
      most = Math.max(most, shown);
      return shown === 0 ? true : undefined;
    });
    assert.ok(most <= 2, String(most));
    await editors.replaceAll(text);
    await poll('the marks of rows that are as they were', async () =>
      (await marks()) === 2 ? true : undefined,
    );
    await vscode().screenshot('moved-replaced');
  }

  it('is known by a new list after that was saved: marks, lines and looking up', async () => {
    const { editors, dialog, webview } = vscode();
    await vscode().command('Agent Assist Contacts: New Contact CSV from Template');
    await editors.waitForActive('contacts.csv');
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    await chooseStream(vscode(), secret);
    await dialog.press('Send');
    await poll('the outcomes', async () =>
      String(await outcomes()) === 'Unknown,Unknown' ? true : undefined,
    );
    await editors.save();
    await poll('the marks', async () => ((await marks()) === 2 ? true : undefined));
    await poll('the count', async () => ((await lens()).includes('2 unknown') ? true : undefined));
    await vscode().screenshot('moved-saved');
    await click(webview.getByRole('button', { name: '3', exact: true }));
    await vscode().statusText('Ln 3, Col 1');
    await replaceEverything(fs.readFileSync(inFolder('contacts.csv'), 'utf8'));
    await editors.save();
    isDown = false;
    await click(webview.getByRole('button', { name: 'Look Them Up…' }).first());
    await poll('the rows to be found', async () =>
      (await outcomes()).every((outcome) => outcome === 'Created' || outcome === 'Found on stream')
        ? true
        : undefined,
    );
  });

  it('asks for a file that was renamed outside of VS Code, and goes on with it', async () => {
    const { editors, quickInput, notifications, webview } = vscode();
    await editors.closeAll();
    fs.renameSync(inFolder('contacts.csv'), inFolder('people.csv'));
    await vscode().command('Agent Assist Contacts: Show Last Results');
    await readGrid(webview);
    await click(webview.getByRole('button', { name: '3', exact: true }));
    await notifications.press('contacts.csv was not found.', 'Choose the File…');
    await quickInput.wait('Where is contacts.csv now?');
    await vscode().screenshot('moved-choose');
    await quickInput.enter(inFolder('people.csv'));
    await editors.waitForActive('people.csv');
    await vscode().statusText('Ln 3, Col 1');
    await vscode().page.locator('.tab', { hasText: 'people.csv (Results)' }).waitFor();
    await vscode().screenshot('moved-chosen');
  });
});

describe('an import of a list that is not saved', () => {
  const vscode = useWorkbench(() => ({ files: { 'other.txt': 'nothing to send here\n' } }));
  const pages = () => vscode().page.locator('.tab', { hasText: '(Results)' }).allInnerTexts();

  it('is still its own after a reload: the next one takes its page over', async () => {
    const { editors, quickInput, dialog } = vscode();
    await vscode().command('Agent Assist Contacts: New Contact CSV from Template');
    await editors.waitForActive('contacts.csv');
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    await quickInput.pick('Try the Sandbox');
    await dialog.press('Send');
    await readGrid(vscode().webview);
    await vscode().reload();
    await editors.waitForActive('contacts.csv');
    await readGrid(vscode().webview);
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    await dialog.press('Send');
    await vscode().statusText('All 2 contacts came back from the stream.');
    assert.deepEqual(await pages(), ['contacts.csv (Results)']);
  });
});
