/** Random numbers that come the same in every run. */
export interface Random {
  /** A whole number from 0 to `end` - 1. */
  below(end: number): number;
  /** True with that probability, from 0 to 1. */
  chance(probability: number): boolean;
  /** One of the items, of which there must be one. */
  pick<Item>(items: readonly Item[]): Item;
}

/** A generator of the family mulberry32: fast, and as random as a file of samples needs. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: <Item>(items: readonly Item[]) => items[below(items.length)] as Item,
  };
}
