import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks/check';
import type { ContactSheet } from '../../core/checks/sheet';
import { contactColumns } from '../../core/contact/columns';
import type { OffsetRange } from '../../core/csv/range';
import type { ColumnMap } from '../../core/mapping/columnMap';
import type { MappedSheet } from '../../core/mapping/mapSheet';
import { toRange } from '../checking/diagnostics';
import { findingMessage } from '../checking/findingMessage';
import { fullId } from '../commandIds';
import { shownName } from '../files';
import { headerLabel } from './sourceLabels';

/** A mapped copy, how it was made, and what the check of it found. */
export interface CheckedMapping {
  readonly sheet: ContactSheet;
  readonly columns: ColumnMap;
  readonly mapped: MappedSheet;
  readonly report: CheckReport;
}

/** Says what is wrong with the mapped values and where that is in the user's file. Does not wait for an answer. */
export function refuseMapped(document: vscode.TextDocument, mapping: CheckedMapping): void {
  const { error } = mapping.report.counts;
  const name = shownName(document.uri);
  const place = placeOf(document, mapping);
  const message =
    error === 1
      ? vscode.l10n.t('{0} was not sent. {1}', name, place.words)
      : vscode.l10n.t(
          '{0} was not sent: with its columns mapped it has {1} errors. The first: {2}',
          name,
          error.toLocaleString(),
          place.words,
        );
  void show(document, message, place.range);
}

async function show(document: vscode.TextDocument, message: string, range?: OffsetRange): Promise<void> {
  const goThere = vscode.l10n.t('Go to Line');
  const map = vscode.l10n.t('Map Columns…');
  const choice = await vscode.window.showErrorMessage(message, ...(range ? [goThere] : []), map);
  if (choice === map) await vscode.commands.executeCommand(fullId('mapColumns'), document.uri);
  if (choice === goThere && range) {
    await vscode.window.showTextDocument(document, { selection: toRange(document, range) });
  }
}

/** The first error, with line and column of the user's file; `range` is the cell there, or the row. */
function placeOf(
  document: vscode.TextDocument,
  { sheet, columns, mapped, report }: CheckedMapping,
): { readonly words: string; readonly range?: OffsetRange } {
  const finding = report.findings[0]?.finding;
  if (finding === undefined) return { words: '' };
  const what = findingMessage(finding);
  const cell = report.sheet.table.cellAt(finding.range.start);
  const record = cell && mapped.records[cell.record - 1];
  const column = cell && contactColumns[cell.field];
  if (record === undefined || column === undefined) return { words: what };
  const row = sheet.table.recordRange(record);
  const line = document.positionAt(row.start).line + 1;
  const source = columns[column];
  if ('constant' in source) {
    return { words: vscode.l10n.t('Line {0}, value for all rows: {1}', line, what), range: row };
  }
  const header = headerLabel(sheet.headers, source.field);
  const range =
    source.field < sheet.table.fieldCount(record) ? sheet.table.fieldRange(record, source.field) : row;
  return { words: vscode.l10n.t('Line {0}, column “{1}”: {2}', line, header, what), range };
}
