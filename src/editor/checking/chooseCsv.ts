import * as vscode from 'vscode';
import { fullId } from '../commandIds';
import { csvLanguages } from '../csvLanguages';
import { treatAsCsv } from './openCsv';
import { tryAgain, UserError } from '../errors';
import { chosenFiles, fileName, pathInWorkspace, shownName, uriInFront } from '../files';

/** So many files of a workspace are offered; whoever has more knows where to look. */
const mostOffered = 500;

/**
 * The CSVs that a command is about: as {@link chosenFiles} gives them, and with no file in front the one that the user
 * then picks. Empty when the user picks none, or a new one, which is opened to be filled in.
 * @throws UserError when the file in front has edits that only another extension's editor knows
 */
export async function chosenCsvs(args: readonly unknown[]): Promise<readonly vscode.Uri[]> {
  const isNamed = args[0] instanceof vscode.Uri;
  if (!isNamed && uriInFront() === undefined) return await pickCsv();
  const chosen = chosenFiles(args);
  const [inFront] = chosen;
  if (!isNamed && inFront && isEditedElsewhere(inFront)) {
    throw new UserError(
      vscode.l10n.t(
        '{0} has unsaved edits in another editor. Save them there, then try again.',
        shownName(inFront),
      ),
      tryAgain(),
    );
  }
  return chosen;
}

/** Whether the tab in front holds edits of a file that its document does not have. Pages say so by a star. */
function isEditedElsewhere(uri: vscode.Uri): boolean {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  if (tab?.input instanceof vscode.TabInputWebview) return tab.isDirty || tab.label.startsWith('*');
  if (!(tab?.input instanceof vscode.TabInputCustom) || !tab.isDirty) return false;
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  return document?.isDirty !== true;
}

interface CsvItem extends vscode.QuickPickItem {
  /** Gives the files to go on with. */
  readonly choose?: () => Promise<readonly vscode.Uri[]>;
}

async function pickCsv(): Promise<readonly vscode.Uri[]> {
  const files = (await csvsOfWorkspace()).map((uri): CsvItem => ({
    label: fileName(uri),
    description: folderOf(uri),
    iconPath: vscode.ThemeIcon.File,
    choose: () => asCsv([uri]),
  }));
  const others: readonly CsvItem[] = [
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: vscode.l10n.t('New Contact CSV'), iconPath: new vscode.ThemeIcon('new-file'), choose: newCsv },
    {
      label: vscode.l10n.t('Open File…'),
      iconPath: new vscode.ThemeIcon('folder-opened'),
      choose: openCsvFile,
    },
  ];
  const picked = await vscode.window.showQuickPick([...files, ...others], {
    title: vscode.l10n.t('Choose a Contact CSV'),
    placeHolder: vscode.l10n.t('Choose a CSV, or start a new one'),
    matchOnDescription: true,
  });
  return (await picked?.choose?.()) ?? [];
}

/** Those that are not saved yet come first: it is likely that they were just made. */
async function csvsOfWorkspace(): Promise<readonly vscode.Uri[]> {
  const untitled = vscode.workspace.textDocuments.filter(
    ({ isUntitled, languageId }) => isUntitled && csvLanguages.includes(languageId),
  );
  const glob = '**/*.{[cC][sS][vV],[tT][sS][vV],[tT][aA][bB]}';
  const search = vscode.workspace.findFiles(glob, undefined, mostOffered);
  // Without the program that searches there is none; the other choices are still there.
  const found = await Promise.resolve(search).catch((): vscode.Uri[] => []);
  const byPath = found.toSorted((a, b) => a.path.localeCompare(b.path, vscode.env.language));
  return [...untitled.map(({ uri }) => uri), ...byPath];
}

function folderOf(uri: vscode.Uri): string {
  const relative = pathInWorkspace(uri);
  return relative.slice(0, Math.max(0, relative.lastIndexOf('/')));
}

/** It is filled in first, so there is nothing to go on with. */
async function newCsv(): Promise<readonly vscode.Uri[]> {
  await vscode.commands.executeCommand(fullId('newContactCsv'));
  return [];
}

async function openCsvFile(): Promise<readonly vscode.Uri[]> {
  const filters = { CSV: ['csv', 'tsv', 'tab', 'txt'] };
  return await asCsv(
    (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Choose a Contact CSV'), filters })) ?? [],
  );
}

/** Whoever chooses a text as a contact CSV has said that it is one. */
async function asCsv(uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  for (const uri of uris)
    if (uri.scheme !== 'untitled' && !/\.csv$/i.test(uri.path)) {
      // What is too large for an editor, or is no text, is told by the command.
      await treatAsCsv(uri).catch(() => undefined);
    }
  return uris;
}
