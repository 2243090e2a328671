import type { ContactRow } from '../../../src/sandbox/contactCsv';

/** One import request whose file could be read, whatever was then answered. */
export interface Arrival {
  /** The file's rows, in its order, values as written. */
  readonly rows: readonly ContactRow[];
  /** How many contacts were made of them; 0 until they are stored, and for a refused file. */
  readonly stored: number;
  /** When the request had wholly arrived, by the sandbox's clock, in ms since 1970. */
  readonly at: number;
}

/** What has arrived, oldest first. */
export class Arrivals {
  #list: Arrival[] = [];

  constructor(private readonly now: () => Date) {}

  /** Notes a file, and gives what is to be told how many contacts were made of it. */
  add(rows: readonly ContactRow[]): (stored: number) => void {
    const arrival = { rows, stored: 0, at: this.now().getTime() };
    this.#list.push(arrival);
    return (stored) => (arrival.stored = stored);
  }

  /** A copy that later requests do not lengthen. */
  all(): Arrival[] {
    return [...this.#list];
  }

  clear(): void {
    this.#list = [];
  }
}
