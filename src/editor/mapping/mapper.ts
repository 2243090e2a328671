import type * as vscode from 'vscode';
import { l10n } from 'vscode';
import { check, type CheckReport } from '../../core/checks/check';
import { readSheet } from '../../core/checks/readSheet';
import { settingsForSending, type RuleSettings } from '../../core/checks/severity';
import { warningsOf, type Warnings } from '../../core/checks/warningKinds';
import type { ContactSheet } from '../../core/checks/sheet';
import type { PhoneNumbers } from '../../core/contact/phoneNumbers';
import type { ImportSource } from '../../core/delivery/index';
import { guessMap, isContactItself, type ColumnMap, type RememberedMap } from '../../core/mapping/columnMap';
import { mappedCells, mapSheet } from '../../core/mapping/mapSheet';
import { structureOnly } from '../../core/mapping/obstacles';
import { mostMarkers } from '../checking/diagnostics';
import { runInSlices } from '../../core/files/slices';
import { loadDelivery } from '../loadDelivery';
import { fileName, shownName } from '../files';
import { askColumns } from './askColumns';
import { refuseMapped } from './refuseMapped';
import { mappingLines } from './sourceLabels';
import { UserError } from '../errors';
import { offerProblems } from '../checking/problemsView';

/** A copy of a document with its columns mapped onto the six, without errors. */
export interface MappedCopy {
  /** Its rows; each stands on the line of the user's file from which it was made. */
  readonly source: ImportSource;
  /** The document's record of which the row at a place of the source was made. */
  readonly recordAt: (place: number) => number;
  /** What warnings the check of it gave. */
  readonly warnings: Warnings;
  /** One line for each column: its name and where its values come from. Fit for a message. */
  readonly lines: readonly string[];
  /** Not asked this time: the header is one that was mapped before. */
  readonly asLastTime: boolean;
}

/** Where maps are kept from one time to the next. */
export interface ColumnMaps {
  columnMapFor(headers: readonly string[]): RememberedMap | undefined;
  setColumnMap(map: RememberedMap): Promise<void>;
}

/** Makes copies of files with their columns mapped onto the six. The file itself is only read. */
export class ColumnMapper {
  constructor(
    private readonly maps: ColumnMaps,
    private readonly settings: { checkRules(scope: vscode.Uri): RuleSettings },
    private readonly loadPhones: () => Promise<PhoneNumbers>,
  ) {}

  /** How a file with exactly this header was mapped last; `undefined` when there was none. */
  lastTime({ headers }: ContactSheet): ColumnMap | undefined {
    return isContactItself(headers) ? undefined : this.maps.columnMapFor(headers)?.columns;
  }

  /**
   * Asks how to map the columns, standing on those of last time or the best guess, and remembers the answer.
   * @returns the mapped copy, checked; `undefined` when the user gives up, or when errors keep it from being sent,
   * which are then shown
   * @throws UserError when the file has no header to map
   */
  async ask(document: vscode.TextDocument, sheet: ContactSheet): Promise<MappedCopy | undefined> {
    if (!(await this.isSound(document, sheet))) return undefined;
    const { headers } = sheet;
    const columns = await askColumns(document, sheet, this.lastTime(sheet) ?? guessMap(headers));
    if (columns === undefined) return undefined;
    await this.maps.setColumnMap({ headers, columns });
    return await this.apply(document, sheet, columns, false);
  }

  /** The copy that a map makes, checked as a file is. `undefined` when it has errors, which are then shown. */
  async apply(
    document: vscode.TextDocument,
    sheet: ContactSheet,
    columns: ColumnMap,
    asLastTime: boolean,
  ): Promise<MappedCopy | undefined> {
    const mapped = mapSheet(sheet, columns);
    const rules = settingsForSending(this.settings.checkRules(document.uri));
    const report = await this.check(readSheet(mapped.text), rules);
    if (report.counts.error > 0) {
      refuseMapped(document, { sheet, columns, mapped, report });
      return undefined;
    }
    const { copySource } = await loadDelivery();
    const { records } = mapped;
    const source = copySource(fileName(document.uri), sheet, report.sheet, {
      records,
      cellsOf: (record) => mappedCells(sheet, columns, record),
    });
    return {
      source,
      // The first record of the copy is its header.
      recordAt: (place) => records[source.recordAt(place) - 1] ?? 0,
      warnings: warningsOf(report),
      lines: mappingLines(columns, sheet.headers),
      asLastTime,
    };
  }

  /** Whether it is sure which value is in which column. Says so when it is not. */
  private async isSound(document: vscode.TextDocument, sheet: ContactSheet): Promise<boolean> {
    const name = shownName(document.uri);
    if (isContactItself(sheet.headers)) {
      throw new UserError(
        l10n.t(
          'The first line of {0} seems to be a contact. Columns are mapped by their names: insert a header above it first.',
          name,
        ),
      );
    }
    const rules = structureOnly(this.settings.checkRules(document.uri));
    const { counts } = await this.check(sheet, rules);
    if (counts.error === 0) return true;
    const message =
      counts.error === 1
        ? l10n.t('The columns of {0} cannot be mapped before 1 error is corrected.', name)
        : l10n.t(
            'The columns of {0} cannot be mapped before {1} errors are corrected.',
            name,
            counts.error.toLocaleString(),
          );
    void offerProblems(document, message, 'error');
    return false;
  }

  private async check(sheet: ContactSheet, settings: RuleSettings): Promise<CheckReport> {
    const options = { phones: await this.loadPhones(), settings, limit: mostMarkers, forSending: true };
    const report = await runInSlices(check(sheet, options), new AbortController().signal);
    if (report === undefined) throw new Error('A check that nobody can stop was stopped.');
    return report;
  }
}
