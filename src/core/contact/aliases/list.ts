/** Names that are written one after the other, a line for each language. No name holds a comma and a space. */
export function names(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(', '));
}
