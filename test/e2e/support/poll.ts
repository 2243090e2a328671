/**
 * Asks again and again until the answer is not undefined, and gives it.
 * @param what the end of "Waited in vain for …" in the error
 * @throws Error after `withinMs`
 */
export async function poll<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  withinMs = 45_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A RegExp that matches exactly this text, whatever characters it holds, with blanks around it. */
export function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
