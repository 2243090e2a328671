const decimalDigit = /\p{Nd}/u;
/** Whether there may be anything to do at all, told quickly. */
const beyondAscii = /[^\p{ASCII}]/u;

/**
 * The text with the decimal digits of all scripts (Unicode Nd) as ASCII digits, which is what they mean in a number:
 * `٩٨٧`, `۹۸۷`, `९८७` and `９８７` are 987.
 */
export function asciiDigits(text: string): string {
  return beyondAscii.test(text) ? text.replace(/[^\p{ASCII}]/gu, digitOf) : text;
}

/** Unicode lists each script's ten digits in a row, from zero, so the place in a run of digits tells the value. */
function digitOf(character: string): string {
  if (!decimalDigit.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (decimalDigit.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}
