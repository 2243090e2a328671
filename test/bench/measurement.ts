import type { Summary } from './summary';

/** A limit that a figure is held against, in the figure's own unit. */
export type Target = { readonly atMost: number } | { readonly atLeast: number };

/** One line of a measurement. */
export interface Figure {
  readonly what: string;
  /** `x`: a ratio of two medians. `MB` are 10⁶ bytes. */
  readonly unit: 'ms' | 'µs' | 'MB' | 'kB' | 'x' | '';
  readonly value: Summary;
  /** Times the first figure of the measurement, by the medians; only between figures of one kind. */
  readonly ratio?: number;
  readonly target?: Target;
}

/** One file in `measurements/`, as its default export. Its name is the file's. */
export interface Measurement {
  /** What is measured, in one line. */
  readonly about: string;
  /** For how many rows, unless the command line says otherwise. Empty: it has nothing to do with rows. */
  readonly rows: readonly number[];
  /** @param rows one of {@link rows}, or what the command line says; 0 when it has nothing to do with rows */
  readonly measure: (rows: number) => readonly Figure[] | Promise<readonly Figure[]>;
}

/** Whether a figure's median keeps to its target; `undefined` without one. */
export function isMet({ value, target }: Figure): boolean | undefined {
  if (target === undefined) return undefined;
  return 'atMost' in target ? value.median <= target.atMost : value.median >= target.atLeast;
}
