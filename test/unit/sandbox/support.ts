import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { ClientRequest, IncomingHttpHeaders } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { sign } from 'jsonwebtoken';
import type { SignOptions } from 'jsonwebtoken';

import { startSandbox } from '../../support/sandbox';
import type { Sandbox, SandboxOptions } from '../../support/sandbox';

/** The header as the API page spells it, on purpose not taken from the sources under test. */
export const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';

export const john = 'john,doe,Mr,9876543210,+91,+';
export const jane = 'jane,doe,Mrs,9123456780,+91,91';

export const csv = (...rows: string[]) => [header, ...rows, ''].join('\n');

/** A sandbox for each test of the suite, stopped after it. */
export function useSandbox(options: SandboxOptions = {}): () => Sandbox {
  let sandbox: Sandbox | undefined;
  beforeEach(async () => {
    sandbox = await startSandbox(options);
  });
  afterEach(() => sandbox?.stop());
  return () => sandbox ?? assert.fail('the sandbox runs only within a test');
}

/** A token by jsonwebtoken, never by the library that checks it. */
export function token(sandbox: Sandbox, claims: object = {}, options: SignOptions = {}): string {
  return sign({ sub: '1234567890', appId: sandbox.clientId, ...claims }, sandbox.clientSecret, {
    algorithm: 'HS256',
    ...options,
  });
}

export const contactsUrl = ({ host, streamId }: Pick<Sandbox, 'host' | 'streamId'>) =>
  `${host}/agentassist/api/v1/public/${streamId}/contacts`;

export function form(
  content: string | Uint8Array<ArrayBuffer>,
  part = 'result_file',
  type = 'text/csv',
): FormData {
  const data = new FormData();
  data.set(part, new Blob([content], { type }), 'contacts.csv');
  return data;
}

export function send(sandbox: Sandbox, body: RequestInit['body'], init: RequestInit = {}): Promise<Response> {
  return fetch(`${contactsUrl(sandbox)}/import-contacts`, {
    method: 'POST',
    headers: { auth: token(sandbox) },
    body: body ?? null,
    ...init,
  });
}

/** Sends rows that must all be taken. */
export async function importRows(sandbox: Sandbox, ...rows: string[]): Promise<Record<string, unknown>[]> {
  const response = await send(sandbox, form(csv(...rows)));
  assert.equal(response.status, 200);
  return (await response.json()) as Record<string, unknown>[];
}

/** An import whose head alone is sent, on a connection of its own; the body is the caller's to send. */
export function openImport(sandbox: Sandbox, headers: Record<string, string> = {}): ClientRequest {
  const call = request(`${contactsUrl(sandbox)}/import-contacts`, {
    agent: false,
    method: 'POST',
    headers: { auth: token(sandbox), ...headers },
  });
  call.flushHeaders();
  return call;
}

/** Sends a file as `send` does, for a client that sees what becomes of the connection. */
export async function sendWatched(sandbox: Sandbox, file: string): Promise<Seen> {
  const encoded = new Response(form(file));
  const body = Buffer.from(await encoded.arrayBuffer());
  const call = openImport(sandbox, {
    'content-type': encoded.headers.get('content-type') ?? '',
    'content-length': String(body.length),
  });
  call.end(body);
  return await seenBy(call);
}

/** What comes back over a connection: an answer, which may break off, or none. */
export type Seen =
  | {
      readonly status: number | undefined;
      readonly headers: IncomingHttpHeaders;
      /** The bytes that came. */
      readonly body: string;
      /** Whether all came that was announced. */
      readonly whole: boolean;
    }
  | { readonly lost: string | undefined };

/** Waits until an answer has ended or the connection is lost. */
export function seenBy(call: ClientRequest): Promise<Seen> {
  return new Promise((resolve) => {
    call.on('error', ({ code }: NodeJS.ErrnoException) => resolve({ lost: code }));
    call.once('response', (response) => {
      const { statusCode: status, headers } = response;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      // That it broke off is seen from what is missing.
      response.on('error', () => undefined);
      response.once('close', () =>
        resolve({ status, headers, body: Buffer.concat(chunks).toString(), whole: response.complete }),
      );
    });
  });
}

/** Waits until something holds, and fails when it does not for about ten seconds: the test ends before mocha gives it up. */
export async function until(holds: () => boolean): Promise<void> {
  for (let look = 0; look < 2000; look += 1) {
    if (holds()) return;
    await delay(5);
  }
  assert.fail('waited in vain');
}

/** Asserts status, text and code of an error in the documented shape, and that nothing was stored. */
export async function assertError(
  sandbox: Sandbox,
  response: Response,
  status: number,
  msg: string | RegExp,
  code?: number,
): Promise<void> {
  const body = (await response.json()) as { errors: { msg: string; code?: number }[] };
  assert.equal(response.status, status, JSON.stringify(body));
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  assert.match(response.headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
  assert.deepEqual(Object.keys(body), ['errors']);
  assert.equal(body.errors.length, 1);
  const [error] = body.errors;
  if (typeof msg === 'string') assert.equal(error?.msg, msg);
  else assert.match(error?.msg ?? '', msg);
  assert.equal(error?.code, code);
  assert.deepEqual(sandbox.contacts, []);
}
