import fs from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { pseudoBundle, pseudoLanguage, pseudoManifestWords, pseudoPage } from '../../support/l10n/pseudo';
import type { Profile } from '../../vscode/profile';

/** Puts the files of a translation beside the originals, in each extension that was installed. */
export function addPseudoTranslation(profile: Profile): void {
  for (const name of fs.readdirSync(profile.extensions)) {
    const folder = path.join(profile.extensions, name);
    if (!fs.statSync(folder).isDirectory()) continue;
    // Empty while there is no translation.
    fs.mkdirSync(path.join(folder, 'l10n'), { recursive: true });
    const write = (file: string, words: object) =>
      fs.writeFileSync(path.join(folder, file), JSON.stringify(words));
    write(`package.nls.${pseudoLanguage}.json`, pseudoManifestWords());
    write(`l10n/bundle.l10n.${pseudoLanguage}.json`, pseudoBundle());
    for (const page of ['media', 'media/rules'].flatMap((pages) => markdownIn(folder, pages))) {
      const text = pseudoPage(fs.readFileSync(page, 'utf8'));
      fs.writeFileSync(page.replace(/\.md$/, `.${pseudoLanguage}.md`), text);
    }
  }
}

function markdownIn(folder: string, pages: string): readonly string[] {
  const files = fs.readdirSync(path.join(folder, pages));
  return files.filter((file) => file.endsWith('.md')).map((file) => path.join(folder, pages, file));
}

/**
 * Has the workbench think that its language is the pseudo-language, as the script of a language pack would, of which
 * none can be had. VS Code's own words stay English; all else goes the way that it goes for any other language: it
 * tells server and extension host, which look for an extension's translation by it.
 */
export async function speakPseudo(context: BrowserContext): Promise<void> {
  await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(pseudoLanguage)}`);
}
