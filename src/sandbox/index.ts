import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { Arrivals } from './arrivals';
import type { Arrival } from './arrivals';
import type { SandboxContact } from './contact';
import { ContactStore } from './contacts';
import { Faults } from './faults';
import type { FaultPlan } from './faults';
import { createIdentity } from './identity';
import { Processing } from './processing';
import { RateLimit } from './rateLimit';
import type { RepeatedNumberPolicy } from './repeatedNumber';
import { createSandboxServer } from './server';

export type { Arrival } from './arrivals';
export type { RefusedRow, SandboxContact } from './contact';
export type { ContactRow } from './contactCsv';
export { faultAt } from './faults';
export type { CallName, Fault, FaultAct, FaultPlan, FaultRequest } from './faults';
export { repeatedNumberPolicies } from './repeatedNumber';
export type { RepeatedNumberPolicy } from './repeatedNumber';

/** How the sandbox starts; everything has a default. */
export interface SandboxOptions {
  /** TCP port; a free one when absent or 0. */
  readonly port?: number;
  /** What tokens must be signed with; random when absent. */
  readonly clientSecret?: string;
  /** Answers 429 above so many requests in any 60 seconds; the documented figure is 60. No limit when absent. */
  readonly requestsPerMinute?: number;
  /** What becomes of a row whose number is already there; `dropRow` when absent. */
  readonly repeatedNumber?: RepeatedNumberPolicy;
  /** The most contacts a page of the list, from 1, whatever `limit` asks for. No cap when absent; the API's own is unknown. */
  readonly pageSizeCap?: number;
  /**
   * Creates an import's contacts so many ms after the request has arrived, and answers then; 0 when absent. A fault does
   * not wait for it: a server that goes on working when its client has long given up.
   */
  readonly processingDelayMs?: number;
  /** What goes wrong, request by request; nothing when absent. */
  readonly faults?: FaultPlan;
  /** Whether {@link Sandbox.arrivals} are kept, as they are when absent: they hold every row that was sent. */
  readonly keepArrivals?: boolean;
  /** Takes one line a request, without line end: method, path, status or fault, counts, ms. Nothing secret, nothing personal. */
  readonly log?: (line: string) => void;
  /** The clock for tokens, contacts, arrivals and the rate limit. */
  readonly now?: () => Date;
}

/** A running local stream that answers like the API. Its contacts live in memory and end with it. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT` */
  readonly host: string;
  /** `st-…`, new at every start. */
  readonly streamId: string;
  /** `cs-…`, the `appId` of a token; new at every start. */
  readonly clientId: string;
  /** What tokens must be signed with, HS256. */
  readonly clientSecret: string;
  /** The account of the contacts, 24 hex digits. The `accountId` header is not looked at: the page does not demand it. */
  readonly accountId: string;
  /** The contacts of this moment, oldest first. */
  readonly contacts: readonly SandboxContact[];
  /** The import requests of up to this moment whose file could be read, oldest first, whatever was answered. */
  readonly arrivals: readonly Arrival[];
  /** Forgets all contacts, those that are yet to be created too, the arrivals, and the requests counted so far. */
  reset(): void;
  /** Ends every connection and frees the port. May be called twice. */
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts the sandbox on 127.0.0.1. It has two of the documented calls, `POST …/contacts/import-contacts` and
 * `GET …/contacts`, and one app and stream.
 *
 * Rejects with Node's error when the port cannot be had (`EADDRINUSE`, `EACCES`).
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, log = () => undefined, now = () => new Date() } = options;
  const { repeatedNumber = 'dropRow', pageSizeCap = Infinity } = options;
  const identity = createIdentity(options.clientSecret);
  const store = new ContactStore(identity, now, { repeatedNumber, pageSizeCap });
  const arrivals = new Arrivals(options.keepArrivals ?? true, now);
  const processing = new Processing(options.processingDelayMs ?? 0);
  const limit = new RateLimit(options.requestsPerMinute, now);
  const faults = new Faults(options.faults);
  const server = createSandboxServer({ identity, store, arrivals, processing, limit, faults, now, log });

  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  // The type allows for pipes and closed servers; a server that listens on TCP has a port.
  const address = server.address() as AddressInfo;

  const stop = () =>
    new Promise<void>((resolve) => {
      // Called back with an error when it is closed already, which is just as well.
      server.close(() => resolve());
      server.closeAllConnections();
      processing.cancel();
    });

  return {
    host: `http://127.0.0.1:${address.port}`,
    streamId: identity.streamId,
    clientId: identity.clientId,
    clientSecret: identity.clientSecret,
    accountId: identity.accountId,
    get contacts() {
      return store.all();
    },
    get arrivals() {
      return arrivals.all();
    },
    reset() {
      processing.cancel();
      store.clear();
      arrivals.clear();
      limit.clear();
      faults.clear();
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
