import type { OffsetRange } from '../../csv';
import type { CheckReport } from '../check';
import { FileLetters } from '../fileLetters';
import type { FindingCode } from '../finding';
import { contactRules } from '../rules';
import { severities, type Severity } from '../severity';
import { inOrder, Tally, type CodeCounts, type Graded } from '../tally';
import { duplicatesIn, findingsOf, takeLetters } from './blockFindings';
import type { BlockList } from './blockList';
import type { BlockState } from './blockState';
import type { Examination } from './examination';
import { letters } from './packedFindings';

/**
 * A report of what is known of the blocks: the totals of all, and as many findings made as are shown. Once nothing is
 * due, it equals the report of `check`.
 *
 * @param pending what is still to be looked at
 */
export function reportOf(
  blocks: BlockList,
  examination: Examination,
  pending: CheckReport['pending'],
): CheckReport {
  const { sheet, options, rules } = examination;
  const { rows, duplicates, bySeverity, byRule } = blocks.total();
  const tally = new Tally(options.settings, options.limit);
  // That there are no rows is known at the end only.
  const rowsSoFar = pending === 'rows' ? Math.max(rows, 1) : rows;
  for (const rule of rules.sheetRules) rule.checkSheet(sheet, tally.ofSheet, rowsSoFar);
  const file = new FileLetters(options.limit === Infinity ? Infinity : undefined);
  for (const block of blocks.states) takeLetters(block, examination, file);
  const wrong = file.finding(bySeverity[letters]);
  if (wrong) tally.ofSheet(wrong);
  const { counts, codes } = tally;
  for (const [at, severity] of severities.entries()) counts[severity] += bySeverity[at] ?? 0;
  for (const [at, { code }] of contactRules.entries()) addTo(codes, code, byRule[at] ?? 0);
  if (rules.ofDuplicates !== 'off') {
    counts[rules.ofDuplicates] += duplicates;
    addTo(codes, 'phone.duplicate', duplicates);
  }
  const findings = tally.shownWith((severity, room) =>
    firstIn(blocks.states, severity, room, blocks, examination),
  );
  return {
    ...{ sheet, rows, findings, counts, codes },
    wrongLetters: file.others,
    ...(pending && { pending }),
  };
}

/**
 * Findings of records that start in a range of the text, the most severe first, those that are not shown too.
 * @param most how many are given at the most
 */
export function findingsNear(
  { start, end }: OffsetRange,
  most: number,
  blocks: BlockList,
  examination: Examination,
): readonly Graded[] {
  const { table } = examination.sheet;
  const cell = table.cellAt(start);
  const first = cell ? table.blockOf(cell.record) : table.content.blockAt(start);
  const near = blocks.states.slice(first, table.content.blockAt(end) + 1);
  const inside = (severity: Severity) =>
    firstIn(near, severity, Infinity, blocks, examination).filter(
      ({ finding: { range } }) => range.start >= start && range.start < end,
    );
  return severities.flatMap(inside).slice(0, most);
}

/** The findings of one severity in the first of these blocks, as many as there is room for, and some more. */
function firstIn(
  states: readonly BlockState[],
  severity: Severity,
  room: number,
  blocks: BlockList,
  examination: Examination,
): readonly Graded[] {
  const place = severities.indexOf(severity);
  const repeats = examination.rules.ofDuplicates === severity;
  const found: Graded[] = [];
  for (const block of states) {
    if (found.length >= room) break;
    const own = block.has(place)
      ? findingsOf(block, examination).filter((graded) => graded.severity === severity)
      : [];
    const repeated = repeats && block.duplicates.length > 0 ? duplicatesIn(block, blocks, examination) : [];
    for (const graded of repeated.length === 0 ? own : inOrder([...own, ...repeated])) found.push(graded);
  }
  return found;
}

function addTo(codes: CodeCounts, code: FindingCode, count: number): void {
  if (count > 0) codes[code] = (codes[code] ?? 0) + count;
}
