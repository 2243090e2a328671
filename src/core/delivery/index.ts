// The part that loads when something is first sent; see lateParts in esbuild.js.
export { StreamClient, type ClientOptions, type StreamWithKey } from './client';
export type { ContactPage, ImportAnswer } from './contactAnswer';
export type { PageRequest } from './endpoint';
export { systemPorts, type Ports } from './ports';
export {
  describeToken,
  signingKey,
  tokenRequest,
  type TokenClaims,
  type TokenDescription,
  type TokenRequest,
} from './token';
export type { CsvFile } from './upload';

export { plansFor, rowsOf, type Plan, type Plans } from './plan';
export { countBatches, largestBatchBytes, type BatchLimits, type ImportContent } from './run/batches';
export { ImportRun } from './run/importRun';
export type { ImportPast, RequestTime, RowPast } from './run/past';
export { RequestQueues, type RequestQueue } from './run/requestQueue';
export type { Outcome, ImportRow, RowResult, ImportEnd } from './run/outcome';
export {
  defaultRetryPolicy,
  type Activity,
  type ContactCalls,
  type Control,
  type ImportParts,
} from './run/ports';
export { ImportReport, type Keeping, type KeptRow, type SettledRow } from './run/report';
export { SheetSource } from './source/sheetSource';
export { linesOf } from './source/linesOf';
export { importContent, picked, tapped, type ImportSource, type RowGroups } from './source/source';

export { FileLedgerStore } from './ledger/fileStore';
export { Hasher, newHashKey } from './ledger/hasher';
export { openOutcomes, ImportHistory, type KnownImport } from './ledger/history';
export { PlacesByHash } from './ledger/places';
export { forget, ImportLedger } from './ledger/importLedger';
export type { ImportRecord } from './ledger/importRecord';

export { checkFile, type FileReport } from '../files/checkFile';
export type { FindingData } from '../files/placedFindings';
export { FileError, type FileProblem } from '../files/fileProblem';
export { readFileRows } from '../files/fileRows';
export { FileSource } from './source/fileSource';
