import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../vscode/paths';
import { sourcesWithMessages } from './messageCalls';

/** English sentence → the same sentence: what a translator copies and fills in. */
export type Bundle = Readonly<Record<string, string>>;

/** The bundle that translations are made from; where the manifest's `l10n` points to. */
export const bundleFile = path.join(root, 'l10n', 'bundle.l10n.json');

/** Reads the bundle as it is kept. */
export function keptBundle(): Bundle {
  return JSON.parse(fs.readFileSync(bundleFile, 'utf8')) as Bundle;
}

/** The bundle's text as it has to be: in alphabetical order, so that two changes seldom meet. Takes some 8 s. */
export async function exportedBundle(): Promise<string> {
  const { getL10nJson } = await import('@vscode/l10n-dev');
  const files = sourcesWithMessages().map(([file, contents]) => ({
    extension: path.extname(file),
    contents,
  }));
  const bundle = Object.entries(await getL10nJson(files)).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(bundle), undefined, 2)}\n`;
}
