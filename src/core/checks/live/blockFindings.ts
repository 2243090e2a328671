import type { OffsetRange } from '../../csv/range';
import { examineRecord } from '../examine';
import type { Finding } from '../finding';
import { severityOf, type Severity } from '../severity';
import type { ContactSheet } from '../sheet';
import { inOrder, type Graded } from '../tally';
import type { BlockCheck } from './blockCheck';
import type { Examination } from './examination';
import { isOf, recordOf } from './marks';

/** The findings of one severity in a block that follow from single records, in the order of the text: made of its marks. */
export function findingsOf(
  block: BlockCheck,
  severity: Severity,
  examination: Examination,
): readonly Graded[] {
  if (block.valuesDue) return [];
  const { sheet, options, rules } = examination;
  const first = sheet.table.firstRecord(block.index);
  const marked = new Set<number>();
  for (const mark of block.values?.marks ?? []) if (isOf(mark, severity)) marked.add(recordOf(mark));
  if (!block.numbersDue) {
    for (const mark of block.numbers?.marks ?? []) if (isOf(mark, severity)) marked.add(recordOf(mark));
  }
  const found: Graded[] = [];
  const take = (finding: Finding) => {
    if (severityOf(finding, options.settings) === severity) found.push({ finding, severity });
  };
  for (const record of marked) {
    examineRecord(sheet, first + record, block.numbersDue ? rules.plain : rules.all, options, take);
  }
  return inOrder(found);
}

/** The same findings in a block that stands elsewhere now. */
export function moved(findings: readonly Graded[], by: number): readonly Graded[] {
  return findings.map(({ finding, severity }) => {
    const { start, end } = finding.range;
    return { finding: { ...finding, range: { start: start + by, end: end + by } }, severity };
  });
}

/** Those of rows whose number an earlier row has. They change when that row does. */
export function duplicatesOf(
  block: BlockCheck,
  severity: Severity,
  examination: Examination,
): readonly Graded[] {
  const { sheet, numbers } = examination;
  if (block.numbersDue) return [];
  return block.duplicates.flatMap((record) => {
    const key = block.keys[record] ?? 0;
    const holder = numbers.holders.firstWith(key, block);
    // While blocks wait for their numbers to be looked at, the first one may be gone.
    if (holder.numbersDue) return [];
    const range = numberCell(sheet, block, record);
    const first = numberCell(sheet, holder, holder.keys.indexOf(key));
    return [{ finding: { code: 'phone.duplicate', range, first }, severity }];
  });
}

function numberCell({ table, fieldOf }: ContactSheet, { index }: BlockCheck, record: number): OffsetRange {
  return table.fieldRange(table.firstRecord(index) + record, fieldOf.cellPhoneNumber ?? 0);
}
