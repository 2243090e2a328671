import fetch, { type Headers, type Response } from 'node-fetch';
import { readBody, type AnswerBody } from './answerBody';
import { startDeadline } from './deadline';
import type { Failure } from './failure';
import { networkFailure } from './networkFailure';
import { systemError } from '../files/systemError';

/** One request, complete but for what node-fetch derives from the body. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Headers;
  readonly form?: FormData;
}

/** An HTTP answer that was read as far as it came. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** Empty text when it did not arrive whole. */
  readonly body: AnswerBody;
  /** The body's size in bytes, after decompression; 0 when it did not arrive whole. */
  readonly receivedBytes: number;
  /** Node's code for what cut the body short, when it told one. */
  readonly brokenBy?: string;
  /** Address that was asked: a redirect may be relative to it. */
  readonly url: URL;
}

/** An answer of whatever status, or why there was none. */
export type Delivered =
  { readonly ok: true; readonly answer: HttpAnswer } | { readonly ok: false; readonly failure: Failure };

/**
 * Sends one request and reads the answer to its end, within `timeoutMs` in all and until `cancel` is aborted. Follows
 * no redirect: Node would carry the token along. Uses Node's own agent, where VS Code puts its proxy and certificate
 * settings. A failure's effect is that of a request that writes.
 */
export async function deliver(
  { method, url, headers, form }: HttpRequest,
  timeoutMs: number,
  cancel: AbortSignal,
): Promise<Delivered> {
  if (cancel.aborted) return { ok: false, failure: { reason: 'cancelled', effect: 'none' } };
  const deadline = startDeadline(timeoutMs, cancel);
  let response: Response | undefined;
  try {
    response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: deadline.signal,
      ...(form && { body: form }),
    });
    const { status } = response;
    const body = await readAnswer(response, () => deadline.cause() === undefined);
    return { ok: true, answer: { status, headers: response.headers, url, ...body } };
  } catch (error) {
    const reason = deadline.cause();
    if (reason === undefined) return { ok: false, failure: networkFailure(error) };
    // node-fetch does not tell how much of the request had left, not even whether there was a connection.
    const status = response && { status: response.status };
    return { ok: false, failure: { reason, effect: 'unknown', ...status } };
  } finally {
    deadline.dispose();
  }
}

/** Throws what cut the body short unless `isExcused`: then the status alone has to say what happened. */
async function readAnswer(
  response: Response,
  isExcused: () => boolean,
): Promise<Pick<HttpAnswer, 'body' | 'receivedBytes' | 'brokenBy'>> {
  try {
    const bytes = await response.arrayBuffer();
    // Takes a BOM away, which JSON.parse would refuse.
    const text = new TextDecoder().decode(bytes);
    const body = readBody(text, response.headers.get('content-type'));
    return { body, receivedBytes: bytes.byteLength };
  } catch (error) {
    if (!isExcused()) throw error;
    const { code } = systemError(error);
    return {
      body: { kind: 'text', text: '' },
      receivedBytes: 0,
      ...(code !== undefined && { brokenBy: code }),
    };
  }
}
