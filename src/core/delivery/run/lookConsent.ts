import type { ImportParts } from './ports';

/** How long the stream's contacts may be read without asking, in ms. */
export const longLookMs = 120_000;

/** Whether the stream's contacts may be read, however long that takes. The user is asked once at most. */
export class LookConsent {
  private answer: Promise<boolean> | undefined;

  constructor(private readonly parts: Pick<ImportParts, 'queue' | 'confirmLook'>) {}

  /**
   * Asks before a look that takes longer than {@link longLookMs}.
   * @param rows how many are looked for
   * @param reads how many requests it takes; `undefined` when the stream does not tell: it is then read without asking
   */
  async mayRead(rows: number, reads: number | undefined): Promise<boolean> {
    if (reads === undefined) return true;
    const { queue, confirmLook } = this.parts;
    const ms = await queue.msFor(reads);
    if (ms <= longLookMs || !confirmLook) return true;
    this.answer ??= confirmLook({ rows, reads, ms });
    return await this.answer;
  }
}
