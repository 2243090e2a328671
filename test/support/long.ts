/** Whether this is `npm run test:long`: all that randomised tests and matrices have, instead of the share for every day. */
export const isLong = process.env['TEST_LONG'] === '1';

/**
 * How often a randomised test runs: every time in a long run, otherwise a tenth of that, for which there is time in
 * `npm test`. What it tries there is the same each time (see seeds.ts); each long run tries something else.
 */
export function runs(all: number): number {
  return isLong ? all : Math.ceil(all / 10);
}
