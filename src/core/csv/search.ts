/** How many of the numbers from index `from` up to `to`, which rise, are not above `most`. */
export function countUpTo(numbers: ArrayLike<number>, most: number, from = 0, to = numbers.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) <= most) low = middle + 1;
    else high = middle;
  }
  return low - from;
}
