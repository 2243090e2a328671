import { randomBytes, randomUUID } from 'node:crypto';

/** Who the sandbox is: one app, one stream, one account. Ids are spelled as on the API page. */
export interface Identity {
  /** `st-…` */
  readonly streamId: string;
  /** `cs-…`, the `appId` of a token. */
  readonly clientId: string;
  /** What tokens are signed with. */
  readonly clientSecret: string;
  /** 24 hex digits. */
  readonly accountId: string;
  /** `o-…` */
  readonly orgId: string;
  /** `u-…`, the user in whose name contacts are created. */
  readonly userId: string;
}

/** A fresh identity: nothing that was once printed or stored opens a later sandbox, unless its secret is given. */
export function createIdentity(clientSecret = randomBytes(32).toString('base64url')): Identity {
  return {
    streamId: `st-${randomUUID()}`,
    clientId: `cs-${randomUUID()}`,
    clientSecret,
    accountId: objectId(),
    orgId: `o-${randomUUID()}`,
    userId: `u-${randomUUID()}`,
  };
}

/** An id in the style of the API's accounts and contacts: 24 hex digits. */
export function objectId(): string {
  return randomBytes(12).toString('hex');
}

/**
 * Ids in the same style, each another one, made as MongoDB makes such ids: a random part and a counter. Random bytes
 * for every contact would take longer than all else that is done for it.
 */
export class ObjectIds {
  readonly #start = randomBytes(8).toString('hex');
  #count = 0;

  next(): string {
    this.#count += 1;
    return this.#start + this.#count.toString(16).padStart(8, '0');
  }
}
