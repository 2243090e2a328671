import type { RecordRule } from '../rule';

const replacementCharacter = '\uFFFD';

/**
 * Replacement characters: the file was opened in the wrong encoding, the letters are gone, and it would be sent so.
 * One for each run of them. A byte order mark is no finding.
 */
export const encoding: RecordRule = {
  code: 'csv.encoding',
  sparesPlain: true,
  checkRecord({ table }, record, report) {
    const { start, end } = table.recordRange(record);
    let at = table.indexOf(replacementCharacter, start, end);
    while (at >= 0) {
      let behind = at + 1;
      while (table.slice(behind, behind + 1) === replacementCharacter) behind++;
      report({ code: 'csv.encoding', range: { start: at, end: behind } });
      at = table.indexOf(replacementCharacter, behind, end);
    }
  },
};
