import { severities, type Severity } from '../severity';
import { inOrder, type Graded } from '../tally';
import type { BlockCheck } from './blockCheck';
import { duplicatesOf, findingsOf, moved } from './blockFindings';
import type { BlockList } from './blockList';
import type { Examination } from './examination';
import { duplicateKind, kindOf } from './share';

/** What was shown of one block. */
interface Part {
  readonly block: BlockCheck;
  /** The block's, and where it started, when its findings were made. */
  readonly version: number;
  readonly start: number;
  readonly findings: readonly Graded[];
  /** Where they end in the whole list, duplicates included. */
  readonly end: number;
}

/** The first findings of one severity, as they were shown last: what lies before the first change is not made again. */
export class ShownFindings {
  private readonly all: Graded[] = [];
  private readonly parts: Part[] = [];
  private readonly kind: number;

  constructor(private readonly severity: Severity) {
    this.kind = kindOf(severities.indexOf(severity));
  }

  /**
   * @param room how many there may be; some more are given, if there are
   * @param firstChanged the first block that is not what or where it was when this was asked last
   */
  first(room: number, firstChanged: number, blocks: BlockList, examination: Examination): readonly Graded[] {
    const { all, parts } = this;
    const repeats = examination.rules.ofDuplicates === this.severity;
    const kinds = repeats ? this.kind | duplicateKind : this.kind;
    /** From the last block to the first. */
    const old: Part[] = [];
    for (let part = parts.at(-1); part && part.block.index >= firstChanged; part = parts.at(-1)) {
      old.push(part);
      parts.pop();
    }
    all.length = parts.at(-1)?.end ?? 0;
    let block = blocks.next(kinds, (parts.at(-1)?.block.index ?? -1) + 1);
    while (block !== undefined && all.length < room) {
      while ((old.at(-1)?.block.index ?? block.index) < block.index) old.pop();
      const { start, findings } = this.findingsOf(block, examination, old.at(-1));
      const duplicates = repeats ? duplicatesOf(block, this.severity, examination) : [];
      const both = duplicates.length === 0 ? findings : inOrder([...findings, ...duplicates]);
      for (const graded of both) all.push(graded);
      parts.push({ block, version: block.version, start, findings, end: all.length });
      block = blocks.next(kinds, block.index + 1);
    }
    return all;
  }

  /** Made by the rules, or moved if the block is still the same. */
  private findingsOf(
    block: BlockCheck,
    examination: Examination,
    old: Part | undefined,
  ): Pick<Part, 'start' | 'findings'> {
    const start = examination.sheet.table.content.blockStart(block.index);
    if (old?.block !== block || old.version !== block.version) {
      return { start, findings: findingsOf(block, this.severity, examination) };
    }
    return { start, findings: old.start === start ? old.findings : moved(old.findings, start - old.start) };
  }
}
