import path from 'node:path';

/** The repository's root folder, absolute. */
export const root = path.resolve(__dirname, '..', '..');

/** Where everything that is fetched or written for tests lies; git-ignored, safe to delete. */
export const scratch = path.join(root, '.vscode-test');

/** Screenshots that a test takes on purpose. */
export const shotsFolder = path.join(scratch, 'shots');

/** What is kept of a failed end-to-end test: a screenshot and the server's logs. */
export const failuresFolder = path.join(scratch, 'e2e');

/** The reports that the mocha tiers write, one JSON file a tier. */
export const reportsFolder = path.join(scratch, 'reports');

/** The folder inside out/ that the packaged extension is written to. */
export const packageFolder = path.join(root, 'out');
