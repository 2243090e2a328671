import type * as vscode from 'vscode';
import type { ContactSheet } from '../../core/checks';
import type { Country } from '../../core/contact';
import type { CheckedMapping } from '../../core/mapping/checkMapping';
import type { ColumnMap } from '../../core/mapping/columnMap';
import type { Guess } from '../../core/mapping/guess';
import type { HeldReason } from '../../core/mapping/heldRows';
import type { MapNeeds } from '../../core/mapping/rowReading';
import type { ReadForMap } from '../../core/mapping/readForMap';

/** A file whose columns are being mapped, and what is asked about it. */
export interface Mapping extends ReadForMap {
  readonly document: vscode.TextDocument;
  /** The document as the editor shows it, of which {@link sheet} is what the map reads. */
  readonly shown: ContactSheet;
  readonly needs: MapNeeds;
  /** What the file suggests. */
  readonly guess: Guess;
  readonly countries: readonly Country[];
  /** Rows that cannot be read for sure, by record. */
  readonly unsound: ReadonlyMap<number, readonly HeldReason[]>;
  /** What a map makes of the file; `undefined` once the signal is aborted. */
  check(columns: ColumnMap, signal: AbortSignal): Promise<CheckedMapping | undefined>;
}
