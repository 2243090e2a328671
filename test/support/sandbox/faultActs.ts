import { once } from 'node:events';
import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';

import { ApiError } from '../../../src/sandbox/errors';
import type { ReadyRequest, Takeover } from '../../../src/sandbox/index';
import type { Fault, FaultAct } from './faults';
import { jsonReply, sendReply, setHead } from '../../../src/sandbox/reply';
import type { Reply } from '../../../src/sandbox/reply';

/** What happens to a request in place of being answered: as much of the true processing as the fault lets happen first. */
export async function takeOver(fault: Fault, { request, process }: ReadyRequest): Promise<Takeover> {
  const reply = await replyBefore(fault, request, process);
  return { words: faultWords(fault), send: (response) => perform(fault.act, response, reply) };
}

/** The true answer; an empty array where the fault lets none be, or shows none. */
async function replyBefore(
  fault: Fault,
  request: IncomingMessage,
  process: ReadyRequest['process'],
): Promise<Reply> {
  if (!isProcessed(fault)) {
    await receiveInVain(request, fault);
    return jsonReply(200, []);
  }
  // The processing may take its time with nobody waiting for it.
  const { reply } = await process();
  return fault.act.kind === 'cutShort' ? await reply : jsonReply(200, []);
}

/** Whether the request is processed before things go wrong. */
function isProcessed({ when, act }: Fault): boolean {
  return when === 'after' && act.kind !== 'resetEarly';
}

/** Waits for as much of an unprocessed request as the fault lets in. Rejects when the client leaves before that. */
async function receiveInVain(request: IncomingMessage, { act }: Fault): Promise<void> {
  if (act.kind !== 'resetEarly') await finished(request.resume());
  // A request without a body has no first byte.
  else await Promise.race([once(request, 'readable'), finished(request)]);
}

/**
 * Does what the fault says in place of answering.
 *
 * @param reply the true answer, which only `cutShort` shows something of
 */
function perform(act: FaultAct, response: ServerResponse, reply: Reply): void {
  const { socket } = response.req;
  switch (act.kind) {
    case 'status':
      sendReply(response, statusReply(act));
      return;
    case 'echo':
      sendReply(
        response,
        jsonReply(400, { errors: [{ msg: `Bad rows. auth: ${String(response.req.headers['auth'])}` }] }),
      );
      return;
    case 'notArray':
      sendReply(response, jsonReply(200, { ok: true }));
      return;
    case 'empty':
      sendReply(response, { status: 200, headers: {}, content: Buffer.alloc(0) });
      return;
    case 'cutShort':
      setHead(response, reply);
      response.setHeader('content-length', reply.content.length);
      // Only once they are on their way: what is still in the socket's buffer would go with it.
      response.write(reply.content.subarray(0, reply.content.length / 2), () => socket.destroy());
      return;
    case 'reset':
    case 'resetEarly':
      socket.resetAndDestroy();
      return;
    case 'hang':
      return;
  }
}

/** A fault for the log: `fault after: status 503`. */
function faultWords({ when, act }: Fault): string {
  return `fault ${when}: ${act.kind}${act.kind === 'status' ? ` ${act.status}` : ''}`;
}

function statusReply({ status, body, headers, html }: Extract<FaultAct, { kind: 'status' }>): Reply {
  const reason = STATUS_CODES[status] ?? 'Unknown';
  if (html) {
    const page = `<html><head><title>${status} ${reason}</title></head><body><h1>${status} ${reason}</h1></body></html>\n`;
    return { status, headers: { 'content-type': 'text/html', ...headers }, content: Buffer.from(page) };
  }
  return jsonReply(status, body === undefined ? new ApiError(status, reason, status).body : body, headers);
}
