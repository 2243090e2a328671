/**
 * Why a call to the stream failed, as data: the editor words it. Statuses and texts follow the API's error table.
 *
 * | reason | when |
 * |---|---|
 * | `credentials` | 401 "Invalid SDK credentials": client ID, secret or stream ID is wrong; all answer alike |
 * | `token` | 401 "Invalid JWT token": secret, clock skew, or JTI/JWE enforced by the app |
 * | `scope` | 401 "Permission denied. Scope is incorrect!": scope not ticked, not published, other account |
 * | `unauthorized` | any other 401 or 403 |
 * | `notFound` | 404 |
 * | `method` | 405: wrong host, or a proxy in between |
 * | `proxy` | 407, or a proxy that cannot be reached or would not connect |
 * | `redirect` | any 3xx: none is followed, it would carry the token along. Only 307 and 308 say that nothing was done |
 * | `csvFormat` | 400 "CSV format is incorrect" |
 * | `validation` | 412 or 422: the server named invalid arguments |
 * | `refused` | any other 4xx |
 * | `tooLarge` | 413 |
 * | `rateLimit` | 429, or one of the documented texts with any other 4xx or a 503 |
 * | `server` | 408, any other 5xx |
 * | `gateway` | an HTML page where JSON was due, unless the status above explains itself: 3xx, 405, 407, 408, 413, `rateLimit` |
 * | `notJson` | a 2xx that is not JSON, or is cut short |
 * | `notContacts` | a 2xx in JSON that is not in the documented shape |
 * | `inconclusive` | a 2xx in the documented shape that is certain of none of the rows |
 * | `tooMuch` | the answer was so long, so deep, or had so much more in it than can belong to it that it was abandoned |
 * | `unknownHost` | the host name does not resolve |
 * | `unreachable` | connection refused, no route, network down |
 * | `certificate` | TLS could not verify the host, or could not be set up with it at all |
 * | `connectionLost` | reset after the request may have left |
 * | `timeout` | no complete answer within the time limit |
 * | `cancelled` | given up by the user |
 */
export type FailureReason =
  | 'credentials'
  | 'token'
  | 'scope'
  | 'unauthorized'
  | 'notFound'
  | 'method'
  | 'proxy'
  | 'redirect'
  | 'csvFormat'
  | 'validation'
  | 'refused'
  | 'tooLarge'
  | 'rateLimit'
  | 'server'
  | 'gateway'
  | 'notJson'
  | 'notContacts'
  | 'inconclusive'
  | 'tooMuch'
  | 'unknownHost'
  | 'unreachable'
  | 'certificate'
  | 'connectionLost'
  | 'timeout'
  | 'cancelled';

/** A failed call. Holds no token, secret, name or number, except in `serverWords`, which must not be logged. */
export interface Failure {
  readonly reason: FailureReason;
  /**
   * What the stream may have done with the request: `none` when it is certain that nothing was stored,
   * `unknown` when contacts may exist all the same. Never guessed towards `none`.
   */
  readonly effect: 'none' | 'unknown';
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  /**
   * The server's own message, untouched but for its length and secrets in it, and untrusted; several are one a line. It
   * may hold personal data. Results page and dialogs only, never the log.
   */
  readonly serverWords?: string;
  /** Error code of the body, as a string whatever its type was. */
  readonly serverCode?: string;
  /** How long the server asks to wait, in ms. */
  readonly retryAfterMs?: number;
  /** Where a redirect points: its origin only. */
  readonly location?: string;
  /** Node's or OpenSSL's error code, such as `ENOTFOUND` or `CERT_HAS_EXPIRED`. */
  readonly systemCode?: string;
}

/** A call's outcome as a value: expected failures are not thrown. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly exchange: Exchange }
  | { readonly ok: false; readonly failure: Failure; readonly exchange: Exchange };

/** What the log may show of a call: nothing secret, nothing personal. */
export interface Exchange {
  readonly method: string;
  /** Origin and path, without a query. */
  readonly url: string;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  /** Size of the uploaded file in bytes, without the form around it; 0 for a read. */
  readonly sentBytes: number;
  /** Size of the answer's body in bytes. */
  readonly receivedBytes: number;
  /** Duration in ms. */
  readonly ms: number;
  /** The server's `x-request-id`, for its support; absent when it could be somebody's number. */
  readonly requestId?: string;
}
