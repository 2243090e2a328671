import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Stream, StreamClaims } from '../stream/stream';
import type { Ports } from './ports';

/** The `sub` claim of a stream that names none. The API demands the claim and gives it no meaning. */
export const defaultSubject = 'agentassist-contacts';

/** The only algorithm that the API accepts for its scopes. */
const algorithm = 'HS256';

/** What a token is made for. */
export interface TokenRequest {
  /** `cs-…`, the `appId` claim. */
  readonly clientId: string;
  /** The `sub` claim. */
  readonly subject: string;
  /** Life in s; 0 leaves `exp` out, since it is not documented whether every app accepts one. */
  readonly expiresInSeconds: number;
  /** What the stream has the token claim besides. */
  readonly claims?: StreamClaims;
}

/** The token's payload, spelled as the API spells it. Times are in s since 1970. */
export interface TokenClaims {
  readonly appId: string;
  readonly sub: string;
  readonly iat: number;
  readonly exp?: number;
  /** Fresh for every token: an app may enforce that none is used twice ("Enforce JTI"). */
  readonly jti: string;
  /** Claims of the stream's own. */
  readonly [claim: string]: StreamClaims[string] | undefined;
}

/** A token as it may be shown: everything but the signature, which alone makes it usable. */
export interface TokenDescription {
  readonly header: { readonly alg: typeof algorithm; readonly typ: 'JWT' };
  readonly payload: TokenClaims;
}

/** The token that calls to a stream carry. */
export function tokenRequest(
  { clientId, subject = defaultSubject, claims }: Pick<Stream, 'clientId' | 'subject' | 'claims'>,
  expiresInSeconds: number,
): TokenRequest {
  return { clientId, subject, expiresInSeconds, ...(claims && { claims }) };
}

/**
 * The key for a client secret; `undefined` for an empty one, with which anybody could sign.
 * As a key, not as text: jsonwebtoken would otherwise try to read the secret as PEM each time, 50 times slower.
 */
export function signingKey(secret: string): KeyObject | undefined {
  return secret === '' ? undefined : createSecretKey(secret, 'utf8');
}

/** Header and payload of the token that would be sent now. */
export function describeToken(request: TokenRequest, ports: Ports): TokenDescription {
  const iat = Math.floor(ports.now() / 1000);
  return {
    header: { alg: algorithm, typ: 'JWT' },
    payload: {
      ...request.claims, // First: none of them can take the place of one that is made here.
      appId: request.clientId,
      sub: request.subject,
      iat,
      ...(request.expiresInSeconds > 0 && { exp: iat + request.expiresInSeconds }),
      jti: ports.uuid(),
    },
  };
}

/** A signed JWT, the value of the `auth` header. */
export function signToken(request: TokenRequest, key: KeyObject, ports: Ports): string {
  const { header, payload } = describeToken(request, ports);
  return jwt.sign(payload, key, { algorithm: header.alg });
}
