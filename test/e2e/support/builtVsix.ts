import { packageExtension } from '../../vscode/packageExtension';

/** The environment variable that names a VSIX to test. */
export const vsixVariable = 'VSCODE_TEST_VSIX';

let built: Promise<string> | undefined;

/**
 * The packaged extension's absolute path: the one that `VSCODE_TEST_VSIX` names, else built and packaged now, once a
 * process.
 * @throws Error with the words of the build or the packager.
 */
export function builtVsix(): Promise<string> {
  const given = process.env[vsixVariable];
  if (given) return Promise.resolve(given);
  built ??= packageExtension();
  return built;
}
