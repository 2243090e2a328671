import * as vscode from 'vscode';
import { contactColumns } from '../../core/contact';
import type { CheckedMapping } from '../../core/mapping/checkMapping';
import type { ColumnMap } from '../../core/mapping/columnMap';
import type { HeldReason } from '../../core/mapping/heldRows';
import { mapRow } from '../../core/mapping/mapRow';
import { type MappedRow } from '../../core/mapping/rowReading';
import { toRange } from '../checking/diagnostics';
import { counted, shownNumber } from '../counted';
import { ask, type Place, type Reply } from '../quickInput';
import { heldCount, heldMessage, linesAboveMessage } from './heldMessages';
import type { Mapping } from './mapping';
import { lineOf, placeOf } from './placeOf';
import { valueLabel } from './sourceLabels';

const rowsShown = 3;
/** So many rows are looked at for the first ones. */
const mostLooked = 1000;
/** A longer list than anyone reads; the others are counted. */
const mostHeld = 500;

interface PreviewItem extends vscode.QuickPickItem {
  readonly goesOn?: true;
  /** A row that is held back, to which choosing it goes. */
  readonly record?: number;
}

/**
 * Shows what the first rows will have in each column, and every row that is held back, with why; waits for the user to
 * go on. In the quick pick, so that Back leads to the columns; a document would be checked and offered for sending itself.
 */
export async function showPreview(mapping: Mapping, columns: ColumnMap): Promise<Reply<true>> {
  const { document } = mapping;
  const place: Place = { title: vscode.l10n.t('Map Columns: Preview'), canGoBack: true };
  const pick = vscode.window.createQuickPick<PreviewItem>();
  const goOn: PreviewItem = {
    label: `$(check) ${vscode.l10n.t('Continue with These Columns')}`,
    description: vscode.l10n.t('nothing is sent before you confirm it'),
    goesOn: true,
    alwaysShow: true,
  };
  const first = [goOn, ...linesAbove(mapping), ...firstRows(mapping, columns)];
  pick.placeholder = vscode.l10n.t('The first rows as they will be sent. Go back to change a column.');
  pick.matchOnDescription = true;
  pick.items = first;
  pick.activeItems = [goOn];
  pick.busy = true;
  const ended = new AbortController();
  let checked: CheckedMapping | undefined;
  void mapping.check(columns, ended.signal).then((result) => {
    if (ended.signal.aborted || result === undefined) return;
    checked = result;
    pick.busy = false;
    pick.items = [...first, ...heldItems(mapping, result)];
    pick.activeItems = [goOn];
  });
  try {
    return await ask<true>(pick, place, (resolve) => [
      pick.onDidAccept(() => {
        const chosen = pick.selectedItems[0];
        if (chosen?.goesOn) resolve(true);
        if (chosen?.record !== undefined) void goTo(chosen.record);
      }),
    ]);
  } finally {
    ended.abort();
  }

  /** Shows the cell that is the reason, and keeps the list open. */
  async function goTo(record: number): Promise<void> {
    const reasons = checked?.held.get(record) ?? [];
    const selection = toRange(document, placeOf(mapping, columns, record, reasons[0]));
    await vscode.window.showTextDocument(document, { selection, preserveFocus: true });
  }
}

/** What is left out above the header: rows may be meant there. */
function linesAbove({ linesAbove: count }: Mapping): readonly PreviewItem[] {
  return count === 0 ? [] : [{ label: `$(info) ${linesAboveMessage(count)}`, alwaysShow: true }];
}

/** The first rows that are not held back for what the map cannot tell of them. */
function firstRows(mapping: Mapping, columns: ColumnMap): readonly PreviewItem[] {
  const { sheet, needs, unsound } = mapping;
  const records: number[] = [];
  const rows: MappedRow['values'][] = [];
  const last = Math.min(sheet.recordCount, mostLooked);
  for (let record = 1; record < last && rows.length < rowsShown; record++) {
    if (!sheet.isRow(record) || unsound.has(record)) continue;
    const { values, untold } = mapRow(sheet, columns, record, needs);
    if (untold.length > 0) continue;
    records.push(record);
    rows.push(values);
  }
  const lines = records.map((record) => shownNumber(lineOf(mapping, record)));
  const label = counted(vscode.l10n.t('{count, plural, one {line {lines}} other {lines {lines}}}'), {
    count: lines.length,
    lines: lines.join(', '),
  });
  if (rows.length === 0) return [];
  return [
    { label, kind: vscode.QuickPickItemKind.Separator },
    // A line for each column: a row of all six, or their header, is wider than the box.
    ...contactColumns.map((column) => ({
      label: column,
      description: rows.map((values) => valueLabel(values[column])).join(' · '),
    })),
  ];
}

function heldItems(mapping: Mapping, { columns, held }: CheckedMapping): readonly PreviewItem[] {
  const { sheet } = mapping;
  if (held.size === 0) return [];
  const items = Array.from(held).slice(0, mostHeld);
  return [
    {
      label: heldCount(held.size),
      kind: vscode.QuickPickItemKind.Separator,
    },
    ...items.map(([record, reasons]: readonly [number, readonly HeldReason[]]) => ({
      label: vscode.l10n.t('line {0}', shownNumber(lineOf(mapping, record))),
      description: heldMessage(reasons, columns, sheet.headers),
      record,
    })),
    ...(held.size > mostHeld
      ? [{ label: vscode.l10n.t('and {0} more', shownNumber(held.size - mostHeld)) }]
      : []),
  ];
}
