import * as vscode from 'vscode';
import { isThere } from './files';

/**
 * A packed Markdown page in VS Code's language where it was translated, such as `find-values.de.md` beside
 * `find-values.md`: sentences of the bundle have a translation of their own, whole pages do not.
 * @param page the English one
 */
export async function translatedPage(page: vscode.Uri, language = vscode.env.language): Promise<vscode.Uri> {
  const translated = page.with({ path: page.path.replace(/\.md$/, `.${language}.md`) });
  return (await isThere(translated)) ? translated : page;
}
