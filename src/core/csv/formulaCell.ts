const formula = /^="((?:[^"]|"")*)"$/;

/**
 * The text of a cell that is written as a formula, `="0987"`, by which exports keep a spreadsheet from changing it.
 *
 * @param raw the cell as it stands, with or without quotes of its own
 * @returns `undefined` when it is no such formula
 */
export function formulaText(raw: string): string | undefined {
  const own = raw.startsWith('"=') && raw.endsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
  return formula.exec(own)?.[1]?.replaceAll('""', '"');
}
