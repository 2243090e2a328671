import { useWorkbench } from './support/hooks';
import { poll } from './support/poll';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';
const asha = 'Asha,Rao,Mrs,9876543210,+91,+91';
const cells = "O'Neil, Jr.\tDoe\tMr\t9876543211\t+91\t+91\r\n";
const pasted = `"O'Neil, Jr.",Doe,Mr,9876543211,+91,+91`;

describe('pasting cells of a spreadsheet', () => {
  const vscode = useWorkbench(() => ({
    files: { 'pasted.csv': `${header}\n${asha}\n`, 'plain.csv': `${header}\n${asha}\n` },
  }));

  afterEach(async () => {
    await vscode().editors.closeAll();
  });

  /** Opens a list, waits until it is known for one, and has the cells on the clipboard. */
  async function open(name: string): Promise<void> {
    await vscode().editors.open(name);
    await vscode().page.locator('.codelens-decoration', { hasText: '1 row' }).first().waitFor();
    await vscode().page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(cells)})`);
  }

  const lines = (expected: readonly string[]) =>
    poll(
      `the lines ${expected.join(' | ')}`,
      async () => {
        const found = await vscode().editors.lines();
        return found.join('\n') === expected.join('\n') ? true : undefined;
      },
      20_000,
    );

  it('makes rows of them at the end of a list', async () => {
    await open('pasted.csv');
    await vscode().editors.goTo(3);
    await vscode().editors.press('Control+V');
    await lines([header, asha, pasted, '']);
    await vscode().screenshot('paste-rows');
  });

  it('leaves them text elsewhere', async () => {
    await open('plain.csv');
    await vscode().editors.goTo(2);
    await vscode().editors.press('Control+V');
    await poll('the text', async () =>
      (await vscode().editors.lines())[1]?.startsWith("O'Neil, Jr. ") ? true : undefined,
    );
  });
});
