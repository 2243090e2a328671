import type { NameWords } from './comparedName';

/**
 * Finds what may have a name: all words of the one stand in the other, each whole or as its first letter. What has no name
 * may have any.
 */
export class NameIndex<Item> {
  private readonly all: Item[] = [];
  private readonly nameless: Item[] = [];
  /** By whole names, and by all that may be shown of them. */
  private readonly byWhole = new Map<string, Item[]>();
  private readonly byPart = new Map<string, Item[]>();

  add({ words, joined }: NameWords, item: Item): void {
    this.all.push(item);
    if (words.length === 0) this.nameless.push(item);
    else push(this.byWhole, words.join(' '), item);
    for (const part of partsOf(words)) push(this.byPart, part, item);
    for (const word of joined) push(this.byWhole, `=${word}`, item);
  }

  /** In lists, of which several may hold the same. */
  like({ words, joined }: NameWords): readonly (readonly Item[])[] {
    if (words.length === 0) return [this.all];
    const found = [this.nameless, this.byPart.get(words.join(' '))];
    for (const part of partsOf(words)) found.push(this.byWhole.get(part));
    for (const word of joined) found.push(this.byWhole.get(`=${word}`));
    return found.filter((list) => list !== undefined);
  }
}

/** Whether two names may be one. */
export function mayBeOne(one: NameWords, other: NameWords): boolean {
  const index = new NameIndex<true>();
  index.add(one, true);
  return index.like(other).some(({ length }) => length > 0);
}

/** Every choice of the words, in their order, each as it is or its first letter. 80 of four words. */
function partsOf(words: readonly string[]): ReadonlySet<string> {
  let parts: readonly (readonly string[])[] = [[]];
  for (const word of words) {
    const forms = new Set([word, String.fromCodePoint(word.codePointAt(0) ?? 0)]);
    parts = [...parts, ...parts.flatMap((part) => Array.from(forms, (form) => [...part, form]))];
  }
  return new Set(parts.slice(1).map((part) => part.toSorted().join(' ')));
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}
