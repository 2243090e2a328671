import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { Results } from '../../../src/protocol/results';
import { PageHost } from '../../support/page/host';
import { resultsOf, sample, show } from '../../support/page/results';
import type { Figure, Measurement } from '../measurement';
import { MeasuredPage } from '../page/measuredPage';
import { importedRows } from '../page/rows';
import { exactly, summarise } from '../summary';

const rounds = 3;
const size = { width: 1280, height: 800 };
/** At each frame, as by a wheel that is turned fast, in px; so many frames. */
const [scrolledBy, frames] = [480, 150];
const bareList = pathToFileURL(path.join(import.meta.dirname, '../page/bareList.html')).href;
const searches = ['mar', 'doe refused', '98765 karlin', '63c7cfaf196ce900'];

/** What one round found, in ms, elements and bytes. */
interface Round {
  readonly firstRows: number;
  readonly otherRows: number;
  readonly firstSearch: number;
  readonly searches: readonly number[];
  /** By column as it is headed, downwards behind upwards. */
  readonly sorts: ReadonlyMap<string, readonly number[]>;
  readonly frames: readonly number[];
  readonly bareFrames: readonly number[];
  readonly elements: number;
  readonly elementsAllowed: number;
  readonly kept: number;
  readonly most: number;
}

/** Each round has a page of its own; a bare virtual list scrolls in turn with it. */
const measurement: Measurement = {
  about: 'the results page in Chromium',
  rows: [100_000],
  async measure(rows) {
    const results = resultsOf(importedRows(rows));
    const host = await PageHost.start();
    try {
      const all: Round[] = [];
      for (let round = 0; round < rounds; round++) {
        const { page } = await host.open(show(sample(1, 2, { importId: 'another' })), size);
        all.push(await roundOf(page, results));
      }
      return figuresOf(all);
    } finally {
      await host.stop();
    }
  },
};
export default measurement;

async function roundOf(page: Page, results: Results): Promise<Round> {
  const measured = await MeasuredPage.of(page);
  let most = 0;
  const endWatch = measured.watchHeap((bytes) => (most = Math.max(most, bytes)));
  try {
    const arrival = await deliver(measured, results);
    const [firstSearch = NaN, ...later] = await measured.each(searches.map(typing));
    await measured.untilPainted(typing(''));
    const columns = await page.locator('.head .cell').allInnerTexts();
    const sorts = new Map<string, readonly number[]>();
    for (const [place, column] of columns.entries())
      sorts.set(column.trim(), await measured.each([clicking(place), clicking(place)]));
    const { took, elements } = await measured.scroll('.grid', scrolledBy, frames);
    const elementsAllowed = await page.evaluate<number>(allowed);
    await measured.collectGarbage();
    endWatch();
    const kept = await measured.heap();
    await page.goto(bareList);
    await page.evaluate(`show(${results.rowCount}, ${columns.length})`);
    const bare = await (await MeasuredPage.of(page)).scroll('.list', scrolledBy, frames);
    const search = { firstSearch, searches: later };
    return {
      ...arrival,
      ...search,
      sorts,
      frames: took,
      bareFrames: bare.took,
      elements,
      elementsAllowed,
      kept,
      most,
    };
  } finally {
    endWatch();
  }
}

async function deliver(
  measured: MeasuredPage,
  { rows, ...rest }: Results,
): Promise<Pick<Round, 'firstRows' | 'otherRows'>> {
  const state = { type: 'state', state: { ...rest, rows: [] } };
  const [first, ...others] = rows.map((part, number) => ({ type: 'part', part: { number, rows: part } }));
  const firstRows = await measured.deliver([state, first]);
  const otherRows = await measured.deliver(others);
  const total = rest.rowCount.toLocaleString('en');
  await measured.until(
    `all ${total} rows`,
    `() => document.querySelector('.extent').textContent.includes('${total} of')`,
  );
  return { firstRows, otherRows };
}

const typing = (text: string) => `() => {
  const box = document.querySelector('[type=search]');
  box.value = ${JSON.stringify(text)};
  box.dispatchEvent(new Event('input', { bubbles: true }));
}`;

const clicking = (place: number) => `() => document.querySelectorAll('.head .cell button')[${place}].click()`;

/** How many elements there may be for what is in sight. */
const allowed = `(() => {
  const { clientWidth, clientHeight } = document.querySelector('.grid');
  const rows = Math.ceil(clientHeight / document.querySelector('.body .row').clientHeight);
  const columns = [...document.querySelectorAll('.head .cell')].filter((one) => one.offsetLeft < clientWidth).length;
  return (rows + 20) * (columns + 2) + 200;
})()`;

function figuresOf(all: readonly Round[]): readonly Figure[] {
  const times = (what: string, values: readonly number[], atMost: number): Figure => ({
    ...{ what, unit: 'ms', value: summarise(values) },
    target: { atMost },
  });
  const sizes = (what: string, bytes: readonly number[]): Figure => ({
    ...{ what, unit: 'MB', value: summarise(bytes.map((one) => one / 1e6)) },
    target: { atMost: 150 },
  });
  const columns = [...(all[0]?.sorts.keys() ?? [])];
  const [ours, bare] = [
    p95(all.flatMap((round) => round.frames)),
    p95(all.flatMap((round) => round.bareFrames)),
  ];
  return [
    times(
      'from the arrival of rows until the first are seen',
      all.map(({ firstRows }) => firstRows),
      50,
    ),
    { what: 'all others taken in', unit: 'ms', value: summarise(all.map(({ otherRows }) => otherRows)) },
    ...columns.map((column) =>
      times(
        `sorted by ${column}`,
        all.flatMap(({ sorts }) => sorts.get(column) ?? []),
        100,
      ),
    ),
    times(
      'searched at first',
      all.map(({ firstSearch }) => firstSearch),
      100,
    ),
    times(
      'searched again',
      all.flatMap((round) => round.searches),
      100,
    ),
    { what: 'a frame while scrolling, p95', unit: 'ms', value: exactly(ours) },
    { what: 'the same of a bare list', unit: 'ms', value: exactly(bare) },
    { what: 'the one to the other', unit: 'x', value: exactly(ours / bare), target: { atMost: 1 } },
    {
      what: 'elements while scrolling',
      unit: '',
      value: summarise(all.map(({ elements }) => elements)),
      target: { atMost: Math.min(...all.map(({ elementsAllowed }) => elementsAllowed)) },
    },
    sizes(
      'heap, without garbage',
      all.map(({ kept }) => kept),
    ),
    sizes(
      'heap at most, garbage included',
      all.map(({ most }) => most),
    ),
  ];
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? NaN;
}
