/**
 * An Agent Assist stream that contacts can be sent to. Holds everything but the client secret, which never leaves
 * the secret storage except to sign.
 */
export interface Stream {
  /** Unique among the configured streams; what the user sees. */
  readonly name: string;
  /** Origin, without a trailing slash: `https://platform.kore.ai`, or `http://127.0.0.1:PORT` on loopback. */
  readonly host: string;
  /** `st-…`; the API also calls it botId. */
  readonly streamId: string;
  /** `cs-…`; the `appId` claim of the token. */
  readonly clientId: string;
  /** Sent as the `accountId` header; sibling pages of the API demand it. */
  readonly accountId?: string;
  /** The `sub` claim; `agentassist-contacts` when absent. */
  readonly subject?: string;
  /** What the token claims besides: `iss`, `aud` and the like, for apps that demand them. None of {@link ownClaims}. */
  readonly claims?: StreamClaims;
  /** A protected stream asks for its name to be typed before anything is sent. */
  readonly protected?: boolean;
  /** Only on the built-in sandbox: whatever goes there says so. */
  readonly sandbox?: true;
}

/** Claims of a stream's own, by name. */
export type StreamClaims = Readonly<Record<string, ClaimValue>>;
export type ClaimValue = string | number | boolean | readonly string[];

/** Claims that no setting gives: they are made for each token, `sub` of the stream's `subject`; `nbf` would be another time. */
export const ownClaims: readonly string[] = ['appId', 'sub', 'iat', 'exp', 'nbf', 'jti'];

/** What two streams must share to share a client secret: the secret of one host is never sent to another. */
export function secretKey(stream: Pick<Stream, 'host' | 'clientId'>): string {
  return `clientSecret:${JSON.stringify([stream.host, stream.clientId])}`;
}
