import type { HostedPage } from './host';
import { sample } from './results';

/**
 * Has a page show so many rows, every tenth of which did not come back. They go into the browser as texts, all at once: so
 * many messages take twenty seconds through its protocol.
 * @returns how long the page took to draw them after the last ones had come, in ms
 */
export async function sendManyRows({ page }: HostedPage, count: number): Promise<number> {
  const { rows, ...rest } = sample(count, 10);
  const pages = rows.map((one) => [one.count, Buffer.from(one.bytes).toString('base64')] as const);
  return await page.evaluate(
    async ([head, encoded]) => {
      const window = globalThis as unknown as {
        postMessage(message: unknown): void;
        addEventListener(type: 'message', listener: (event: { readonly timeStamp: number }) => void): void;
        requestAnimationFrame(run: () => void): void;
      };
      const parts = encoded.map(([rowCount, base64], number) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        return { number, rows: { count: rowCount, bytes } };
      });
      let came = 0;
      let arrived = 0;
      // The page has done its work by then: it listens, too, and did so first.
      window.addEventListener('message', ({ timeStamp }) => {
        if (++came === parts.length + 1) arrived = timeStamp;
      });
      window.postMessage({ type: 'state', state: head });
      for (const part of parts) window.postMessage({ type: 'part', part });
      while (arrived === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise<void>((resolve) => window.requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - arrived;
    },
    [{ ...rest, rows: [] }, pages] as const,
  );
}
