import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import type { SandboxContact } from './contact';
import { ContactStore } from './contacts';
import type { SandboxHooks } from './hooks';
import { createIdentity } from './identity';
import { practiceHooks, type Practice } from './practice';
import { RateLimit } from './rateLimit';
import type { RepeatedNumberPolicy } from './repeatedNumber';
import { createSandboxServer } from './server';

export type { RefusedRow, SandboxContact } from './contact';
export type { ContactRow } from './contactCsv';
export type { CallName, ReadyRequest, SandboxHooks, Takeover } from './hooks';
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
  /** Has the problems of `practiceHooks`; single rows are refused then, and there are no other hooks. */
  readonly practice?: Practice;
  /** Where a test puts a hand in; see test/support/sandbox. */
  readonly hooks?: SandboxHooks;
  /** Takes one line a request, without line end: method, path, status, counts, ms. Nothing secret, nothing personal. */
  readonly log?: (line: string) => void;
  /** The clock for tokens, contacts and the rate limit. */
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
  /** Forgets all contacts, and the requests counted so far. */
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
  const { port = 0, log = () => undefined, now = () => new Date(), practice } = options;
  const { repeatedNumber = practice ? 'refuseRow' : 'dropRow', pageSizeCap = Infinity } = options;
  const identity = createIdentity(options.clientSecret);
  const store = new ContactStore(identity, now, { repeatedNumber, pageSizeCap });
  const hooks = practice ? practiceHooks(store, practice) : (options.hooks ?? {});
  const limit = new RateLimit(options.requestsPerMinute, now);
  const server = createSandboxServer({ identity, store, limit, hooks, now, log });

  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  // The type allows for pipes and closed servers; a server that listens on TCP has a port.
  const address = server.address() as AddressInfo;

  const stop = () =>
    new Promise<void>((resolve) => {
      // Called back with an error when it is closed already, which is just as well.
      server.close(() => resolve());
      server.closeAllConnections();
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
    reset() {
      store.clear();
      limit.clear();
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
