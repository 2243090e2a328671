import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** An answer as it goes over the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Buffer;
}

/** An answer in JSON. @param headers further ones, or another `content-type` */
export function jsonReply(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    content: Buffer.from(JSON.stringify(body)),
  };
}

/** Sets all but the content. */
export function setHead(response: ServerResponse, { status, headers }: Reply): void {
  response.statusCode = status;
  response.setHeader('x-request-id', randomUUID());
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** Sends an answer, with its Content-Length. */
export function sendReply(response: ServerResponse, reply: Reply): void {
  setHead(response, reply);
  response.end(reply.content);
}
