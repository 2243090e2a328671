/**
 * Where a path or address begins: a scheme, a drive, a share, or the root. It ends with its line or at a closing quote,
 * for names may hold anything else, blanks and brackets too: rather too much is left out than half a name left in.
 */
const pathOrAddress =
  /(?:\b[a-z][\w+.-]*:\/\/|\b[A-Z]:[\\/]|\\\\|~?(?<![\w)\]])\/(?=[^\s/]))(?:[^'"`]|['"`](?=\w))*/gi;

/** A line of a stack that names a place in code. */
const frame = /^\s+at .*:\d+:\d+\)?$/;
const codeFolder = /(?:\b[a-z][\w+.-]*:\/\/)?(?:\b[A-Z]:)?[\\/][^()]*[\\/]/i;

/**
 * An error's text for the log without the user's folders and files, which hold names of people and of lists of them. Of
 * the code that a stack names, the file's own name, line and column stay.
 */
export function withoutPaths(text: string): string {
  return text
    .split('\n')
    .map((line) => (frame.test(line) ? line.replace(codeFolder, '') : line.replace(pathOrAddress, '(path)')))
    .join('\n');
}
