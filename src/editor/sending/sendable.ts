import type * as vscode from 'vscode';
import { isExact } from '../../core/mapping/columnMap';
import { readSheet } from '../../core/checks/readSheet';
import type { ImportSource } from '../../core/delivery/index';
import { loadDelivery } from '../loadDelivery';
import { fileName } from '../files';

/** What would be sent of a file, checked: the file itself, or a copy with its columns mapped. */
export interface Sendable {
  readonly uri: vscode.Uri;
  readonly source: ImportSource;
  /** Whether the source may be sent as it stands, when all of its rows are. */
  readonly isWhole: boolean;
  /** By place in the source: why a row is held back. Empty when all can be sent. */
  readonly heldBack: ReadonlyMap<number, string>;
  /** How many warnings the check of it gave. */
  readonly warnings: number;
  /** The version of the document that was read; 0 for a file that is no document. */
  readonly version: number;
  /** Whether the editor shows more than the disk holds. */
  readonly hasUnsavedEdits: boolean;
  /** Set for a mapped copy. */
  readonly mapping?: {
    /** One line for each column: its name and where its values come from. Fit for a message. */
    readonly lines: readonly string[];
    /** Not asked this time: the header is one that was mapped before. */
    readonly asLastTime: boolean;
  };
  /** The file itself may be sent, but its header has more than the six columns: a mapped copy would not. */
  readonly couldBeMapped: boolean;
}

/**
 * The document exactly as the editor shows it, but for a column `reason`, which is never sent.
 * @param heldBack why rows with errors are held back, by their record in the document's sheet; absent for a file without errors
 */
export async function asItStands(
  document: vscode.TextDocument,
  warnings: number,
  heldBack?: ReadonlyMap<number, string>,
): Promise<Sendable> {
  const { shownSource } = await loadDelivery();
  // Its own reading of the text, which later edits do not touch.
  const source = shownSource(fileName(document.uri), readSheet(document.getText()));
  return {
    uri: document.uri,
    source,
    isWhole: heldBack === undefined,
    heldBack: byPlace(source, heldBack ?? new Map()),
    warnings,
    version: document.version,
    hasUnsavedEdits: document.isDirty,
    couldBeMapped: !isExact(source.headerCells),
  };
}

function byPlace(
  source: { readonly rowCount: number; recordAt(index: number): number },
  heldBack: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  if (heldBack.size === 0) return places;
  for (let place = 0; place < source.rowCount; place++) {
    const reason = heldBack.get(source.recordAt(place));
    if (reason !== undefined) places.set(place, reason);
  }
  return places;
}
