import type { KeyObject } from 'node:crypto';
import { Headers } from 'node-fetch';
import type { Stream } from '../stream/stream';
import { finishInSlices } from '../files/slices';
import { readImportAnswer, type AskedAt, type ImportAnswer } from './contactAnswer';
import { readContactPage, type ContactPage } from './contactPage';
import { ContactsEndpoint, type PageRequest } from './endpoint';
import type { Answer, Exchange, Failure } from './failure';
import { answerTime, httpFailure, notContacts } from './httpFailure';
import { askedAt } from './run/createdAt';
import { systemPorts, type Ports } from './ports';
import { loggableId } from './requestId';
import { signToken, tokenRequest } from './token';
import { deliver, type HttpAnswer } from './transport';
import { importForm, type CsvFile } from './upload';
import { withoutSecrets } from './withoutSecrets';

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
  readonly mayLeave?: () => boolean;
  /** How many contacts the answer may have. */
  readonly entries: number;
  /** Validates the answer's JSON; `undefined` when it is not what the API documents. */
  readonly read: (
    json: unknown,
    about: { readonly status: number; readonly askedAt: AskedAt },
  ) => T | undefined | Promise<T | undefined>;
}

/** Statuses of a 2xx that say that not everything is done, or not everything told. */
const partial: ReadonlySet<number> = new Set([202, 205, 206, 207]);

/** How much of an answer is read, in bytes: contacts take some 600 each. */
function answerBytes(rows: number): number {
  return Math.min(256_000_000, Math.max(64_000_000, 2_000 * rows));
}

/** As many rows as one request has at most; a page may have as many too, from a stream that ignores its limit. */
const mostRows = 10_000;

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

  /**
   * Creates contacts from a CSV (API page "Create Bulk Contacts").
   * @param mayLeave asked before each piece of the file leaves; false ends the connection
   */
  importContacts(
    file: CsvFile,
    signal: AbortSignal,
    mayLeave: () => boolean = () => true,
  ): Promise<Answer<ImportAnswer>> {
    const read: Call<ImportAnswer>['read'] = async (json, { status, askedAt }) => {
      const answer = await finishInSlices(readImportAnswer(json));
      return answer && { ...answer, askedAt, isPartial: partial.has(status) };
    };
    const url = this.#endpoint.import();
    return this.#call({ method: 'POST', url, file, mayLeave, entries: file.rows ?? mostRows, read }, signal);
  }

  /** Reads one page of the stream's contacts. Writes nothing, so its failures always have the effect `none`. */
  listContacts(page: PageRequest, signal: AbortSignal): Promise<Answer<ContactPage>> {
    const entries = Math.max(page.limit, mostRows);
    const url = this.#endpoint.list(page);
    return this.#call({ method: 'GET', url, entries, read: readContactPage }, signal);
  }

  async #call<T>(
    { method, url, file, mayLeave = () => true, entries, read }: Call<T>,
    signal: AbortSignal,
  ): Promise<Answer<T>> {
    const started = this.#ports.now();
    const form = file && { form: importForm(file, mayLeave) };
    const headers = this.#headers();
    const request = { method, url, headers, ...form, clean: this.#cleaner(headers) };
    const limits = {
      timeoutMs: this.#options.timeoutMs,
      answerBytes: answerBytes(file?.rows ?? 0),
      answerEntries: entries,
    };
    const delivered = await deliver(request, limits, signal);
    const result = delivered.ok ? await this.#judge(delivered.answer, started, read) : delivered;

    const answer = delivered.ok ? delivered.answer : undefined;
    const status = answer?.status ?? (result.ok ? undefined : result.failure.status);
    const requestId = loggableId(answer?.headers.get('x-request-id') ?? undefined, file?.bytes);
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

  async #judge<T>(answer: HttpAnswer, started: number, read: Call<T>['read']): Promise<Result<T>> {
    const failure = httpFailure(answer, this.#ports.now());
    if (failure) return { ok: false, failure };
    const { status, body, waitedMs } = answer;
    const about = { status, askedAt: askedAt(started, answerTime(answer), waitedMs) };
    const value = body.kind === 'json' ? await read(body.value, about) : undefined;
    return value === undefined ? { ok: false, failure: notContacts(answer) } : { ok: true, value };
  }

  #cleaner(headers: Headers): (text: string) => string {
    const secret = this.#target.key.export().toString('utf8');
    return (text) => withoutSecrets(text, headers.get('auth') ?? '', secret);
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
