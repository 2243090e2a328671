import https, { type RequestOptions } from 'node:https';
import type { ClientRequest } from 'node:http';

/**
 * What node-fetch gets for `node:https`; see verifyHosts in esbuild.js. Every request says by itself that the host's
 * certificate is to be verified: without a word Node asks `NODE_TLS_REJECT_UNAUTHORIZED`, which any other extension in
 * this process can set at any time. An agent could not say it, for VS Code puts its own in place of it; that one passes
 * a request's options on. `https.request` is read anew each time: VS Code changes the module in place.
 */
const verifiedHttps = {
  request: (url: URL, options: RequestOptions): ClientRequest =>
    https.request(url, { ...options, rejectUnauthorized: true }),
};

export default verifiedHttps;
