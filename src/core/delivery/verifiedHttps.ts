import { AsyncLocalStorage } from 'node:async_hooks';
import type { ClientRequest } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { systemError } from '../files/systemError';

/** What a proxy did to a request that never got beyond it. */
export interface ProxyObstacle {
  /** Node's code for why there was no connection to the proxy, when it told one; absent for a proxy that refused. */
  readonly systemCode?: string;
}

/** Filled in while a request is on its way. */
export interface Route {
  stoppedBy?: ProxyObstacle;
}

/** Where a request finds the route that it is to fill in: node-fetch gives its requests to nobody. */
export const currentRoute = new AsyncLocalStorage<Route>();

/** What the agent of VS Code tells with `proxy`: the way that it chose, and how far it came. */
interface ProxyEvent {
  readonly error?: unknown;
  /** A connection, or an agent that is to make one. */
  readonly socket?: unknown;
}

/**
 * What node-fetch gets for `node:https`; see verifyHosts in esbuild.js. Every request says by itself that the host's
 * certificate is to be verified: without a word Node asks `NODE_TLS_REJECT_UNAUTHORIZED`, which any other extension in
 * this process can set at any time. An agent could not say it, for VS Code puts its own in place of it; that one passes
 * a request's options on. `https.request` is read anew each time: VS Code changes the module in place.
 */
const verifiedHttps = {
  request(url: URL, options: RequestOptions): ClientRequest {
    const request = https.request(url, { ...options, rejectUnauthorized: true });
    const route = currentRoute.getStore();
    if (route) request.on('proxy', (event: ProxyEvent) => noteProxy(event, route));
    return request;
  },
};

/**
 * The error of the request itself has no code, and the answer of a proxy that refuses looks like one of the host: it
 * comes over a connection without TLS that the request was never written to.
 */
function noteProxy({ error, socket }: ProxyEvent, route: Route): void {
  if (error !== undefined) {
    const { code } = systemError(error);
    route.stoppedBy = { ...(code !== undefined && { systemCode: code }) };
  } else if (socket instanceof Socket && !(socket instanceof TLSSocket)) {
    route.stoppedBy = {};
  }
}

export default verifiedHttps;
