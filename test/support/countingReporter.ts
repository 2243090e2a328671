import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { reportVariable, type Counts } from './counts';

/**
 * mocha's spec reporter, which also writes the run's {@link Counts} to the file that an environment variable names.
 * The runner reads them there: a text on stdout could be anyone's, and an exit code of 0 also says "ran nothing".
 */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    // mocha tells of the last try alone. What broke in the first is what there is to be mended.
    runner.on(Mocha.Runner.constants.EVENT_TEST_RETRY, (test: Mocha.Test, error: Error) => {
      console.log(
        `      tried again: ${test.title}\n${error.stack ?? error.message}`.replaceAll('\n', '\n      '),
      );
    });
    const file = process.env[reportVariable];
    if (!file) return;
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      const counts: Counts = { passed: passes, failed: failures, pending };
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, JSON.stringify(counts));
    });
  }
}
