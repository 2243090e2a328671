import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { StreamClient, type ClientOptions, type CsvFile } from '../../src/core/delivery';
import type { Answer, Failure } from '../../src/core/delivery/failure';
import type { Ports } from '../../src/core/delivery';
import type { Stream } from '../../src/core/stream/stream';

export const secret = 'a short secret';

/** A stream at an address; the documented shapes elsewhere. */
export function streamAt(host: string, more: Partial<Stream> = {}): Stream {
  return {
    name: 'Test',
    host,
    streamId: 'st-733b03fb-667c-58d4-89ab-9d13f63f0000',
    clientId: 'cs-169feadb-c572-556e-a138-6816c1737c46',
    ...more,
  };
}

/** A client of that stream which waits 5 s at most, unless told otherwise. */
export function clientOf(stream: Stream, options: Partial<ClientOptions> = {}, ports?: Ports): StreamClient {
  const target = { stream, key: createSecretKey(secret, 'utf8') };
  const defaults = { timeoutMs: 5_000, expiresInSeconds: 300, userAgent: 'agentassist-contacts/1.2.3' };
  return new StreamClient(target, { ...defaults, ...options }, ports);
}

export const csv: CsvFile = {
  name: 'contacts.csv',
  bytes: new TextEncoder().encode('firstName,lastName\r\nJürgen,Müller\r\n'),
};

/** A signal that nobody aborts. */
export const never = new AbortController().signal;

/** The failure of an answer that must have failed. */
export function failureOf(answer: Answer<unknown>): Failure {
  assert.ok(!answer.ok, 'the call succeeded');
  return answer.failure;
}

/** Reason and effect, which are what a caller acts on. */
export function verdict(answer: Answer<unknown>): [reason: string, effect: string] {
  const { reason, effect } = failureOf(answer);
  return [reason, effect];
}
