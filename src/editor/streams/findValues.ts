import * as vscode from 'vscode';
import { translatedPage } from '../packedPages';
import type { Place } from '../quickInput';

/** The chapters of media/find-values.md, as its headings' anchors. */
export type HelpChapter = 'host' | 'stream-id' | 'client-id-and-client-secret' | 'account-id';

/** Opens the page that tells where a value is found, at its chapter. */
export type FindValues = (chapter: HelpChapter) => void;

/** The packaged page. A translation, which has other headings, opens at its top. */
export function findValues(extensionUri: vscode.Uri): FindValues {
  const page = vscode.Uri.joinPath(extensionUri, 'media', 'find-values.md');
  return (chapter) => void open(page, chapter);
}

async function open(page: vscode.Uri, fragment: string): Promise<void> {
  const shown = await translatedPage(page);
  await vscode.commands.executeCommand('markdown.showPreviewToSide', shown.with({ fragment }));
}

/** The question with a button that opens the chapter. */
export function withHelp(place: Place, chapter: HelpChapter, explain: FindValues): Place {
  return { ...place, help: { label: vscode.l10n.t('Where Do I Find This?'), open: () => explain(chapter) } };
}
