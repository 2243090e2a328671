/** The name of the built-in stream: no configured one may have it, or contacts would go to the wrong place. */
export const sandboxName = 'Sandbox';

/**
 * Why a stream cannot have a name: `empty`; `invalid` (a control or invisible formatting character, by which two names
 * could look the same, or longer than 60 characters); `taken` by another stream; `reserved` for the sandbox.
 */
export type NameProblem = 'empty' | 'invalid' | 'taken' | 'reserved';

/** Judges a name, trimmed, against those of the other streams. Upper and lower case do not make two names different. */
export function nameProblem(name: string, taken: readonly string[]): NameProblem | undefined {
  if (name.trim() === '') return 'empty';
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name) || name.length > 60) return 'invalid';
  if (sameName(name, sandboxName) || sameName(latin(name), sandboxName)) return 'reserved';
  return taken.some((other) => sameName(other, name)) ? 'taken' : undefined;
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Letters of other scripts that look like those of {@link sandboxName}, by these; full-width ones and the like, too. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  ['sѕЅ', 'aаαΑА', 'dԁ', 'bЬьΒВ', 'oоοОΟ', 'xхХχΧ'].flatMap(([letter = '', ...others]) =>
    others.map((other) => [other, letter] as const),
  ),
);

function latin(name: string): string {
  return name.normalize('NFKC').replace(/./gu, (letter) => lookAlikes.get(letter) ?? letter);
}
