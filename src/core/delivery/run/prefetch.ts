/**
 * Gives what a source gives, and has it work on the next one meanwhile: rows are read from a disk while the request
 * before them is on its way. What goes wrong there is thrown when it is that one's turn.
 */
export async function* prefetch<T>(source: AsyncIterable<T>): AsyncGenerator<T, void> {
  const iterator = source[Symbol.asyncIterator]();
  try {
    let coming = next(iterator);
    for (;;) {
      const result = await coming;
      if (result.done) return;
      coming = next(iterator);
      yield result.value;
    }
  } finally {
    await iterator.return?.();
  }
}

function next<T>(iterator: AsyncIterator<T>): Promise<IteratorResult<T>> {
  const coming = iterator.next();
  // It is awaited later, or not at all if the import ends before; until then a failure is nobody's.
  coming.catch(() => undefined);
  return coming;
}
