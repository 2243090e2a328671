declare const harmless: unique symbol;

/** Text that {@link plainText} has been over: what takes only this cannot be given anything else. */
export type PlainText = string & { readonly [harmless]: true };

/**
 * Makes text of foreign origin fit for a message: one line, no control or invisible characters, at most `most`
 * UTF-16 units. VS Code turns `[words](command:…)` in a message into a link that runs the command, so what
 * would make one is taken apart.
 */
export function plainText(text: string, most = 1000): PlainText {
  const line = text
    .slice(0, most * 4)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/\](?=\()/g, '] ')
    .trim();
  const cut = line.length > most ? `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
  return cut as PlainText;
}

/** Joins sentences, leaving out empty ones. */
export function join(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
