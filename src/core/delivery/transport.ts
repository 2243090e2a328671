import fetch, { type Headers, type Response } from 'node-fetch';
import { readBody, type AnswerBody } from './answerBody';
import { AnswerGuard } from './answerGuard';
import { startDeadline } from './deadline';
import type { Failure } from './failure';
import { networkFailure } from './networkFailure';
import { currentRoute, type Route } from './verifiedHttps';
import { systemError } from '../files/systemError';

/** One request, complete but for what node-fetch derives from the body. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Headers;
  readonly form?: FormData;
  /** Takes from any text of the answer what must not go further. */
  readonly clean: (text: string) => string;
}

/** An HTTP answer that was read as far as it came. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** Cleaned; empty text when it did not arrive whole. */
  readonly body: AnswerBody;
  /** The body's size in bytes, after decompression; 0 when it did not arrive whole. */
  readonly receivedBytes: number;
  /** Node's code for what cut the body short, when it told one. */
  readonly brokenBy?: string;
  /** From the request's start to the answer's first line, in ms. */
  readonly waitedMs: number;
  /** Address that was asked: a redirect may be relative to it. */
  readonly url: URL;
}

/** An answer of whatever status, or why there was none. */
export type Delivered =
  { readonly ok: true; readonly answer: HttpAnswer } | { readonly ok: false; readonly failure: Failure };

/** What a request may take. */
export interface RequestLimits {
  /** From its start to the last byte of the answer, in ms. */
  readonly timeoutMs: number;
  /** Of the answer's body, after decompression. A longer one is abandoned. */
  readonly answerBytes: number;
  /** How many contacts the answer may have. One that holds more than can belong to so many is abandoned; see {@link AnswerGuard}. */
  readonly answerEntries: number;
}

type AnswerLimits = Omit<RequestLimits, 'timeoutMs'> & Pick<HttpRequest, 'clean'>;

/** Thrown where an answer is abandoned. */
class TooMuch extends Error {}

/**
 * Sends one request and reads the answer to its end, within the limits and until `cancel` is aborted. Follows
 * no redirect: Node would carry the token along. Uses Node's own agent, where VS Code puts its proxy and certificate
 * settings. What a proxy does to a request is told from what the host does only in the built part. A failure's effect is that of a request that writes.
 */
export async function deliver(
  { method, url, headers, form, clean }: HttpRequest,
  { timeoutMs, ...limits }: RequestLimits,
  cancel: AbortSignal,
): Promise<Delivered> {
  if (cancel.aborted) return { ok: false, failure: { reason: 'cancelled', effect: 'none' } };
  const deadline = startDeadline(timeoutMs, cancel);
  const started = performance.now();
  const route: Route = {};
  let response: Response | undefined;
  try {
    response = await currentRoute.run(route, () =>
      fetch(url, {
        method,
        headers,
        redirect: 'manual',
        signal: deadline.signal,
        ...(form && { body: form }),
      }),
    );
    const { status } = response;
    if (route.stoppedBy) return { ok: false, failure: { reason: 'proxy', effect: 'none', status } };
    const waitedMs = performance.now() - started;
    const read = await readAnswer(response, { ...limits, clean }, () => deadline.cause() === undefined);
    return {
      ok: true,
      answer: { status, headers: cleaned(response.headers, clean), url, waitedMs, ...read },
    };
  } catch (error) {
    const reason = error instanceof TooMuch ? 'tooMuch' : deadline.cause();
    if (reason === undefined) {
      const failure = route.stoppedBy && ({ reason: 'proxy', effect: 'none', ...route.stoppedBy } as const);
      return { ok: false, failure: failure ?? networkFailure(error) };
    }
    // node-fetch does not tell how much of the request had left, not even whether there was a connection.
    const status = response && { status: response.status };
    return { ok: false, failure: { reason, effect: 'unknown', ...status } };
  } finally {
    deadline.dispose();
  }
}

function cleaned(headers: Headers, clean: HttpRequest['clean']): HttpAnswer['headers'] {
  return {
    get: (name) => {
      const value = headers.get(name);
      return value === null ? null : clean(value);
    },
  };
}

/** @throws {TooMuch} when it is beyond its limits; what cut it short unless `isExcused`: then the status alone has to say what happened */
async function readAnswer(
  response: Response,
  limits: AnswerLimits,
  isExcused: () => boolean,
): Promise<Pick<HttpAnswer, 'body' | 'receivedBytes' | 'brokenBy'>> {
  try {
    const { text, bytes } = await readText(response, limits);
    return { body: readBody(limits.clean(text), response.headers.get('content-type')), receivedBytes: bytes };
  } catch (error) {
    if (error instanceof TooMuch || !isExcused()) throw error;
    const { code } = systemError(error);
    return {
      body: { kind: 'text', text: '' },
      receivedBytes: 0,
      ...(code !== undefined && { brokenBy: code }),
    };
  }
}

/** Reads a body as it comes, so that one which is too much is never held. Leaving the loop ends the connection. */
async function readText(
  { body }: Response,
  { answerBytes, answerEntries }: AnswerLimits,
): Promise<{ readonly text: string; readonly bytes: number }> {
  // Takes a BOM away, which JSON.parse would refuse.
  const decoder = new TextDecoder();
  const guard = new AnswerGuard(answerEntries);
  let [text, bytes] = ['', 0];
  for await (const chunk of body ?? []) {
    const piece = Buffer.from(chunk);
    bytes += piece.byteLength;
    if (bytes > answerBytes || !guard.accepts(piece)) throw new TooMuch();
    text += decoder.decode(piece, { stream: true });
  }
  return { text: text + decoder.decode(), bytes };
}
