/** The visible characters of ASCII, and those of Latin-1 from its letters on. */
const seen = [...unitsFrom('!', '~'), ...unitsFrom('À', 'ÿ')];

/** Of longer rows, in UTF-16 units, nothing is told: one may be the rest of a text, behind a quote. */
export const longestPlain = 0x1000;

/**
 * What the text of a plain row matches: as many cells as the header has, not all of them empty, without quotes, and
 * nothing in any of them that is not seen or could be mistaken; single spaces stand between what is seen. Nearly all
 * rows are, and one look at the whole row shows it.
 *
 * @param delimiter what divides the cells, one UTF-16 code unit
 * @param passedOver fields that are as good as empty, whatever is in them
 */
export function plainRow(delimiter: string, cells: number, passedOver: readonly number[] = []): RegExp {
  if (cells === 0) return /(?!)/;
  const mark = escaped(delimiter);
  // An apostrophe may be one of the quotes of `otherQuotes`, and an equals sign begin a formula.
  const others = new Set(['"', "'", '`', '=', delimiter]);
  const cell = `(?:${words(seen.filter((unit) => !others.has(unit)))})?`;
  const blank = Array.from({ length: cells }, (_, field) =>
    passedOver.includes(field) ? `[^${mark}]*` : '',
  );
  return new RegExp(`^(?!${blank.join(mark)}$)${cell}(?:${mark}${cell}){${cells - 1}}$`);
}

/** What a value matches that is beyond the suspicion of being blank, or of holding what is not seen. */
export const plainValue = new RegExp(`^${words(seen)}$`);

/** Words of these characters with single spaces between them. */
function words(units: readonly string[]): string {
  const word = `[${units.map(escaped).join('')}]+`;
  return `${word}(?: ${word})*`;
}

function unitsFrom(first: string, last: string): string[] {
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at));
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
