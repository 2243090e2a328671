import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { contactColumns } from '../../src/core/contact/columns';
import { sandboxName } from '../../src/core/stream/name';
import { bareEnglish } from '../support/l10n/bareEnglish';
import { pseudo, pseudoManifestWords } from '../support/l10n/pseudo';
import type { FaultPlan } from '../support/sandbox';
import { root } from '../vscode/paths';
import { click } from './support/click';
import { useWorkbench } from './support/hooks';
import { readElements } from './support/pageElement';
import { poll } from './support/poll';
import { streamSettings, useStream } from './support/stream';
import { readGrid, webview } from './support/webview';

const words = pseudoManifestWords();
const streamName = 'Ⅰ';
const files = {
  'a.csv': fs.readFileSync(path.join(root, 'test/fixtures/mistakes/every.csv'), 'utf8'),
  'b.csv': 'Full Name,Phone,Job Title\nMr John Smith,+1 202 555 0150,Engineer\nCher,+1 202 555 0151,Singer\n',
  // The second repeats a number; the stream refuses the third, and makes the fourth wait.
  'c.csv': `${contactColumns.join(',')}
Asha,Rao,Mrs,9876543210,+91,+91
Ben,Rao,Mr,9876543210,+91,+91
Cleo,Ray,Mrs,9876543211,+91,
Dora,Fox,Mrs,9876543212,+91,+91
`,
};
const faults: FaultPlan = ({ call, number }) =>
  call === 'import' && number >= 2
    ? { when: 'before', act: { kind: 'status', status: 429, headers: { 'retry-after': '600' } } }
    : undefined;

/** What may be English: data; what no translation of ours reaches. */
const untranslated = [
  ...Object.entries(files).flat(),
  // The stream's own words.
  'Validation errors: row 2: cellPhoneExtension is required',
  // VS Code's own: there is no language pack.
  `Cancel (Press 'Enter' to confirm or 'Escape' to cancel)`,
  // Of a language that it does not know, Intl writes dates as in its default one.
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(),
  sandboxName,
];

/** What all in an element show, read out, or have come under the pointer. */
async function allIn(element: Locator): Promise<string[]> {
  const texts = await readElements(element.locator('*:not(style, script)'), (parts) =>
    parts.flatMap((part) => [
      ...[...part.childNodes].map((node) => (node.nodeType === 3 ? node.textContent : '')),
      ...['title', 'placeholder', 'aria-label', 'aria-description'].map((name) => part.getAttribute(name)),
    ]),
  );
  return texts.filter((text): text is string => Boolean(text?.trim()));
}

describe('VS Code in another language', () => {
  const stream = useStream({ clientSecret: 'x', faults });
  const vscode = useWorkbench(() => ({
    pseudoLanguage: true,
    viewport: { width: 1500, height: 1500 },
    files,
    settings: {
      ...streamSettings(streamName, stream()),
      'agentassistContacts.send.requestsPerMinute': 6000,
      'agentassistContacts.send.batchRows': 1,
    },
  }));

  it('shows no English but data', async () => {
    const { editors, quickInput, problems, notifications, dialog, page } = vscode();
    const box = page.locator('.quick-input-widget:visible');
    const toast = page.locator('.notification-toast:visible');
    const button = toast.locator('.monaco-button');
    const fixes = page.locator('.action-widget .monaco-list-row.action .title');
    const view = page.locator('.pane', { hasText: words['view.imports'] });

    const shown: string[] = [];
    const read = async (elements: Locator) => {
      await elements.first().waitFor();
      shown.push(...(await elements.allInnerTexts()));
    };
    const readBox = async () => {
      await read(box.locator('.quick-input-title, .quick-input-message, .quick-input-list-row'));
      shown.push((await box.locator('input').getAttribute('placeholder')) ?? '');
    };
    /** The headings of the Markdown page in front; its text has names, examples and keys, too. */
    const readPage = () => read(webview(page).locator('h1, h2'));
    const readToast = () => read(toast.locator('.notification-list-item-message, .monaco-button'));
    const run = (command: keyof typeof words) => vscode().command(`${words.category}: ${words[command]}`);

    shown.push(...(await quickInput.commands(words.category)));

    // Findings, the line above the header, what mends a finding, and why nothing is sent.
    await editors.open('a.csv');
    await editors.waitForSquiggles('error');
    await read(page.locator('.codelens-decoration'));
    const findings = await problems.wait('a.csv', (rows) => rows.length > 10);
    shown.push(...findings.flatMap(({ message, source }) => [message, source]));
    await click(page.locator('a:has(.marker-code)').first());
    await readPage();
    await problems.hide();
    await editors.open('a.csv');
    await editors.goTo(3, 1);
    await poll('the menu of fixes', async () => {
      await editors.press('Control+.');
      return fixes
        .first()
        .waitFor({ timeout: 3_000 })
        .then(
          () => true,
          () => undefined,
        );
    });
    await read(fixes);
    await page.keyboard.press('Escape');
    await run('command.sendCsv');
    await readToast();
    await notifications.clear();

    // Mapping.
    await editors.open('b.csv');
    await run('command.mapColumns');
    await box.locator('.monaco-list-row').nth(5).waitFor();
    await readBox();
    await quickInput.cancel();

    // Sending without the row that has an error.
    await editors.open('c.csv');
    await run('command.sendCsv');
    await readToast();
    await click(button.first());
    await box.locator('.monaco-list-row', { hasText: streamName }).waitFor();
    await readBox();
    await quickInput.pick(streamName);
    await box.locator('input[type=password]').waitFor();
    await readBox();
    await click(page.locator('.quick-input-titlebar .codicon-question'));
    await readPage();
    await click(box.locator('input[type=password]'));
    await quickInput.enter('x');
    await dialog.read();
    await read(
      page.locator('.monaco-dialog-box').locator('.dialog-message-container, .dialog-buttons .monaco-button'),
    );
    await dialog.press(pseudo('Send'));

    // Waiting, the outcome, the results, the history.
    await toast.getByText(/\d/).waitFor();
    await readToast();
    await click(button.last());
    await readGrid(vscode().webview);
    shown.push(...(await allIn(vscode().webview.locator('body'))));
    await readToast();
    await vscode().screenshot('pseudo');
    await click(view.locator('.pane-header'));
    await read(view.locator('.pane-header, .monaco-list-row'));
    await editors.open('c.csv');
    await read(page.locator('.statusbar-item', { hasText: streamName }));

    assert.ok(shown.length > 150, `only ${shown.length} texts were read`);
    const { contacts, ...facts } = stream();
    const data = [...untranslated, ...Object.values(facts).map(String), JSON.stringify(contacts)];
    assert.deepEqual(bareEnglish(shown, data), []);
  });
});
