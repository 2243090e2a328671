import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Measurement } from '../measurement';
import { exactly } from '../summary';

/** What a child process prints, in bytes. */
interface Printed {
  readonly text: number;
  readonly index: number;
  readonly check: number;
  readonly edited: number;
  readonly plans: number;
}

/** Memory that is kept for an open file beside its text, in a process of its own. */
const measurement: Measurement = {
  about: 'memory beside the text',
  rows: [1_000_000],
  measure(rows) {
    const program = path.join(import.meta.dirname, '..', 'memoryOf.ts');
    const printed = execFileSync(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', program, String(rows)],
      { encoding: 'utf8' },
    );
    const { text, index, check, edited, plans } = JSON.parse(printed) as Printed;
    const megabytes = (bytes: number) => exactly(bytes / 1e6);
    return [
      { what: 'the text itself', unit: 'MB', value: megabytes(text) },
      { what: 'records and fields', unit: 'MB', value: megabytes(index) },
      { what: 'with all findings and numbers', unit: 'MB', value: megabytes(check), target: { atMost: 40 } },
      // Each edit leaves a block whose text is a string of its own, some 10 kB.
      {
        what: 'after 1,000 edits in all places',
        unit: 'MB',
        value: megabytes(edited),
        target: { atMost: 40 },
      },
      { what: 'answers of the numbering plans, kept for all files', unit: 'MB', value: megabytes(plans) },
    ];
  },
};
export default measurement;
