import fs from 'node:fs';
import path from 'node:path';
import type { CDPSession, Page } from 'playwright-core';

const helpers = fs.readFileSync(path.join(import.meta.dirname, 'inPage.mjs'), 'utf8');

/** How scrolling went. */
export interface Scrolled {
  /** Each frame, in ms. */
  readonly took: readonly number[];
  /** The most that the document had meanwhile. */
  readonly elements: number;
}

/** A page in the browser, and what can be measured of it. */
export class MeasuredPage {
  /** Whether messages are brought into the page, which leaves garbage that no editor makes. */
  private isLoading = false;

  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async of(page: Page): Promise<MeasuredPage> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.evaluate(helpers);
    return new MeasuredPage(page, session);
  }

  /** How long something takes until it is on the screen, in ms. @param act a function, as the page's own text */
  async untilPainted(act: string): Promise<number> {
    return await this.timed(`bench.untilPainted(${act})`);
  }

  /** The same of several things, one after the other. */
  async each(acts: readonly string[]): Promise<readonly number[]> {
    const took: number[] = [];
    for (const act of acts) took.push(await this.untilPainted(act));
    return took;
  }

  /** Has messages come, one after the other. @returns ms until the last one is on the screen */
  async deliver(messages: readonly unknown[]): Promise<number> {
    const texts = messages.map((message) =>
      JSON.stringify(message, (_, value: unknown) =>
        value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
      ),
    );
    this.isLoading = true;
    await this.page.evaluate(`bench.unpack(${JSON.stringify(texts)})`);
    // To collect it makes the page forget compiled code, too: not for a few.
    if (messages.length > 10) await this.collectGarbage();
    this.isLoading = false;
    return await this.timed('bench.deliver()');
  }

  /** Waits until something holds on the page, a minute at most. @param isShown a function, as the page's own text */
  async until(what: string, isShown: string): Promise<void> {
    await this.page.evaluate(`bench.until(${JSON.stringify(what)}, ${isShown})`);
  }

  async scroll(selector: string, px: number, frames: number): Promise<Scrolled> {
    return await this.page.evaluate(
      `bench.scroll(document.querySelector(${JSON.stringify(selector)}), ${px}, ${frames})`,
    );
  }

  /** All that the page keeps, garbage included: objects, what the document is of, and buffers; in bytes. */
  async heap(): Promise<number> {
    const sizes = await this.session.send('Runtime.getHeapUsage');
    return sizes.usedSize + sizes.embedderHeapUsedSize + sizes.backingStorageSize;
  }

  /** Calls back with {@link heap} from time to time, without what measuring itself makes. @returns what ends that */
  watchHeap(seen: (bytes: number) => void): () => void {
    const look = async () => {
      const bytes = await this.heap();
      if (!this.isLoading) seen(bytes);
    };
    const timer = setInterval(() => void look().catch(() => undefined), 20);
    return () => clearInterval(timer);
  }

  async collectGarbage(): Promise<void> {
    await this.session.send('HeapProfiler.collectGarbage');
  }

  /** By the page's clock, or by its thread's processor time where that is shorter: the machine does other things, too. */
  private async timed(expression: string): Promise<number> {
    const before = await this.threadTime();
    const byClock = await this.page.evaluate<number>(expression);
    return Math.min(byClock, (await this.threadTime()) - before);
  }

  /** Of the page's main thread so far, in ms: scripts, layout and painting. */
  private async threadTime(): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN);
  }
}
