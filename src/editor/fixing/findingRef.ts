import * as vscode from 'vscode';
import { type CheckReport, type Finding, type FindingCode, findingCodes } from '../../core/checks';
import { changedMeanwhile } from './apply';
import type { FreshReports } from './freshReports';
import { isSameText } from './sameText';

/** Names a finding in the arguments of a command, as plain data. */
export interface FindingRef {
  readonly uri: string;
  /** The version of the document in which it was found. */
  readonly version: number;
  readonly code: FindingCode;
  /** Where its range starts, in UTF-16 units. */
  readonly start: number;
}

/** What a {@link FindingRef} names, in a document whose text is still the same. */
export interface Found {
  readonly document: vscode.TextDocument;
  readonly report: CheckReport;
  readonly finding: Finding;
}

/** The name of a finding in the document as it stands now. */
export function refTo(document: vscode.TextDocument, { code, range }: Finding): FindingRef {
  return { uri: document.uri.toString(), version: document.version, code, start: range.start };
}

/** Whether the argument of a command names a finding: anyone may call a command with anything. */
export function isFindingRef(value: unknown): value is FindingRef {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, version, code, start } = value as Partial<Record<keyof FindingRef, unknown>>;
  return (
    typeof uri === 'string' &&
    typeof version === 'number' &&
    findingCodes.some((known) => known === code) &&
    typeof start === 'number'
  );
}

/**
 * Finds it again.
 * @throws UserError when the document was changed or closed since
 */
export async function findAgain(ref: FindingRef, reports: FreshReports): Promise<Found> {
  const uri = vscode.Uri.parse(ref.uri);
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === ref.uri);
  if (document === undefined || !isSameText(document, ref.version)) throw changedMeanwhile(uri);
  const report = await reports.of(document);
  const graded = report?.findings.find(
    ({ finding }) => finding.code === ref.code && finding.range.start === ref.start,
  );
  if (report === undefined || graded === undefined) throw changedMeanwhile(uri);
  return { document, report, finding: graded.finding };
}
