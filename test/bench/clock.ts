import type { Figure } from './measurement';
import { summarise } from './summary';

/** What is done with a result, so that no compiler may find out that nobody wants it. */
let kept: unknown;

/**
 * How much work something is, in ms: the time it takes, less the time in which the machine did other things. That is
 * the time by the clock or the process's own processor time, whichever is shorter; the latter counts what helpers do
 * beside the work, the compiler and the garbage collector.
 */
export function timed(work: () => unknown): number {
  const before = process.cpuUsage();
  const begun = performance.now();
  kept = work();
  const byClock = performance.now() - begun;
  const { user, system } = process.cpuUsage(before);
  return kept === timed ? NaN : Math.min(byClock, (user + system) / 1000);
}

/** As {@link timed}, until what the work promises has come. */
export async function timedUntil(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  const begun = performance.now();
  kept = await work();
  const byClock = performance.now() - begun;
  const { user, system } = process.cpuUsage(before);
  return kept === timed ? NaN : Math.min(byClock, (user + system) / 1000);
}

/**
 * Times several ways to do one thing, in turns, so that a machine that slows down slows all of them. Two rounds
 * that do not count come first, for the compiler.
 *
 * @returns a figure for each in ms, its ratio being to the first one
 */
export function sideBySide(contenders: Readonly<Record<string, () => unknown>>, rounds: number): Figure[] {
  const entries = Object.entries(contenders).map(([what, work]) => ({ what, work, samples: [] as number[] }));
  for (let round = -2; round < rounds; round++) {
    for (const { work, samples } of entries) {
      const took = timed(work);
      if (round >= 0) samples.push(took);
    }
  }
  const figures = entries.map(({ what, samples }) => ({ what, value: summarise(samples) }));
  const first = figures[0]?.value.median ?? NaN;
  return figures.map(({ what, value }) => ({ what, unit: 'ms', value, ratio: value.median / first }));
}

/** The figure with that name, which must be there. */
export function figureOf(figures: readonly Figure[], what: string): Figure {
  const found = figures.find((figure) => figure.what === what);
  if (found === undefined) throw new Error(`No figure is named ${what}.`);
  return found;
}

/** Rounds that a measurement of so many rows can afford, and needs. */
export function roundsFor(rows: number): number {
  if (rows <= 10_000) return 41;
  return rows <= 100_000 ? 21 : 5;
}
