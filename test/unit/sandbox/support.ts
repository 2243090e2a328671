import assert from 'node:assert/strict';
import { sign } from 'jsonwebtoken';
import type { SignOptions } from 'jsonwebtoken';

import { startSandbox } from '../../../src/sandbox/index';
import type { Sandbox, SandboxOptions } from '../../../src/sandbox/index';

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
