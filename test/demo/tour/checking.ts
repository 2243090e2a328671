import fs from 'node:fs';
import path from 'node:path';
import { contactColumns } from '../../../src/core/contact/columns';
import { click } from '../../e2e/support/click';
import { fifteenMistakes } from '../../support/fifteenMistakes';
import { root } from '../../vscode/paths';
import type { Station } from './station';
import { hover, lens, open, run, stay, stop, told } from './steps';

const header = contactColumns.join(',');
const good = 'Asha,Rao,Mrs,9876543210,+91,+91';

/** What {@link checking} opens. */
export const checkedFiles = {
  'every.csv': fs.readFileSync(path.join(root, 'test/fixtures/mistakes/every.csv')),
  'good.csv': `${header}\n${good}\nJohn,Doe,Mr,2025550123,+1,+1\n`,
  'typing.csv': `${header}\n${good}\nJohn,Doe,,2025550123,+1,+1\n`,
  'codes.csv': `${header}\nAsha,Rao,Mrs,9876543210,0091,+91\nJohn,,Mr,2025550123,001,+1\n`,
  'missing.csv': `firstName,lastName,salutation,cellPhoneNumber,cellPhoneExtension\nAsha,Rao,Mrs,9876543210,+91\n`,
  'fixable.csv': `First Name${header.slice(9)}\nAsha,Rao ,Mrs,9876543210,0091,+91\n,Doe,Mr,2025550123,+1,+1\n`,
  'fifteen.csv': fifteenMistakes,
  'west.csv': Buffer.from(`${header}\nJos\u00e9,Rao,Mr,9876543210,+91,+91\n`, 'latin1'),
  'callers.tsv': `${header}\n${good}\n`.replaceAll(',', '\t'),
};

/** While one types: what is marked, shown, suggested and fixed. */
export const checking: readonly Station[] = [
  stay('problems', async ({ window }) => {
    await open(window, 'every.csv', 'error');
    await window.problems.wait('every.csv', (rows) => rows.length > 5);
  }),
  stay('hover-problem', ({ window }) => hover(window, 8, 9)),
  stop('outline', async ({ window }) => {
    await window.page.keyboard.press('Escape');
    await window.problems.hide();
    await window.command('Explorer: Focus on Outline View');
    await window.page.locator('.outline-pane .monaco-list-row').first().waitFor();
  }),
  stop('rule', async ({ window }) => {
    await open(window, 'every.csv', 'error');
    await window.problems.wait('every.csv', (rows) => rows.length > 5);
    await click(window.page.locator('.markers-panel a.monaco-link').first());
    await window.webview.locator('h1').waitFor();
  }),
  stop('hover-cell', async ({ window }) => {
    await open(window, 'good.csv');
    await hover(window, 2, 18);
  }),
  stop('suggestions', async ({ window }) => {
    await open(window, 'typing.csv');
    await window.editors.goTo(3, 10);
    await window.command('Trigger Suggest');
    await window.page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  }),
  stay('light-bulb', async ({ window }) => {
    await open(window, 'codes.csv', 'warning');
    await window.quickFixes.open(2, 25);
  }),
  stay('change-value', async ({ window }) => {
    await window.quickFixes.choose('Change cellPhoneCountryCode…');
    await window.quickInput.wait('cellPhoneCountryCode');
  }),
  stop('change-value-wrong', async ({ window }) => {
    await window.quickInput.enter('India');
    await window.quickInput.waitForMessage('not a country calling code');
  }),
  stop('change-reporting', async ({ window }) => {
    await open(window, 'codes.csv', 'warning');
    await window.quickFixes.open(2, 25);
    await window.quickFixes.choose('Change How This Is Reported…');
    await window.quickInput.wait('Reported');
  }),
  stop('row-held-back', async ({ window }) => {
    await open(window, 'codes.csv', 'error');
    await window.quickFixes.open(3, 6);
    await window.quickFixes.choose('Hold This Row Back');
    await window.notifications.wait('is held back until you edit it');
  }),
  stay('light-bulb-header', async ({ window }) => {
    await open(window, 'missing.csv', 'error');
    await window.quickFixes.open(1, 1);
  }),
  stop('column-value', async ({ window }) => {
    await window.quickFixes.choose('Add cellPhoneCountryCode with the same value in every row…');
    await window.quickInput.wait('Value for cellPhoneCountryCode');
  }),
  stay('next-step', async ({ window }) => {
    await open(window, 'fifteen.csv', 'error');
    await window.page.locator('.codelens-decoration a').nth(2).waitFor();
  }),
  stop('review-fixes', async ({ window }) => {
    for (let steps = 0; steps < 8; steps++) {
      await run(window, 'Take the Next Step');
      const asked = await window.quickInput.wait('Review Fixes').then(
        () => true,
        () => false,
      );
      if (asked) return;
    }
    throw new Error('No step asked for a review.');
  }),
  stay('fixed', async ({ window }) => {
    await open(window, 'fixable.csv', 'error');
    await run(window, 'Fix All Auto-Fixable Problems');
    await window.notifications.wait('Fixed');
    await lens(window, '1 error');
  }),
  stop('nothing-to-fix', async ({ window }) => {
    await window.notifications.clear();
    await run(window, 'Fix All Auto-Fixable Problems');
    await window.notifications.wait('Nothing left to fix');
  }),
  stop('check-good', async ({ window }) => {
    await open(window, 'good.csv');
    await run(window, 'Check as Contact List');
    await window.notifications.wait('is ready to send');
  }),
  stop('check-errors', async ({ window }) => {
    await open(window, 'codes.csv', 'error');
    await run(window, 'Check as Contact List');
    await window.notifications.wait('codes.csv: 2 contacts');
  }),
  stay('convert', async ({ window }) => {
    await open(window, 'west.csv', 'error');
    await window.quickFixes.open(2, 4);
    await window.quickFixes.choose('Convert to UTF-8…');
    await window.quickInput.wait('Convert west.csv to UTF-8');
  }),
  stay('convert-confirm', async ({ window }) => {
    await window.quickInput.pick('Western (Windows 1252)');
    await window.quickInput.wait('Rewrite west.csv as UTF-8?');
  }),
  stop('converted', async ({ window }) => {
    await window.quickInput.pick('Convert');
    await window.notifications.wait('west.csv is UTF-8 now');
    await lens(window, 'no problems');
  }),
  stop('not-csv', async ({ window }) => {
    await window.explorer.choose('callers.tsv', 'Check as Contact List');
    await window.notifications.wait('callers.tsv is not open as CSV');
  }),
  told('no-column-maps', 'Forget Column Maps', /map/i),
];
