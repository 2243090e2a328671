/** What Windows-1252 makes of the bytes 80 to 9F; the five that it leaves out stay what Latin-1 makes of them. */
export const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const byteOf: ReadonlyMap<string, number> = new Map(
  Array.from(windows1252, (character, at) => [character, 0x80 + at] as const),
);

/** The byte that Windows-1252 or Latin-1 reads as that character, which one of them must have. */
export function byteOfWestern(character: string): number {
  return byteOf.get(character) ?? character.charCodeAt(0);
}

/** What Windows-1252 has where Latin-1 has a control character, U+0080 to U+009F; any other number as Unicode has it. */
export function asWindows1252(code: number): string {
  return windows1252[code - 0x80] ?? String.fromCodePoint(code);
}
