import type { CheckReport } from '../check';
import { severities, type Severity } from '../severity';
import type { FindingCode } from '../finding';
import { contactRules } from '../rules';
import { inOrder, Tally, type CodeCounts, type Graded } from '../tally';
import { BlockFindings, takeLetters } from './blockFindings';
import { FileLetters } from '../fileLetters';
import type { OffsetRange } from '../../csv/range';
import type { BlockList } from './blockList';
import type { Examination } from './examination';
import { duplicateKind, kindOf, lettersKind } from './share';
import { ShownFindings } from './shownFindings';

/** Makes reports of what is known of the blocks. */
export class Reporter {
  private readonly shown: ReadonlyMap<Severity, ShownFindings>;

  constructor(private readonly blocks: BlockList) {
    this.shown = new Map(severities.map((severity) => [severity, new ShownFindings(severity, blocks)]));
  }

  /** What is found so far. Once nothing is due, it equals the report of `check`. */
  report(examination: Examination): CheckReport {
    const { sheet, options, rules } = examination;
    const pending = this.blocks.pending(rules.asksPlans);
    const { rows, duplicates, findings: found, codes: byRule } = this.blocks.total;
    const tally = new Tally(options.settings, options.limit);
    // That there are no rows is known at the end only.
    const rowsSoFar = pending === 'rows' ? Math.max(rows, 1) : rows;
    for (const rule of rules.sheetRules) rule.checkSheet(sheet, tally.ofSheet, rowsSoFar);
    const letters = this.letters(examination);
    const wrong = letters.finding(this.blocks.total.wrongCells);
    if (wrong) tally.ofSheet(wrong);
    const { counts, codes } = tally;
    for (const [at, severity] of severities.entries()) counts[severity] += found[at] ?? 0;
    for (const [at, count] of byRule.entries()) addTo(codes, contactRules[at]?.code, count);
    if (rules.ofDuplicates !== 'off') {
      counts[rules.ofDuplicates] += duplicates;
      addTo(codes, 'phone.duplicate', duplicates);
    }
    const firstChanged = this.blocks.takeFirstChanged();
    const findings = tally.shownWith(
      (severity, room) => this.shown.get(severity)?.first(room, firstChanged, examination) ?? [],
    );
    return {
      ...{ sheet, rows, findings, counts, codes },
      wrongLetters: letters.others,
      ...(pending && { pending }),
    };
  }

  /**
   * Findings of records that start in a range of the text, the most severe first, those that are not shown too.
   * @param most how many are given at the most
   */
  near({ start, end }: OffsetRange, most: number, examination: Examination): readonly Graded[] {
    const { sheet, rules } = examination;
    const { table } = sheet;
    const cell = table.cellAt(start);
    const first = cell ? table.blockOf(cell.record) : table.content.blockAt(start);
    const last = table.content.blockAt(end);
    const found: Graded[] = [];
    for (const [at, severity] of severities.entries()) {
      const repeats = rules.ofDuplicates === severity;
      const kinds = repeats ? kindOf(at) | duplicateKind : kindOf(at);
      const makes = new BlockFindings(severity, this.blocks, examination);
      for (
        let block = this.blocks.next(kinds, first);
        block !== undefined && block.index <= last && found.length < most;
        block = this.blocks.next(kinds, block.index + 1)
      ) {
        const all = [...makes.bySingleRecords(block), ...(repeats ? makes.ofDuplicates(block) : [])];
        const inside = all.filter(({ finding: { range } }) => range.start >= start && range.start < end);
        found.push(...inOrder(inside));
      }
    }
    return found.slice(0, most);
  }

  private letters(examination: Examination): FileLetters {
    const letters = new FileLetters(examination.options.limit === Infinity ? Infinity : undefined);
    let block = this.blocks.next(lettersKind, 0);
    while (block !== undefined && !letters.isFull) {
      takeLetters(block, examination, letters);
      block = this.blocks.next(lettersKind, block.index + 1);
    }
    return letters;
  }
}

function addTo(codes: CodeCounts, code: FindingCode | undefined, count: number): void {
  if (code !== undefined && count > 0) codes[code] = (codes[code] ?? 0) + count;
}
