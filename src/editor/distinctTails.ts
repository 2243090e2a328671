/**
 * The ends of paths that tell them from each other: `one` of `/lists/one`, but `a/one` and `b/one` of `/a/one` and
 * `/b/one`. Separated by slashes, in the order of the paths.
 */
export function distinctTails(paths: readonly string[]): readonly string[] {
  const parts = paths.map((path) => path.split('/').filter((part) => part !== ''));
  const tail = (index: number, length: number) => (parts[index] ?? []).slice(-length).join('/');
  return parts.map((own, index) => {
    const isShared = (length: number) =>
      parts.some((_, other) => other !== index && tail(other, length) === tail(index, length));
    let length = 1;
    while (length < own.length && isShared(length)) length++;
    return tail(index, length);
  });
}
