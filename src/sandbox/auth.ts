import { decodeJwt, errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';

import { invalidCredentials, invalidToken } from './errors';
import type { Identity } from './identity';

/** How far two clocks may be apart, in seconds. */
const clockTolerance = 5;

/**
 * Checks a call's token as the API documents it: HS256 with the app's client secret, `appId` naming the app; `exp` and
 * `nbf` count when they are there. Throws the documented 401.
 *
 * The app is looked up before the signature is checked, as a server with many apps must do to know the secret. So a
 * wrong client ID is answered "Invalid SDK credentials", and a wrong secret "Invalid JWT token".
 *
 * @param token the `auth` header: the JWT itself, without `Bearer`
 * @param streamId the stream in the path
 */
export async function authorize(
  token: string | undefined,
  streamId: string,
  { identity, now }: { readonly identity: Identity; readonly now: () => Date },
): Promise<void> {
  if (token === undefined) throw invalidToken();
  try {
    const { appId } = decodeJwt<JWTPayload & { appId?: unknown }>(token);
    if (appId !== identity.clientId || streamId !== identity.streamId) throw invalidCredentials();
    await jwtVerify(token, new TextEncoder().encode(identity.clientSecret), {
      algorithms: ['HS256'],
      clockTolerance,
      currentDate: now(),
    });
  } catch (error) {
    if (error instanceof errors.JOSEError) throw invalidToken();
    throw error;
  }
}
