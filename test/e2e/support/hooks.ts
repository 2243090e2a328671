import fs from 'node:fs';
import path from 'node:path';
import { failuresFolder, root } from '../../vscode/paths';
import { builtVsix } from './builtVsix';
import { certificate } from './certificate';
import type { SessionOptions } from './session';
import { Workbench } from './workbench';

/** The window that the tests before have left, if nothing failed in it: a start takes as long as many tests do. */
let free: Workbench | undefined;

after(async () => await free?.stop());

/**
 * Registers mocha hooks for a `describe`: a VS Code with the packaged extension before its tests. Those that ask for
 * nothing but files and settings take the window that others have left, as good as new; any other has one of its own.
 * Of a test that fails, a screenshot and the logs are kept and named, and its window is ended.
 * @param options gives further settings, files and so on; called once, when the tests start
 * @returns the window's getter, for use inside tests
 */
export function useWorkbench(
  options: () => SessionOptions | Promise<SessionOptions> = () => ({}),
): () => Workbench {
  let workbench: Workbench | undefined;
  let mayBeShared = false;

  before(async function () {
    this.timeout(180_000);
    const given = await options();
    const { files, settings, ...own } = given;
    const wantsNothingElse = Object.keys(own).length === 0;
    if (wantsNothingElse && free) {
      workbench = free;
      free = undefined;
      await workbench.turnTo(files, settings).catch(async (error: unknown) => {
        if (workbench) console.log(`      kept in ${await keep(workbench, this.test?.fullTitle() ?? '')}`);
        throw error;
      });
    } else {
      // A process reads further certificates as it starts, and never again: hence in each, though one test asks for it.
      const env = { NODE_EXTRA_CA_CERTS: certificate };
      workbench = await Workbench.start({ env, vsix: [await builtVsix()], ...given });
    }
    mayBeShared = wantsNothingElse;
  });

  afterEach(async function () {
    const test = this.currentTest;
    if (workbench && test?.state === 'failed') {
      mayBeShared = false;
      console.log(`      kept in ${await keep(workbench, test.fullTitle())}`);
    }
  });

  after(async () => {
    if (mayBeShared) free = workbench;
    else await workbench?.stop();
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
