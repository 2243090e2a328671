/** Several samples of one quantity. Half of them lie between the quartiles. */
export interface Summary {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly most: number;
  readonly samples: number;
}

/** @param samples at least one */
export function summarise(samples: readonly number[]): Summary {
  const ascending = samples.toSorted((a, b) => a - b);
  const at = (part: number) => ascending[Math.round((ascending.length - 1) * part)] ?? NaN;
  return {
    median: at(0.5),
    lowerQuartile: at(0.25),
    upperQuartile: at(0.75),
    most: at(1),
    samples: ascending.length,
  };
}

/** A quantity that is known exactly. */
export function exactly(value: number): Summary {
  return summarise([value]);
}
