import type { CheckReport } from '../check';
import { severities, type Severity } from '../severity';
import { Tally } from '../tally';
import { FileLetters } from '../fileLetters';
import { takeLetters } from './blockFindings';
import type { BlockList } from './blockList';
import type { Examination } from './examination';
import { lettersKind } from './share';
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
    const { rows, duplicates, findings: found } = this.blocks.total;
    const tally = new Tally(options.settings, options.limit);
    // That there are no rows is known at the end only.
    const rowsSoFar = pending === 'rows' ? Math.max(rows, 1) : rows;
    for (const rule of rules.sheetRules) rule.checkSheet(sheet, tally.ofSheet, rowsSoFar);
    const letters = this.letters(examination);
    const wrong = letters.finding(this.blocks.total.wrongCells);
    if (wrong) tally.ofSheet(wrong);
    const { counts } = tally;
    for (const [at, severity] of severities.entries()) counts[severity] += found[at] ?? 0;
    if (rules.ofDuplicates !== 'off') counts[rules.ofDuplicates] += duplicates;
    const firstChanged = this.blocks.takeFirstChanged();
    const findings = tally.shownWith(
      (severity, room) => this.shown.get(severity)?.first(room, firstChanged, examination) ?? [],
    );
    return {
      ...{ sheet, rows, findings, counts },
      wrongLetters: letters.others,
      ...(pending && { pending }),
    };
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
