import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import { authorize } from './auth';
import { route, shownPath } from './endpoints';
import type { CallParts, Received } from './endpoints';
import { ApiError } from './errors';
import type { Takeover } from './hooks';
import type { Identity } from './identity';
import type { RateLimit } from './rateLimit';
import { jsonReply, sendReply } from './reply';
import type { Reply } from './reply';

/** What the server works with. */
export interface Parts extends CallParts {
  readonly identity: Identity;
  readonly limit: RateLimit;
  readonly now: () => Date;
  /** Takes one line a request: method, path without query if it is one of the stream's, status, counts, duration. No token, no name, no number. */
  readonly log: (line: string) => void;
}

/** What a request comes to. */
interface Outcome {
  readonly reply: Reply;
  /** Counts for the log. */
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
  const outcome = await outcomeOf(request, parts);
  const ms = Math.round(performance.now() - started);
  const log = (...words: readonly (string | number)[]) =>
    parts.log([method, shownPath(url, parts.identity.streamId), ...words, `${ms} ms`].join(' '));
  // The client may have left in mid-body; it then has no answer, but what it sent is not half stored either.
  if (request.socket.destroyed) {
    log('connection lost');
    return;
  }
  // Logged first, so that a client that has its answer finds the line there.
  if ('send' in outcome) {
    log(outcome.words);
    outcome.send(response);
  } else {
    log(outcome.reply.status, ...outcome.notes);
    sendReply(response, outcome.reply);
  }
}

async function outcomeOf(request: IncomingMessage, parts: Parts): Promise<Outcome | Takeover> {
  try {
    const { streamId, call, receive } = route(request);
    await authorize(request.headers['auth']?.toString(), streamId, parts);
    parts.limit.take();
    const received = () => processed(async () => await receive(request, parts));
    const process = async () => {
      const { outcome } = await received();
      return { reply: outcome.then(({ reply }) => reply) };
    };
    const takeover = await parts.hooks.intercept?.({ call, request, process });
    return takeover ?? (await (await received()).outcome);
  } catch (error) {
    return failure(error);
  }
}

/** Resolves once the request has arrived, with what it comes to, be that a refusal. Neither rejects. */
async function processed(receive: () => Promise<Received>): Promise<{ readonly outcome: Promise<Outcome> }> {
  try {
    const { answer } = await receive();
    return { outcome: answer.then(({ body, note }) => success(body, note), failure) };
  } catch (error) {
    return { outcome: Promise.resolve(failure(error)) };
  }
}

function success(body: unknown, note: string): Outcome {
  return { reply: jsonReply(200, body), notes: [note] };
}

function failure(error: unknown): Outcome {
  if (error instanceof ApiError) {
    return { reply: jsonReply(error.status, error.body, error.headers), notes: [] };
  }
  // Only the kind of error: its text could quote what was sent.
  const note = error instanceof Error ? error.name : 'unknown error';
  const { status, body } = new ApiError(500, 'Internal Server Error', 500);
  return { reply: jsonReply(status, body), notes: [note] };
}
