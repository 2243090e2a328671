/** How long anything may take on a busy machine, in ms. A test that passes waits for none of it. */
const patienceMs = 60_000;

/**
 * Asks again and again until it holds.
 * @param what the end of "Waited in vain for …" in the error
 * @param state gives what there is instead, for the error
 * @throws Error after a minute
 */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  state?: () => unknown,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await condition())) {
    if (Date.now() > deadline) {
      throw new Error(`Waited in vain for ${what}${state ? `: ${JSON.stringify(state())}` : ''}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
