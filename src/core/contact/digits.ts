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

/** Full-width forms of what people put between digits. */
const fullWidthSigns = /[＋－（）．／]/g;
const fullWidth = 0xfee0;

/** As {@link asciiDigits}, and with the signs of a number in full width as their ASCII ones. */
export function asciiNumber(text: string): string {
  if (!beyondAscii.test(text)) return text;
  return asciiDigits(text).replace(fullWidthSigns, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - fullWidth),
  );
}

/** Unicode lists each script's ten digits in a row, from zero, so the place in a run of digits tells the value. */
function digitOf(character: string): string {
  if (!decimalDigit.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (decimalDigit.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}
