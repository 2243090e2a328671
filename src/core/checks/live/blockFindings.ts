import type { OffsetRange } from '../../csv';
import type { FileLetters } from '../fileLetters';
import type { Finding } from '../finding';
import { Row } from '../row';
import { contactRules } from '../rules';
import { encoding } from '../rules/encoding';
import { severityOf } from '../severity';
import type { ContactSheet } from '../sheet';
import { inOrder, type Graded } from '../tally';
import type { BlockList } from './blockList';
import type { BlockState } from './blockState';
import type { Examination } from './examination';
import { letters, recordOf, ruleOf, severityIn, withoutSeverity } from './packedFindings';

/** The findings that follow from single records of a block, in the order of the text. */
export function findingsOf(block: BlockState, examination: Examination): readonly Graded[] {
  const { values, numbers, made } = block;
  const start = examination.sheet.table.content.blockStart(block.index);
  const holds = made !== undefined && made.values === values && made.numbers === numbers;
  if (holds && made.start === start) return made.findings;
  const findings = holds ? moved(made.findings, start - made.start) : make(block, examination);
  block.made = { values, numbers, start, findings };
  return findings;
}

/** Makes them again, by the rules that have found some. */
function make({ index, values, numbers }: BlockState, examination: Examination): readonly Graded[] {
  const { sheet, options, needs } = examination;
  const first = sheet.table.firstRecord(index);
  const found: Graded[] = [];
  const take = (finding: Finding) => {
    const severity = severityOf(finding, options.settings);
    if (severity !== 'off') found.push({ finding, severity });
  };
  const all = [...(values?.findings ?? []), ...(numbers?.findings ?? [])];
  const ofRecords = all.filter((packed) => severityIn(packed) !== letters);
  // By record, and for each in the order of the rules.
  const inTurn = [...new Set(ofRecords.map(withoutSeverity))].sort((a, b) => a - b);
  for (const packed of inTurn) {
    const record = first + recordOf(packed);
    const rule = contactRules[ruleOf(packed)];
    if (rule === undefined) continue;
    if ('checkRecord' in rule) rule.checkRecord(sheet, record, take, sheet.isRow(record));
    else if ('checkRow' in rule) rule.checkRow(new Row(sheet, record), take, needs);
  }
  return inOrder(found);
}

/** The same findings in a block that stands elsewhere now. */
function moved(findings: readonly Graded[], by: number): readonly Graded[] {
  return findings.map(({ finding, severity }) => {
    const { start, end } = finding.range;
    return { finding: { ...finding, range: { start: start + by, end: end + by } }, severity };
  });
}

/** The findings of rows with the number of an earlier one, which change when that one does. */
export function duplicatesIn(
  block: BlockState,
  blocks: BlockList,
  { sheet, numbers, rules }: Examination,
): readonly Graded[] {
  const severity = rules.ofDuplicates;
  if (severity === 'off' || block.areNumbersDue) return [];
  const found: Graded[] = [];
  for (const record of block.duplicates) {
    const key = block.keys[record] ?? 0;
    const holder = numbers.duplicates.firstWith(key, block);
    // While numbers wait to be looked at, the first one may be gone.
    if (holder.areNumbersDue || !blocks.has(holder)) continue;
    const range = numberCell(sheet, block, record);
    const first = numberCell(sheet, holder, holder.keys.indexOf(key));
    found.push({ finding: { code: 'phone.duplicate', range, first }, severity });
  }
  return found;
}

function numberCell({ table, fieldOf }: ContactSheet, { index }: BlockState, record: number): OffsetRange {
  return table.fieldRange(table.firstRecord(index) + record, fieldOf.cellPhoneNumber ?? 0);
}

/** Takes the findings of cells with wrong letters in a block, in the order of the text. */
export function takeLetters(block: BlockState, { sheet }: Examination, file: FileLetters): void {
  if (!block.values?.has(letters)) return;
  const first = sheet.table.firstRecord(block.index);
  const wrong = Array.from(block.values.findings).filter((packed) => severityIn(packed) === letters);
  for (const record of new Set(wrong.map(recordOf))) {
    if (file.isFull) return;
    encoding.checkRecord(sheet, first + record, (finding) => file.take(finding), true);
  }
}
