import { rowsOnPage, type RowPage } from '../../../src/protocol/rowPage';
import type { HostedPage } from './host';
import { sample } from './results';

/**
 * Has a page show so many rows, a whole number of pages, every tenth of which did not come back. They are made up inside
 * the browser: so long a message takes twenty seconds through its protocol.
 * @returns how long the page took to draw them after the last ones had come, in ms
 */
export async function sendManyRows({ page }: HostedPage, count: number): Promise<number> {
  const { rows, ...rest } = sample(rowsOnPage, 10);
  const copies = count / rowsOnPage;
  const counts = { ...rest.counts };
  for (const outcome of ['created', 'notReturned'] as const) counts[outcome] *= copies;
  const state = { ...rest, rowCount: count, counts, rows: [] };
  const [first] = rows;
  const texts = JSON.stringify({
    state,
    page: { ...first, cells: first?.cells.map((one) => Array.from(one)) },
  });
  return await page.evaluate(
    async ([json, numbers, times]) => {
      const { state: head, page: model } = JSON.parse(json) as {
        readonly state: unknown;
        readonly page: RowPage & { readonly cells: readonly number[][] };
      };
      const [lists, detailEnds, historyEnds] = numbers.map((list) => Uint32Array.from(list));
      const window = globalThis as unknown as {
        postMessage(message: unknown): void;
        addEventListener(type: 'message', listener: (event: { readonly timeStamp: number }) => void): void;
        requestAnimationFrame(run: () => void): void;
      };
      const parts = Array.from({ length: times }, (_, copy) => {
        const cells = model.cells.map((column, place) =>
          Uint32Array.from(column, (value) =>
            place === 2 || place === 3 ? value + copy * model.count : value,
          ),
        );
        // Every number of its own, as in a real list.
        const text = model.texts.map((one) =>
          /^\d{10}$/.test(one) ? String(Number(one) + copy * model.count) : one,
        );
        return { ...model, texts: text, cells, lists, detailEnds, historyEnds };
      });
      let came = 0;
      let arrived = 0;
      // The page has done its work by then: it listens, too, and did so first.
      window.addEventListener('message', ({ timeStamp }) => {
        if (++came === parts.length + 1) arrived = timeStamp;
      });
      window.postMessage({ type: 'state', state: head });
      for (const [number, rows] of parts.entries())
        window.postMessage({ type: 'part', part: { number, rows } });
      while (arrived === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise<void>((resolve) => window.requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - arrived;
    },
    [
      texts,
      [first?.lists, first?.detailEnds, first?.historyEnds].map((list) => Array.from(list ?? [])),
      copies,
    ] as const,
  );
}
