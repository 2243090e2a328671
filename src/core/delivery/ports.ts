import { randomUUID } from 'node:crypto';

/** What delivery needs of the world besides the network. */
export interface Ports {
  /** The time in ms since 1970. */
  now(): number;
  /** An identifier that was never given before. */
  uuid(): string;
}

/** The machine's own clock and random source. */
export const systemPorts: Ports = { now: () => Date.now(), uuid: () => randomUUID() };
