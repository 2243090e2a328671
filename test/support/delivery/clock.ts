import FakeTimers, { type Clock } from '@sinonjs/fake-timers';

const start = Date.UTC(2026, 0, 15, 12);

/** Stops the time: from now on it passes only when a test says so. Undone by `uninstall`. */
export function stopClock(): Clock {
  // What makes promises and streams go on stays real.
  const toFake = [
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'Date',
    'performance',
  ] as const;
  return FakeTimers.install({ now: start, toFake: [...toFake] });
}

/** A stopped clock for each test of the suite. */
export function useStoppedClock(): () => Clock {
  let clock: Clock | undefined;
  beforeEach(() => {
    clock = stopClock();
  });
  afterEach(() => clock?.uninstall());
  return () => {
    if (clock === undefined) throw new Error('the clock stands still only within a test');
    return clock;
  };
}

/** More than any work of these tests takes: something keeps the clock running, and the work waits for something else. */
const mostSteps = 2_000_000;

/** Lets everything happen that waits for no time to pass. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * Lets the time pass until the work has come to its end.
 * @param isBusy whether something goes on meanwhile that takes no time of this clock
 * @throws what the work throws, or that it waits for something that no passing of time brings
 */
export async function passTimeUntil<T>(
  clock: Clock,
  work: Promise<T>,
  isBusy: () => boolean = () => false,
): Promise<T> {
  const over = work.then(
    () => true,
    () => true,
  );
  for (let idle = 0, steps = 0; steps < mostSteps; steps++) {
    const turn = new Promise<false>((resolve) => setImmediate(() => resolve(false)));
    if (await Promise.race([over, turn])) return await work;
    if (isBusy()) continue;
    idle = clock.countTimers() === 0 ? idle + 1 : 0;
    if (idle > 100) break;
    clock.next();
  }
  throw new Error('the work waits, and not for time to pass');
}
