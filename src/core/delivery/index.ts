// The part that loads when something is first sent; see lateParts in esbuild.js.
export { StreamClient, type ClientOptions, type Target } from './client';
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

export { countBatches, largestBatchBytes, type BatchLimits, type Outgoing } from './run/batches';
export { ImportRun } from './run/importRun';
export { Lanes, type Lane } from './run/lane';
export type { Outcome, OutgoingRow, RowResult, RunEnd } from './run/outcome';
export { patient, type Activity, type ContactCalls, type Control, type ImportParts } from './run/ports';
export { ImportReport, type Keeping, type KeptRow, type SettledRow } from './run/report';
export { SheetSource } from './source/sheetSource';
export { linesOf } from './source/linesOf';
export { outgoing, picked, tapped, type ImportSource, type RowGroups } from './source/source';

export { FileLedgerStore } from './ledger/fileStore';
export { Hasher, newHashKey } from './ledger/hasher';
export { openOutcomes, RunHistory, type KnownRun } from './ledger/history';
export { PlacesByHash } from './ledger/places';
export { forget, RunLedger } from './ledger/runLedger';
export type { RunRecord } from './ledger/runRecord';

export { checkDisk, type DiskReport } from './disk/checkDisk';
export type { FindingData } from './disk/diskTally';
export { DiskError, type DiskProblem } from './disk/problem';
export { readRows } from './disk/readRows';
export { DiskSource } from './source/diskSource';
