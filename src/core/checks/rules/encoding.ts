import type { Rule } from '../rule';

const replacementCharacters = /\uFFFD+/g;

/**
 * Replacement characters: the file was opened in the wrong encoding, the letters are gone, and it would be sent so.
 * A byte order mark is no finding.
 */
export const encoding: Rule = {
  code: 'csv.encoding',
  begin({ table }, report) {
    for (const { index, 0: run } of table.text.matchAll(replacementCharacters)) {
      report({ code: 'csv.encoding', range: { start: index, end: index + run.length } });
    }
    return undefined;
  },
};
