import { parseHost } from '../stream/host';
import { isUsable, judgeStreamId } from '../stream/identifiers';
import type { Stream } from '../stream/stream';

/** A part of the contact list, counted in contacts. The parameters' names are inferred from the answer's. */
export interface PageRequest {
  readonly skip: number;
  readonly limit: number;
}

/** Addresses of the contact calls of one stream (API pages "Create Bulk Contacts" and "Get Contacts"). */
export class ContactsEndpoint {
  readonly #base: string;

  /**
   * Throws when the stream's host is not https, or http on loopback, or its id is no path segment: a stream is
   * validated long before, so this is a mistake in the program, and the token must not leave because of it.
   */
  constructor(stream: Pick<Stream, 'host' | 'streamId'>) {
    const host = parseHost(stream.host);
    if (!host.ok) throw new Error(`The stream was not validated: host.${host.problem}`);
    const verdict = judgeStreamId(stream.streamId);
    if (!isUsable(verdict)) throw new Error(`The stream was not validated: streamId.${verdict}`);
    this.#base = `${host.origin}/agentassist/api/v1/public/${encodeURIComponent(stream.streamId)}/contacts`;
  }

  /** `POST`: creates contacts from a CSV file. */
  import(): URL {
    return new URL(`${this.#base}/import-contacts`);
  }

  /** `GET`: one page of the stream's contacts. */
  list({ skip, limit }: PageRequest): URL {
    return new URL(`${this.#base}?skip=${skip}&limit=${limit}`);
  }
}
