import type * as vscode from 'vscode';
import { type CheckReport, readSheet, type Warnings, warningsOf } from '../../core/checks';
import type { SendableRows } from '../../core/delivery/index';
import { finishInSlices } from '../../core/files/slices';
import { columnsBesides, isExact } from '../../core/mapping/columnMap';
import { fileName } from '../files';
import type { LargeFile } from '../largeFiles/largeFileCheck';
import { loadDelivery } from '../loadDelivery';
import type { MappedCopy } from '../mapping/mapper';

/** A document in the version that was checked. */
export interface Checked {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly report: CheckReport;
}

/** What would be sent of a file, checked: the file itself, or a copy with its columns mapped. */
export interface Sendable extends SendableRows {
  readonly uri: vscode.Uri;
  /** The document that was checked; absent for a file that is too large for one. */
  readonly document?: vscode.TextDocument;
  /** Its version when it was checked; 0 for a file that is no document. */
  readonly version: number;
  /** What warnings the check of it gave. */
  readonly warnings: Warnings;
  /** Whether the editor shows more than the disk holds. */
  readonly hasUnsavedEdits: boolean;
  /** Set for a mapped copy. */
  readonly mapping?: Pick<MappedCopy, 'lines' | 'asLastTime'>;
  /** Names of columns that are sent although they are none of the six, in order. */
  readonly besides: readonly string[];
  /** Names of this product's own columns that the file has, as `importError`: they are not sent. */
  readonly ownColumns: readonly string[];
  /** The file itself may be sent, but its header has more than the six columns: a mapped copy would not. */
  readonly couldBeMapped: boolean;
}

/**
 * The document exactly as the editor shows it, but for this product's own columns, which are never sent.
 * @param bad why rows with errors are held back, by their record in the document's sheet; absent for a file without errors
 */
export async function asItStands(checked: Checked, bad?: ReadonlyMap<number, string>): Promise<Sendable> {
  const { sheetContent } = await loadDelivery();
  const { document, report } = checked;
  // Its own reading of the text, which later edits do not touch.
  const shown = readSheet(document.getText());
  const { source, heldBack } = await finishInSlices(sheetContent(fileName(document.uri), shown, bad));
  return {
    ...{ ...documentOf(checked), source, heldBack },
    warnings: warningsOf(report),
    besides: columnsBesides(source.headerCells),
    ownColumns: report.sheet.ownColumns,
    couldBeMapped: !isExact(source.headerCells),
  };
}

/**
 * The copy of a document whose columns were mapped.
 * @param held why the user holds rows back, by their record in the document
 */
export function mappedSendable(
  checked: Checked,
  { source, recordAt, held: withErrors, warnings, ...mapping }: MappedCopy,
  held: ReadonlyMap<number, string>,
): Sendable {
  const own = { besides: [], ownColumns: [], couldBeMapped: true };
  const heldBack = new Map<number, string>();
  for (let place = 0; held.size + withErrors.size > 0 && place < source.rowCount; place++) {
    const reason = held.get(recordAt(place)) ?? withErrors.get(place);
    if (reason !== undefined) heldBack.set(place, reason);
  }
  return { ...documentOf(checked), source, heldBack, warnings, mapping, ...own };
}

/** A file that is too large for an editor, without errors. */
export function largeSendable(uri: vscode.Uri, { source, report }: LargeFile): Sendable {
  return {
    uri,
    version: 0,
    source,
    heldBack: new Map(),
    warnings: warningsOf(report),
    hasUnsavedEdits: false,
    besides: columnsBesides(source.headerCells),
    ownColumns: source.ownColumns,
    couldBeMapped: false,
  };
}

function documentOf({ document, version }: Checked) {
  return { uri: document.uri, document, version, hasUnsavedEdits: document.isDirty };
}
