declare const harmless: unique symbol;

/** Text that {@link plainText} has been over: what takes only this cannot be given anything else. */
export type PlainText = string & { readonly [harmless]: true };

/** Takes apart what VS Code would turn into a link that runs a command: `[words](command:…)`. All else stays as it is. */
export function withoutLinks(text: string): string {
  return text.replace(/\](?=\()/g, '] ');
}

/**
 * Makes text of foreign origin fit for a message: one line, no control or invisible characters, at most `most`
 * UTF-16 units, {@link withoutLinks}.
 */
export function plainText(text: string, most = 1000): PlainText {
  const line = withoutLinks(text.slice(0, most * 4).replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')).trim();
  const cut = line.length > most ? `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
  return cut as PlainText;
}

/** The same of a path, of which the end matters: cut off in front. */
export function plainEnd(text: string, most: number): PlainText {
  const line = plainText(text, 100_000);
  return line.length > most
    ? (`…${line.slice(1 - most).replace(/^[\uDC00-\uDFFF]/, '')}` as PlainText)
    : line;
}

/** Keeps `$(name)` in foreign text from becoming an icon in a quick pick. */
export function withoutIcons(text: string): string {
  return text.replace(/\$\([\w-]+(?:~\w+)?\)/g, '\\$&');
}
