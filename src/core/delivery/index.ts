// The part that loads when something is first sent; see lateParts in esbuild.js.
export { StreamClient, type ClientOptions, type StreamWithKey } from './client';
export type { ImportAnswer } from './contactAnswer';
export type { ContactPage } from './contactPage';
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

export type { Claim } from './claims/claim';
export { claimedJournal } from './claims/claimedJournal';
export { Claims } from './claims/claims';
export { SharedPace } from './claims/sharedPace';
export { Clearance, isNameTyped, streamTaken, type Cleared, type ClearanceRefusal } from './clearance';
export {
  closedAtFirst,
  type ClosedRows,
  actionOutcomes,
  endReport,
  type EndReport,
  type FollowUpAction,
  lookUpOutcomes,
  type OutcomeCounts,
  type ToldCounts,
  type SessionEnd,
} from './outcomeActions';
export { doubtfulRows, plannedContent, restContent, plansFor, type Plan, type Plans } from './plan';
export {
  countElsewhere,
  countLeft,
  closedIn,
  countOpen,
  countToLookFor,
  hasUnknownMissing,
  leftOutIn,
  nameEdited,
  openRows,
  rowsToLookFor,
  type Reopened,
} from './reopened';
export {
  importsByDay,
  lookOf,
  mayLookUp,
  possibleActions,
  type ImportDay,
  type ImportLook,
} from './importList';
export { countSampleRows } from './sampleRows';
export { importsOfFile, type WantedImports } from './fileImports';
export { hasMost, rowsInFile, type RowsInFile } from './chosenFile';
export { moveFiles, type NewAddress } from './moveFiles';
export {
  OutcomeMarks,
  overviewOf,
  worstFirst,
  type LineEdit,
  type MarkedRow,
  type OutcomeRun,
} from './outcomeMarks';
export { findAgain, placesToFind, type FindingEnd, type FoundAgain, type LongRead } from './findAgain';
export { reportOfRecord } from './goneRows';
export { foundAgain, toldRows } from './toldRows';
export { recordedRows } from './recordedRows';
export { lookAgain, reopen, usableImport, type ResumeRefusal } from './resume';
export { hashesOf, RowsByHash } from './rowsByHash';
export { countBatches, largestBatchBytes, type BatchLimits, type ImportContent } from './run/batches';
export type { Mismatch } from './run/mismatch';
export { leftMissing, leftRows, mendedRows } from './leftRows';
export { endImport } from './endImport';
export { alsoHeldBack, linesToHoldBack } from './linesToHoldBack';
export { ImportRun } from './run/importRun';
export type { ImportPast, RequestTime, RowPast, RowsToLookFor } from './run/past';
export { RequestQueues, type RequestQueue } from './run/requestQueue';
export { readPage } from './run/requests';
export type { MarkedOutcome, Outcome, ImportRow, RowNote, RowResult, ImportEnd } from './run/outcome';
export {
  defaultRetryPolicy,
  policyFor,
  type Activity,
  type ContactCalls,
  type Control,
  type ImportParts,
  type LongLook,
} from './run/ports';
export { ImportReport, reportFor, type KeptRow, type SettledRow } from './run/report';
export { copySource, sheetContent, shownSource } from './source/sheetContent';
export {
  importContent,
  picked,
  placedSource,
  tapped,
  type ImportSource,
  type RowGroups,
  type SendableRows,
} from './source/source';

export { EarlierRows, isOnStream, type EarlierRow, type LeftOutOf } from './ledger/earlierRows';
export { asSent } from './asSent';
export { askForRest } from './askForRest';
export { FileLedgerStore } from './ledger/fileStore';
export { Hasher, newHashKey } from './ledger/hasher';
export { ImportHistory, type KnownImport } from './ledger/history';
export type { ImportState, ImportSummary } from './ledger/summaries';
export { forget, ImportLedger, moveFile } from './ledger/importLedger';
export { openOutcomes, type ImportRecord } from './ledger/importRecord';

export { convertToUtf8, isWritable } from '../files/convertFile';
export { checkFile, type FileReport } from '../files/checkFile';
export type { CheckedFile } from '../files/checkedFile';
export { FileError, type FileProblem } from '../files/fileProblem';
export { StorageError } from '../files/storageError';
export { FileSource } from './source/fileSource';
