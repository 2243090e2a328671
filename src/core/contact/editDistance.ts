/**
 * How many typing mistakes lie between two words: letters added, left out, replaced, or swapped with a neighbour that
 * no other mistake touches (optimal string alignment). Meant for words: takes time and memory for length times length.
 */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  const distances = new Uint8Array((a.length + 1) * width);
  const at = (row: number, column: number) => distances[row * width + column] ?? 0;
  for (let row = 0; row <= a.length; row++) {
    for (let column = 0; column <= b.length; column++) {
      let distance = row + column;
      if (row > 0 && column > 0) {
        const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
        const changed = at(row - 1, column - 1) + (same ? 0 : 1);
        distance = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, changed);
        const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
        if (swapped) distance = Math.min(distance, at(row - 2, column - 2) + 1);
      }
      distances[row * width + column] = distance;
    }
  }
  return at(a.length, b.length);
}
