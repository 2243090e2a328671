import type { OffsetRange } from '../../csv/range';
import type { FileLetters } from '../fileLetters';
import type { Finding } from '../finding';
import { Row } from '../row';
import { contactRules } from '../rules';
import { encoding } from '../rules/encoding';
import { severities, severityOf, type Severity } from '../severity';
import type { ContactSheet } from '../sheet';
import { inOrder, type Graded } from '../tally';
import type { BlockCheck } from './blockCheck';
import type { BlockList } from './blockList';
import type { Examination } from './examination';
import { isOfLetters, noMarks, recordOf, ruleOf, severityIn } from './marks';

/** Makes the findings of one severity in blocks, from what is known of these. */
export class BlockFindings {
  constructor(
    private readonly severity: Severity,
    private readonly blocks: BlockList,
    private readonly examination: Examination,
  ) {}

  /** Those that follow from single records, in the order of the text: by the rules that have left marks. */
  bySingleRecords(block: BlockCheck): readonly Graded[] {
    const { severity } = this;
    const { sheet, options, needs } = this.examination;
    const first = sheet.table.firstRecord(block.index);
    const found: Graded[] = [];
    const take = (finding: Finding) => {
      if (severityOf(finding, options.settings) === severity) found.push({ finding, severity });
    };
    for (const mark of this.marksOf(block)) {
      const record = first + recordOf(mark);
      const rule = contactRules[ruleOf(mark)];
      if (rule === undefined) continue;
      if ('checkRecord' in rule) rule.checkRecord(sheet, record, take, sheet.isRow(record));
      else if ('checkRow' in rule) rule.checkRow(new Row(sheet, record), take, needs);
    }
    return inOrder(found);
  }

  /** Those of rows with the number of an earlier one. They change when that one does. */
  ofDuplicates(block: BlockCheck): readonly Graded[] {
    const { severity, blocks } = this;
    const { sheet, numbers } = this.examination;
    const found: Graded[] = [];
    if (blocks.isDue(block, 'numbers')) return found;
    for (const record of block.duplicates) {
      const key = block.keys[record] ?? 0;
      const holder = numbers.holders.firstWith(key, block);
      // While numbers wait to be looked at, the first one may be gone.
      if (blocks.isDue(holder, 'numbers')) continue;
      const range = numberCell(sheet, block, record);
      const first = numberCell(sheet, holder, holder.keys.indexOf(key));
      found.push({ finding: { code: 'phone.duplicate', range, first }, severity });
    }
    return found;
  }

  /** By record, and for each in the order of the rules; one mark for all that a rule has found in a record. */
  private marksOf(block: BlockCheck): readonly number[] {
    const severity = severities.indexOf(this.severity);
    const marks = new Set<number>();
    for (const kind of ['values', 'numbers'] as const) {
      if (this.blocks.isDue(block, kind)) continue;
      for (const mark of block[kind].last?.marks ?? noMarks) {
        if (severityIn(mark) === severity) marks.add(mark);
      }
    }
    return [...marks].sort((a, b) => a - b);
  }
}

/** Takes the findings of cells with wrong letters in a block, in the order of the text. */
export function takeLetters(block: BlockCheck, { sheet }: Examination, letters: FileLetters): void {
  const first = sheet.table.firstRecord(block.index);
  const marks = block.values.last?.marks ?? noMarks;
  for (const record of new Set(Array.from(marks).filter(isOfLetters).map(recordOf))) {
    if (letters.isFull) return;
    encoding.checkRecord(sheet, first + record, (finding) => letters.take(finding), true);
  }
}

/** The same findings in a block that stands elsewhere now. */
export function moved(findings: readonly Graded[], by: number): readonly Graded[] {
  return findings.map(({ finding, severity }) => {
    const { start, end } = finding.range;
    return { finding: { ...finding, range: { start: start + by, end: end + by } }, severity };
  });
}

function numberCell({ table, fieldOf }: ContactSheet, { index }: BlockCheck, record: number): OffsetRange {
  return table.fieldRange(table.firstRecord(index) + record, fieldOf.cellPhoneNumber ?? 0);
}
