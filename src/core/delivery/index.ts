// The part that loads when something is first sent; see lateParts in esbuild.js.
export { StreamClient, type ClientOptions, type Target } from './client';
export type { ContactPage } from './contactAnswer';
export type { PageRequest } from './endpoint';
export { systemPorts, type Ports } from './ports';
export { reconcile, type Reconciliation, type RowMatch, type SentRow } from './reconcile';
export {
  describeToken,
  signingKey,
  tokenRequest,
  type TokenClaims,
  type TokenDescription,
  type TokenRequest,
} from './token';
export type { CsvFile } from './upload';
