import fs from 'node:fs';

/** The environment variable that names the file into which a mocha run reports its counts. */
export const reportVariable = 'VSCODE_TEST_REPORT';

/** And the one with the words that the names of tests must hold to be run. */
export const grepVariable = 'VSCODE_TEST_GREP';

/** What a run of tests came to. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
}

/** Reads a report; undefined when the run ended before it wrote one. */
export function readCounts(file: string): Counts | undefined {
  if (!fs.existsSync(file)) return undefined;
  const { passed, failed, pending } = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Counts>;
  return { passed: passed ?? 0, failed: failed ?? 0, pending: pending ?? 0 };
}
