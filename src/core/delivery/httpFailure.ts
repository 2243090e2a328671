import { readServerMessage, type AnswerBody, type ServerMessage } from './answerBody';
import type { Failure, FailureReason } from './failure';
import { httpDate, retryAfterMs } from './retryAfter';
import { speaksOfRateLimit } from './rateLimitTexts';
import type { HttpAnswer } from './transport';

/** What the rules look at. */
interface Seen {
  readonly kind: AnswerBody['kind'];
  /** The server's words in lower case. */
  readonly words: string;
}
type Condition = (seen: Seen) => boolean;

const always: Condition = () => true;
const html: Condition = ({ kind }) => kind === 'html';
const notJson: Condition = ({ kind }) => kind !== 'json';
/** The API gives one code, 4002, to three faults: only its documented texts tell them apart. */
const says =
  (documented: string): Condition =>
  ({ words }) =>
    words.includes(documented);

const saysLimit: Condition = ({ words }) => speaksOfRateLimit(words);

type Rule = readonly [
  status: readonly [from: number, to: number],
  when: Condition,
  reason: FailureReason,
  effect: Failure['effect'],
];

/**
 * What an answer to a request that writes means; the first rule that fits decides. A 2xx in JSON fits none.
 * A page of HTML comes from a gateway, except where HTTP itself gives the status its meaning: nginx words its own
 * 413 and 429 in HTML, and they must still halve the batch and pause.
 */
const rules: readonly Rule[] = [
  [[0, 199], always, 'server', 'unknown'],
  [[200, 299], html, 'gateway', 'unknown'],
  [[200, 299], notJson, 'notJson', 'unknown'],
  // These two ask for the same request elsewhere. The others are what servers send once the work is done.
  [[307, 308], always, 'redirect', 'none'],
  [[300, 399], always, 'redirect', 'unknown'],
  [[405, 405], always, 'method', 'none'],
  [[407, 407], always, 'proxy', 'none'],
  // The server gave up waiting for a request of which it may have read everything.
  [[408, 408], always, 'server', 'unknown'],
  [[413, 413], always, 'tooLarge', 'none'],
  [[429, 429], always, 'rateLimit', 'none'],
  // Any other 503 may be that of a cache whose backend is slow and at work on the request, with Retry-After too.
  [[503, 503], saysLimit, 'rateLimit', 'none'],
  // What looks at answers may put its page in place of the stream's: a firewall that lets no list of people out sends 403.
  [[401, 401], html, 'gateway', 'unknown'],
  [[403, 404], html, 'gateway', 'unknown'],
  [[400, 499], html, 'gateway', 'none'],
  [[500, 599], html, 'gateway', 'unknown'],
  // The texts are documented, their status is not.
  [[400, 499], saysLimit, 'rateLimit', 'none'],
  [[400, 400], says('csv format is incorrect'), 'csvFormat', 'none'],
  [[401, 403], says('invalid sdk credentials'), 'credentials', 'none'],
  [[401, 403], says('invalid jwt token'), 'token', 'none'],
  [[401, 403], says('scope is incorrect'), 'scope', 'none'],
  [[401, 401], always, 'unauthorized', 'none'],
  [[403, 403], always, 'unauthorized', 'none'],
  [[404, 404], always, 'notFound', 'none'],
  [[412, 412], always, 'validation', 'none'],
  [[422, 422], always, 'validation', 'none'],
  [[400, 499], always, 'refused', 'none'],
  [[500, 999], always, 'server', 'unknown'],
];

/**
 * The failure that an answer stands for, `undefined` for a 2xx in JSON.
 * @param now ms since 1970, to read a Retry-After that is a date where the answer has no date of its own
 */
export function httpFailure(answer: HttpAnswer, now: number): Failure | undefined {
  const message = readServerMessage(answer.body);
  const pause = retryAfterMs(answer.headers.get('retry-after'), answerTime(answer) ?? now);
  const seen: Seen = { kind: answer.body.kind, words: message.words?.toLowerCase() ?? '' };
  const rule = rules.find(([[from, to], when]) => answer.status >= from && answer.status <= to && when(seen));
  if (rule === undefined) return undefined;
  const [, , reason, effect] = rule;
  const location = reason === 'redirect' ? origin(answer.headers.get('location'), answer.url) : undefined;
  return {
    ...failureWith(answer, message, reason, effect),
    ...(pause !== undefined && { retryAfterMs: pause }),
    ...(location !== undefined && { location }),
  };
}

/** When the answer was made by the server's own clock, its `Date`, in ms since 1970; `undefined` without one. */
export function answerTime({ headers }: Pick<HttpAnswer, 'headers'>): number | undefined {
  return httpDate(headers.get('date')?.trim() ?? '');
}

/** The failure that a 2xx in JSON stands for when its shape is not the documented one. */
export function notContacts(answer: HttpAnswer): Failure {
  return failureWith(answer, readServerMessage(answer.body), 'notContacts', 'unknown');
}

function failureWith(
  { status, brokenBy }: HttpAnswer,
  { words, code }: ServerMessage,
  reason: FailureReason,
  effect: Failure['effect'],
): Failure {
  return {
    reason,
    effect,
    status,
    ...(words !== undefined && { serverWords: words }),
    ...(code !== undefined && { serverCode: code }),
    ...(brokenBy !== undefined && { systemCode: brokenBy }),
  };
}

/** Only the origin: the rest of the address may hold a session. */
function origin(location: string | null, base: URL): string | undefined {
  return location !== null && URL.canParse(location, base.href) ? new URL(location, base).origin : undefined;
}
