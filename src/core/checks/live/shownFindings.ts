import { severities, type Severity } from '../severity';
import { inOrder, type Graded } from '../tally';
import type { BlockCheck } from './blockCheck';
import { BlockFindings, moved } from './blockFindings';
import type { BlockList } from './blockList';
import type { Examination } from './examination';
import { duplicateKind, kindOf } from './share';

/** What was shown of one block. */
interface Part {
  readonly block: BlockCheck;
  /** The block's, and where it started, when its findings were made; `undefined` if more may be found in it. */
  readonly version: number | undefined;
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

  constructor(
    private readonly severity: Severity,
    private readonly blocks: BlockList,
  ) {
    this.kind = kindOf(severities.indexOf(severity));
  }

  /**
   * @param room how many there may be; some more are given, if there are
   * @param firstChanged the first block that is not what or where it was when this was asked last
   */
  first(room: number, firstChanged: number, examination: Examination): readonly Graded[] {
    const { all, parts, blocks, severity } = this;
    const repeats = examination.rules.ofDuplicates === severity;
    const kinds = repeats ? this.kind | duplicateKind : this.kind;
    const old = this.takeFrom(firstChanged);
    const makes = new BlockFindings(severity, blocks, examination);
    let block = blocks.next(kinds, (parts.at(-1)?.block.index ?? -1) + 1);
    while (block !== undefined && all.length < room) {
      while ((old.at(-1)?.block.index ?? block.index) < block.index) old.pop();
      const start = examination.sheet.table.content.blockStart(block.index);
      const isDue = blocks.isDue(block, 'values') || blocks.isDue(block, 'numbers');
      const version = isDue ? undefined : block.version;
      const findings = again(old.at(-1), block, version, start) ?? makes.bySingleRecords(block);
      const duplicates = repeats ? makes.ofDuplicates(block) : [];
      const both = duplicates.length === 0 ? findings : inOrder([...findings, ...duplicates]);
      for (const graded of both) all.push(graded);
      parts.push({ block, version, start, findings, end: all.length });
      block = blocks.next(kinds, block.index + 1);
    }
    return all;
  }

  /** Takes the parts from a block on away, and gives them, the last one first. */
  private takeFrom(index: number): Part[] {
    const taken: Part[] = [];
    for (let part = this.parts.at(-1); part && part.block.index >= index; part = this.parts.at(-1)) {
      taken.push(part);
      this.parts.pop();
    }
    this.all.length = this.parts.at(-1)?.end ?? 0;
    return taken;
  }
}

/** What was shown of the block before, if it is still the same, where it starts now. */
function again(
  old: Part | undefined,
  block: BlockCheck,
  version: number | undefined,
  start: number,
): readonly Graded[] | undefined {
  if (old?.block !== block || version === undefined || old.version !== version) return undefined;
  return old.start === start ? old.findings : moved(old.findings, start - old.start);
}
