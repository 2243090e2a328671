import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import { authorize } from './auth';
import { pathOf, route } from './endpoints';
import type { CallParts } from './endpoints';
import { ApiError } from './errors';
import { faultWords, isProcessed, perform, receiveInVain, showsAnswer } from './faultActs';
import type { Fault, Faults } from './faults';
import type { Identity } from './identity';
import type { RateLimit } from './rateLimit';
import { jsonReply, sendReply } from './reply';
import type { Reply } from './reply';

/** What the server works with. */
export interface Parts extends CallParts {
  readonly identity: Identity;
  readonly limit: RateLimit;
  readonly faults: Faults;
  readonly now: () => Date;
  /** Takes one line a request: method, path without query, status or fault, counts, duration. No token, no name, no number. */
  readonly log: (line: string) => void;
}

/** What a request comes to. */
interface Outcome {
  /** The true answer; an empty array where a fault lets none be, or shows none. */
  readonly reply: Reply;
  /** Counts for the log. */
  readonly notes: readonly string[];
  /** What happens in place of the answer. */
  readonly fault?: Fault | undefined;
}

/** The HTTP side: every request is routed, authorized, counted and answered in JSON with an `x-request-id`. */
export function createSandboxServer(parts: Parts): Server {
  return createServer((request, response) => void handle(request, response, parts));
}

/** Never rejects: whatever goes wrong is an answer, and a connection that is gone needs none. */
async function handle(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const started = performance.now();
  const { method = '', url = '' } = request;
  const { reply, notes, fault } = await outcomeOf(request, parts);
  const ms = Math.round(performance.now() - started);
  const log = (...outcome: readonly (string | number)[]) =>
    parts.log([method, pathOf(url), ...outcome, `${ms} ms`].join(' '));
  // The client may have left in mid-body; it then has no answer, but what it sent is not half stored either.
  if (request.socket.destroyed) {
    log('connection lost');
    return;
  }
  // Logged first, so that a client that has its answer finds the line there.
  if (fault) {
    log(faultWords(fault));
    perform(fault.act, response, reply);
  } else {
    log(reply.status, ...notes);
    sendReply(response, reply);
  }
}

async function outcomeOf(request: IncomingMessage, parts: Parts): Promise<Outcome> {
  let fault: Fault | undefined;
  try {
    const { streamId, call, receive } = route(request);
    await authorize(request.headers['auth']?.toString(), streamId, parts);
    parts.limit.take();
    fault = parts.faults.next(call);
    if (fault && !isProcessed(fault)) {
      await receiveInVain(request, fault);
      return { reply: jsonReply(200, []), notes: [], fault };
    }
    const { answer } = await receive(request, parts);
    if (fault && !showsAnswer(fault)) {
      // The processing may take its time, and fail, with nobody waiting for it.
      answer.catch(() => undefined);
      return { reply: jsonReply(200, []), notes: [], fault };
    }
    const { body, note } = await answer;
    return { reply: jsonReply(200, body), notes: [note], fault };
  } catch (error) {
    return { ...failure(error), fault };
  }
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
