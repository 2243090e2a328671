/** Letters that the pseudo-language has none of. One alone may be a unit or a name. */
const word = /[A-Za-z]{2,}/g;

/**
 * The words of English in what a window in the pseudo-language shows: those that no translation could reach.
 * @param data texts whose words are nobody's to translate: cells, names, addresses
 */
export function bareEnglish(shown: readonly string[], data: readonly string[]): readonly string[] {
  const given = new Set(data.flatMap((text) => text.match(word) ?? []));
  return shown.flatMap((text) => {
    const bare = (text.match(word) ?? []).filter((found) => !given.has(found));
    return bare.length > 0 ? [`${bare.join(' ')}  ←  ${text}`] : [];
  });
}
