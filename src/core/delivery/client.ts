import type { KeyObject } from 'node:crypto';
import { Headers } from 'node-fetch';
import type { Stream } from '../stream/stream';
import { readContactPage, readImportAnswer, type ContactPage, type ImportAnswer } from './contactAnswer';
import { ContactsEndpoint, type PageRequest } from './endpoint';
import type { Answer, Exchange, Failure } from './failure';
import { httpFailure, notContacts } from './httpFailure';
import { systemPorts, type Ports } from './ports';
import { signToken, tokenRequest } from './token';
import { deliver, type HttpAnswer } from './transport';
import { importForm, type CsvFile } from './upload';

/** A stream with the key of its client secret. */
export interface StreamWithKey {
  readonly stream: Stream;
  readonly key: KeyObject;
}

/** What a user may set of the calls. */
export interface ClientOptions {
  /** From the start of a call to the last byte of its answer, in ms. */
  readonly timeoutMs: number;
  /** Life of a token in s; 0 for tokens without `exp`. */
  readonly expiresInSeconds: number;
  /** `agentassist-contacts/<version>`. */
  readonly userAgent: string;
}

/** One call, before the token and the common headers are added. */
interface Call<T> {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly file?: CsvFile;
  /** Validates the answer's JSON; `undefined` when it is not what the API documents. */
  readonly read: (json: unknown) => T | undefined;
}

/** An answer without its exchange. */
type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/**
 * Calls the contact pages of one stream. Each call signs a token of its own, follows no redirect, and ends by its
 * answer, the time limit or the caller's signal, whichever comes first.
 */
export class StreamClient {
  readonly #target: StreamWithKey;
  readonly #options: ClientOptions;
  readonly #ports: Ports;
  readonly #endpoint: ContactsEndpoint;

  /** Throws when the stream was not validated before; see {@link ContactsEndpoint}. */
  constructor(target: StreamWithKey, options: ClientOptions, ports: Ports = systemPorts) {
    this.#target = target;
    this.#options = options;
    this.#ports = ports;
    this.#endpoint = new ContactsEndpoint(target.stream);
  }

  /** Creates contacts from a CSV (API page "Create Bulk Contacts"). */
  importContacts(file: CsvFile, signal: AbortSignal): Promise<Answer<ImportAnswer>> {
    return this.#call({ method: 'POST', url: this.#endpoint.import(), file, read: readImportAnswer }, signal);
  }

  /** Reads one page of the stream's contacts. Writes nothing, so its failures always have the effect `none`. */
  listContacts(page: PageRequest, signal: AbortSignal): Promise<Answer<ContactPage>> {
    return this.#call({ method: 'GET', url: this.#endpoint.list(page), read: readContactPage }, signal);
  }

  async #call<T>({ method, url, file, read }: Call<T>, signal: AbortSignal): Promise<Answer<T>> {
    const started = this.#ports.now();
    const request = { method, url, headers: this.#headers(), ...(file && { form: importForm(file) }) };
    const delivered = await deliver(request, this.#options.timeoutMs, signal);
    const result = delivered.ok ? this.#judge(delivered.answer, read) : delivered;

    const answer = delivered.ok ? delivered.answer : undefined;
    const status = answer?.status ?? (result.ok ? undefined : result.failure.status);
    const requestId = answer?.headers.get('x-request-id') ?? undefined;
    const exchange: Exchange = {
      method,
      url: url.origin + url.pathname,
      sentBytes: file?.bytes.byteLength ?? 0,
      receivedBytes: answer?.receivedBytes ?? 0,
      ms: Math.max(0, this.#ports.now() - started),
      ...(status !== undefined && { status }),
      ...(requestId !== undefined && { requestId }),
    };
    if (result.ok) return { ...result, exchange };
    const effect = method === 'GET' ? 'none' : result.failure.effect;
    return { ok: false, failure: { ...result.failure, effect }, exchange };
  }

  #judge<T>(answer: HttpAnswer, read: Call<T>['read']): Result<T> {
    const failure = httpFailure(answer, this.#ports.now());
    if (failure) return { ok: false, failure };
    const value = answer.body.kind === 'json' ? read(answer.body.value) : undefined;
    return value === undefined ? { ok: false, failure: notContacts(answer) } : { ok: true, value };
  }

  /** Never a Content-Type: the form sets it, with its boundary. */
  #headers(): Headers {
    const { stream, key } = this.#target;
    const { expiresInSeconds, userAgent } = this.#options;
    return new Headers({
      auth: signToken(tokenRequest(stream, expiresInSeconds), key, this.#ports),
      ...(stream.accountId !== undefined && { accountId: stream.accountId }),
      accept: 'application/json',
      'user-agent': userAgent,
      // The server may drop a kept connection just as it is used again, which looks like a request that was lost.
      connection: 'close',
    });
  }
}
