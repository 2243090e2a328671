import fs from 'node:fs';
import path from 'node:path';
import { packageFolder, root } from './paths';
import { mustRun } from './processes';

/**
 * Packages the extension as it would be published, from what dist/ holds, and gives the VSIX's absolute path.
 * @param from the extension's folder; this repository if unset
 * @throws Error with the packager's words.
 */
export async function packageExtension(from: string = root): Promise<string> {
  fs.mkdirSync(packageFolder, { recursive: true });
  const vsix = path.join(
    packageFolder,
    `${path.basename(from === root ? 'agentassist-contacts' : from)}.vsix`,
  );
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  // There is no public repository that relative links of the README could be pointed at.
  const flags = [
    '--no-dependencies',
    '--no-rewrite-relative-links',
    '--allow-missing-repository',
    '--out',
    vsix,
  ];
  await mustRun(process.execPath, [vsce, 'package', ...flags], { cwd: from });
  return vsix;
}
