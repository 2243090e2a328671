import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import { authorize } from './auth';
import type { ContactStore } from './contacts';
import { pathOf, route } from './endpoints';
import { ApiError } from './errors';
import type { Identity } from './identity';
import type { RateLimit } from './rateLimit';

/** What the server works with. */
export interface Parts {
  readonly identity: Identity;
  readonly store: ContactStore;
  readonly limit: RateLimit;
  readonly now: () => Date;
  /** Takes one line a request: method, path without query, status, counts, duration. No token, no name, no number. */
  readonly log: (line: string) => void;
}

/** What goes over the wire, and the counts for the log. */
interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

/** The HTTP side: every request is routed, authorized, counted and answered in JSON with an `x-request-id`. */
export function createSandboxServer(parts: Parts): Server {
  return createServer((request, response) => void handle(request, response, parts));
}

/** Never rejects: whatever goes wrong is an answer, and a connection that is gone needs none. */
async function handle(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const started = performance.now();
  const { method = '', url = '' } = request;
  const reply = await replyTo(request, parts);
  const ms = Math.round(performance.now() - started);
  const log = (...outcome: readonly (string | number)[]) =>
    parts.log([method, pathOf(url), ...outcome, `${ms} ms`].join(' '));
  // The client may have left in mid-body; it then has no answer, but what it sent is not half stored either.
  if (response.destroyed) {
    log('connection lost');
    return;
  }
  // Logged first, so that a client that has its answer finds the line there.
  log(reply.status, ...reply.notes);
  response.writeHead(reply.status, {
    'content-type': 'application/json; charset=utf-8',
    'x-request-id': randomUUID(),
    ...reply.headers,
  });
  response.end(JSON.stringify(reply.body));
}

async function replyTo(request: IncomingMessage, parts: Parts): Promise<Reply> {
  try {
    const { streamId, answer } = route(request);
    await authorize(request.headers['auth']?.toString(), streamId, parts);
    parts.limit.take();
    const { body, note } = await answer({ request, store: parts.store });
    return { status: 200, body, headers: {}, notes: [note] };
  } catch (error) {
    if (error instanceof ApiError) {
      return { status: error.status, body: error.body, headers: error.headers, notes: [] };
    }
    // Only the kind of error: its text could quote what was sent.
    const note = error instanceof Error ? error.name : 'unknown error';
    const failure = new ApiError(500, 'Internal Server Error', 500);
    return { status: failure.status, body: failure.body, headers: {}, notes: [note] };
  }
}
