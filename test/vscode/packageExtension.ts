import fs from 'node:fs';
import path from 'node:path';
import { packageFolder, root } from './paths';
import { mustRun } from './processes';

const windows = process.platform === 'win32';

/**
 * Builds and packages the extension as `npm run package` does, and gives the VSIX's absolute path.
 * @throws Error with the words of the build or the packager.
 */
export async function packageExtension(): Promise<string> {
  fs.mkdirSync(packageFolder, { recursive: true });
  const vsix = path.join(packageFolder, 'agentassist-contacts.vsix');
  await mustRun('npm', ['run', 'package', '--', '--out', vsix], { cwd: root, shell: windows });
  return vsix;
}
