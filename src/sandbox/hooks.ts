import type { IncomingMessage, ServerResponse } from 'node:http';

import type { ContactRow } from './contactCsv';
import type { Reply } from './reply';

/** The two calls of the sandbox: `POST …/contacts/import-contacts` and `GET …/contacts`. */
export type CallName = 'import' | 'list';

/** A request that is authorized and within the rate limit. Nothing of its body has been read. */
export interface ReadyRequest {
  readonly call: CallName;
  readonly request: IncomingMessage;
  /**
   * Receives and processes it. Resolves once it has wholly arrived, with the true answer to come, be that a refusal.
   * Neither rejects.
   */
  readonly process: () => Promise<{ readonly reply: Promise<Reply> }>;
}

/** What takes the place of an answer. */
export interface Takeover {
  /** For the log, in place of status and counts. */
  readonly words: string;
  send(response: ServerResponse): void;
}

/** Where somebody who starts a sandbox may put a hand in; without any it answers like the API. */
export interface SandboxHooks {
  /** Asked for every request that is ready. Nothing: it is answered as ever. What it throws is an error of the server. */
  intercept?(request: ReadyRequest): Promise<Takeover | undefined>;
  /** Told of each import whose file could be read; what it gives is told how many contacts were created, if any. */
  arrived?(rows: readonly ContactRow[]): (created: number) => void;
  /** Creates an import's contacts when it thinks fit; at once, if there is no such hook. May reject in place of it. */
  create?<T>(work: () => T): Promise<T>;
}
