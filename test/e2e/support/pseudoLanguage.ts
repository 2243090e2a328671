import fs from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { pseudoBundle, pseudoLanguage, pseudoManifestWords } from '../../support/l10n/pseudo';
import type { Profile } from '../../vscode/profile';

/** Puts the two files of a translation beside the originals, in each extension that was installed. */
export function addPseudoTranslation(profile: Profile): void {
  for (const name of fs.readdirSync(profile.extensions)) {
    const folder = path.join(profile.extensions, name);
    if (!fs.statSync(folder).isDirectory()) continue;
    const write = (file: string, words: object) =>
      fs.writeFileSync(path.join(folder, file), JSON.stringify(words));
    write(`package.nls.${pseudoLanguage}.json`, pseudoManifestWords());
    write(`l10n/bundle.l10n.${pseudoLanguage}.json`, pseudoBundle());
  }
}

/**
 * Has the workbench think that its language is the pseudo-language, as the script of a language pack would, of which
 * none can be had. VS Code's own words stay English; all else goes the way that it goes for any other language: it
 * tells server and extension host, which look for an extension's translation by it.
 */
export async function speakPseudo(context: BrowserContext): Promise<void> {
  await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(pseudoLanguage)}`);
}
