import fs from 'node:fs';
import path from 'node:path';
import { failuresFolder, root } from '../../vscode/paths';
import { builtVsix } from './builtVsix';
import type { SessionOptions } from './session';
import { Workbench } from './workbench';

/**
 * Registers mocha hooks for a `describe`: one VS Code with the packaged extension before its tests, ended after them;
 * of a test that fails, a screenshot and the logs are kept and named.
 * @param options gives further settings, files and so on; called once, when the tests start
 * @returns the window's getter, for use inside tests
 */
export function useWorkbench(
  options: () => SessionOptions | Promise<SessionOptions> = () => ({}),
): () => Workbench {
  let workbench: Workbench | undefined;

  before(async function () {
    this.timeout(180_000);
    const given = await options();
    workbench = await Workbench.start({ ...given, vsix: given.vsix ?? [await builtVsix()] });
  });

  afterEach(async function () {
    const test = this.currentTest;
    if (workbench && test?.state === 'failed') {
      console.log(`      kept in ${await keep(workbench, test.fullTitle())}`);
    }
  });

  after(async () => {
    await workbench?.stop();
    workbench = undefined;
  });

  return () => {
    if (!workbench) throw new Error('The window exists only while tests run.');
    return workbench;
  };
}

/** Keeps a screenshot, the server's output and the console; gives the folder, relative to the repository. */
async function keep(workbench: Workbench, title: string): Promise<string> {
  const folder = path.join(failuresFolder, title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100));
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const { session } = workbench;
  for (const log of [path.join(session.profile.home, 'server.log'), session.consoleLog]) {
    if (fs.existsSync(log)) fs.copyFileSync(log, path.join(folder, path.basename(log)));
  }
  // Last, and allowed to fail: the window may be what broke.
  await workbench.screenshot('screen', folder).catch(() => undefined);
  return path.relative(root, folder);
}
