import assert from 'node:assert/strict';
import { contactColumns } from '../../src/core/contact/columns';
import { pseudo, pseudoManifestWords } from '../support/l10n/pseudo';
import { useWorkbench } from './support/hooks';

const words = pseudoManifestWords();
const command = (title: string) => `${words.category}: ${title}`;

describe('in another language', () => {
  const vscode = useWorkbench(() => ({
    pseudoLanguage: true,
    viewport: { width: 1500, height: 2000 },
    files: { 'contacts.csv': `${contactColumns.join(',')}\nAsha,Rao,Mrs,9876543210,+91,+91\n` },
  }));

  it('x', async () => {
    await vscode().editors.open('contacts.csv');
    console.log(await vscode().quickInput.commands(words.category));
    await vscode().command(command(words['command.sendCsv']));
    await new Promise((r) => setTimeout(r, 3000));
    await vscode().screenshot('pseudo');
  });
});
