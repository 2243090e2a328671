import type { IncomingMessage } from 'node:http';

import { readContactRows } from './contactCsv';
import type { ContactStore } from './contacts';
import { invalidArguments, methodNotAllowed, notFound } from './errors';
import type { CallName, SandboxHooks } from './hooks';
import { receiveResultFile } from './multipart';
import { requireValues } from './rowProblems';

/** A call whose path and method are known; it is authorized before it is received. */
export interface Route {
  readonly streamId: string;
  readonly call: CallName;
  readonly receive: (request: IncomingMessage, parts: CallParts) => Promise<Received> | Received;
}

/** What the endpoints work with. */
export interface CallParts {
  readonly store: ContactStore;
  readonly hooks: SandboxHooks;
}

/** A request that has wholly arrived, and is being processed whether or not anybody waits for the answer. */
export interface Received {
  readonly answer: Promise<Answer>;
}

/** What a successful call sends back. */
export interface Answer {
  /** Sent as JSON with status 200, which is what the API page's sample implies. */
  readonly body: unknown;
  /** Counts for the log; nothing personal. */
  readonly note: string;
}

/** Contacts a page when `limit` is not given; the API's own figure is unknown. */
const defaultLimit = 50;

const base = /^\/agentassist\/api\/v1\/public\/([^/]+)(\/.+)$/;

/** By the path after the stream. */
const endpoints = new Map<string, Omit<Route, 'streamId'> & { readonly method: string }>([
  ['/contacts/import-contacts', { method: 'POST', call: 'import', receive: importContacts }],
  ['/contacts', { method: 'GET', call: 'list', receive: listContacts }],
]);

/**
 * The documented calls that the sandbox has. Throws 404 for any other path and 405 for any other method, which includes
 * the sibling pages' `POST /contacts`: nothing here sends it.
 */
export function route({ method, url = '' }: IncomingMessage): Route {
  const [, streamId = '', path = ''] = base.exec(pathOf(url)) ?? [];
  const endpoint = endpoints.get(path);
  if (!endpoint) throw notFound();
  if (method !== endpoint.method) throw methodNotAllowed(endpoint.method);
  return { streamId, call: endpoint.call, receive: endpoint.receive };
}

/** A request target's path when it is one of the stream's, for the log: any other may hold anything, names and numbers too. */
export function shownPath(target: string, ownStreamId: string): string {
  const path = pathOf(target);
  const [, streamId, call = ''] = base.exec(path) ?? [];
  return streamId === ownStreamId && endpoints.has(call) ? path : '(another path)';
}

/** A request target without its query. */
export function pathOf(target: string): string {
  return target.replace(/\?.*/s, '');
}

/** The page "Create Bulk Contacts". All rows are read before the first is stored: a refused file leaves nothing behind. */
async function importContacts(request: IncomingMessage, { store, hooks }: CallParts): Promise<Received> {
  const rows = await receiveResultFile(request, readContactRows);
  const stored = hooks.arrived?.(rows);
  requireValues(rows);
  const create = () => {
    const { created, answer: body } = store.add(rows);
    stored?.(created);
    return { body, note: `${rows.length} rows, ${created} created` };
  };
  return { answer: hooks.create ? hooks.create(create) : Promise.resolve(create()) };
}

/** The sibling page: `skip` and `limit` are inferred from the answer, where they stand. */
function listContacts({ url = '' }: IncomingMessage, { store }: CallParts): Received {
  const query = new URLSearchParams(url.slice(pathOf(url).length));
  const body = store.page(whole(query, 'skip', 0, 0), whole(query, 'limit', 1, defaultLimit));
  const note = `${body.results.length} of ${body.totalResults} contacts`;
  return { answer: Promise.resolve({ body, note }) };
}

function whole(query: URLSearchParams, name: string, least: number, absent: number): number {
  const text = query.get(name);
  if (text === null) return absent;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (value < least) throw invalidArguments(`${name} must be a whole number from ${least}`);
  return value;
}
