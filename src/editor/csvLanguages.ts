/**
 * Language ids that mean CSV: VS Code's own (contributed by this extension), and those that Rainbow CSV gives to the same
 * files, by their delimiter. A test holds the manifest against this list.
 */
export const csvLanguages: readonly string[] = [
  'csv',
  'tsv',
  'dynamic csv',
  'csv (semicolon)',
  'csv (pipe)',
  'csv (whitespace)',
];
