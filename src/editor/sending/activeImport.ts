import type * as vscode from 'vscode';
import type {
  ClosedRows,
  ImportLedger,
  ImportPast,
  ImportReport,
  ImportSource,
} from '../../core/delivery/index';
import type { NotSent } from '../results/liveResults';
import type { StreamWithSecret } from '../streams/listed';

/** An import that is going on, or has just ended. */
export interface ActiveImport extends NotSent {
  readonly uri: vscode.Uri;
  /** The version of the document that was read. */
  readonly version: number;
  readonly target: StreamWithSecret;
  readonly source: ImportSource;
  readonly report: ImportReport;
  readonly ledger: ImportLedger;
  /** ISO 8601, when it began: a resume does not change that. */
  readonly at: string;
  /** How many rows are closed to what can be done next. */
  readonly closed: ClosedRows;
  /** What the ledger told of the import before it went on; absent for a new one. */
  readonly past?: ImportPast;
  /** What the notification is headed with. */
  readonly title: string;
  /** Whether refused rows are known to be refused by themselves when it is through. */
  readonly searches: boolean;
}
