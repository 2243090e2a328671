import assert from 'node:assert/strict';
import { contactColumns } from '../../src/core/contact/columns';
import { fifteenMistakes } from '../support/fifteenMistakes';
import { click, clickAway } from './support/click';
import { useWorkbench } from './support/hooks';
import { exactly, poll } from './support/poll';

const header = contactColumns.join(',');
const good = 'Asha,Rao,Mrs,9876543210,+91,+91';
const noCodes = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneExtension';

describe('fixing a contact list', () => {
  const vscode = useWorkbench(() => ({
    files: {
      'codes.csv': `${header}\nAsha,Rao,Mrs,9876543210,0091,+91\nJohn,Doe,Mr,2025550123,001,+1\n`,
      'problems.csv': `${header},budget\n${good},12\n`,
      'missing.csv': `${noCodes}\nAsha,Rao,Mrs,9876543210,+91\n`,
      'all.csv': `First Name${header.slice(9)}\nAsha,Rao ,Mrs,9876543210,0091,+91\n,Doe,Mr,2025550123,+1,+1\n`,
      'fifteen.csv': fifteenMistakes,
      'west.csv': Buffer.from(`${header}\nJos\u00e9,Rao,Mr,9876543210,+91,+91\n`, 'latin1'),
    },
  }));

  afterEach(async () => {
    await vscode().editors.closeAll();
    await vscode().notifications.clear();
  });

  it('offers what can be done behind the light bulb, and does it', async () => {
    const { editors, quickFixes } = vscode();
    await editors.open('codes.csv');
    await editors.waitForSquiggles('warning');
    const titles = await quickFixes.open(2, 25);
    assert.deepEqual(titles, [
      'Write +91',
      'Write all country codes in this file like +91',
      'Change cellPhoneCountryCode…',
      'Hold This Row Back',
      'Keep as It Is',
      'Change How This Is Reported…',
    ]);
    await vscode().screenshot('light-bulb');
    await quickFixes.choose('Write all country codes in this file like +91');
    await lines([header, good, 'John,Doe,Mr,2025550123,+1,+1', '']);
    await editors.press('Control+Z');
    await lines([header, 'Asha,Rao,Mrs,9876543210,0091,+91', 'John,Doe,Mr,2025550123,001,+1', '']);
  });

  it('offers the same in the Problems panel', async () => {
    const { editors, problems, page } = vscode();
    await editors.open('problems.csv');
    await editors.waitForSquiggles('warning');
    await problems.wait('problems.csv', ([first]) => first?.code === 'columns.unknown');
    await click(page.locator('.markers-panel .monaco-list-row:has(.marker-icon)').first());
    const entry = page.locator('.monaco-menu:visible .action-label', {
      hasText: exactly('Remove the column “budget”'),
    });
    // The key does nothing until the panel knows the fixes of the row, which a click has it ask for.
    await poll('the menu of fixes in the panel', async () => {
      await page.keyboard.press('Control+.');
      return entry.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => undefined,
      );
    });
    await clickAway(entry, entry);
    await lines([header, good, '']);
    await problems.hide();
  });

  it('asks for the value of a whole column, takes nothing that is no code, and can be left', async () => {
    const { editors, quickFixes, quickInput } = vscode();
    const title = 'Add cellPhoneCountryCode with the same value in every row…';
    await editors.open('missing.csv');
    await editors.waitForSquiggles('error');
    await quickFixes.open(1, 1);
    await quickFixes.choose(title);
    await quickInput.wait('Value for cellPhoneCountryCode');
    await quickInput.cancel();
    await lines([noCodes, 'Asha,Rao,Mrs,9876543210,+91', '']);
    await quickFixes.open(1, 1);
    await quickFixes.choose(title);
    await quickInput.wait('Value for cellPhoneCountryCode');
    await quickInput.enter('India');
    await quickInput.waitForMessage('This is not a country calling code');
    await quickInput.enter('0091');
    await lines([`${noCodes},cellPhoneCountryCode`, 'Asha,Rao,Mrs,9876543210,+91,+91', '']);
  });

  it('fixes what is safe by one command, and says how much', async () => {
    const { editors, notifications } = vscode();
    await editors.open('all.csv');
    await vscode().command('Agent Assist Contacts: Fix All Auto-Fixable Problems');
    assert.equal(await notifications.wait('Fixed'), 'Fixed 3 problems in all.csv. 1 problem needs you.');
    await lines([header, good, ',Doe,Mr,2025550123,+1,+1', '']);
    await notifications.clear();
    await vscode().command('Agent Assist Contacts: Fix All Auto-Fixable Problems');
    await notifications.wait('Nothing left to fix automatically in all.csv.');
    assert.ok((await vscode().menus.labels(editors.text)).includes('Fix All Auto-Fixable Problems'));
  });

  it('leads from fifteen kinds of mistakes to a list that can be sent, in eight actions at most', async () => {
    const { editors, quickInput, page } = vscode();
    await editors.open('fifteen.csv');
    let actions = 1;
    const step = async (not: string) =>
      await poll('the next step above the header', async () => {
        const titles = await page.locator('.codelens-decoration a').allInnerTexts();
        // Rows and problems, the step, mapping where columns are others, and sending.
        return titles.length >= 3 && titles[1] !== not ? titles[1] : undefined;
      });
    let title = await step('');
    await vscode().screenshot('next-step');
    while (!title.startsWith('Send')) {
      assert.ok(actions < 8, title);
      await click(page.locator('.codelens-decoration a', { hasText: exactly(title) }));
      actions++;
      if (title.startsWith('Review')) {
        await quickInput.wait('Review Fixes');
        await vscode().screenshot('review-fixes');
        await quickInput.accept();
        actions++;
      }
      title = await step(title);
    }
    assert.equal(title, 'Send Only Rows Without Errors…');
    const lines = await editors.lines();
    assert.deepEqual(lines.slice(0, 2), [
      'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,Notes,cellPhoneExtension',
      'Asha,Rao,Mrs,9876543210,+91,,+91',
    ]);
  });

  it('converts a file from the encoding in which its letters are right, and back', async () => {
    const { editors, quickFixes, quickInput } = vscode();
    await editors.open('west.csv');
    await editors.waitForSquiggles('error');
    await quickFixes.open(2, 4);
    await quickFixes.choose('Convert to UTF-8…');
    await quickInput.wait('Convert west.csv to UTF-8');
    await vscode().screenshot('encodings');
    await quickInput.pick('Western (Windows 1252)');
    await quickInput.wait('Rewrite west.csv as UTF-8?');
    await quickInput.pick('Convert');
    await lines([header, 'Jos\u00e9,Rao,Mr,9876543210,+91,+91', '']);
    await vscode().statusText('UTF-8');
    await vscode().notifications.press('west.csv is UTF-8 now', 'Undo');
    await lines([header, 'Jos\uFFFD,Rao,Mr,9876543210,+91,+91', '']);
  });

  async function lines(expected: readonly string[]): Promise<void> {
    let seen: readonly string[] = [];
    await poll(`the text ${expected.join('|')}`, async () => {
      seen = await vscode().editors.lines();
      return seen.join('\n') === expected.join('\n') ? true : undefined;
    }).catch((error: unknown) => {
      throw new Error(`${String(error)} There is ${seen.join('|')}`);
    });
  }
});
