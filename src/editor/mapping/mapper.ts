import type * as vscode from 'vscode';
import { env, l10n } from 'vscode';
import {
  type ContactSheet,
  readSheet,
  type RuleSettings,
  settingsForSending,
  type Warnings,
  warningsOf,
} from '../../core/checks';
import type { PhoneNumbers } from '../../core/contact';
import type { ImportSource } from '../../core/delivery/index';
import { finishInSlices, runInSlices } from '../../core/files/slices';
import { checkMapping } from '../../core/mapping/checkMapping';
import { isContactItself, type ColumnMap, type RememberedMap } from '../../core/mapping/columnMap';
import { guessColumns } from '../../core/mapping/guessColumns';
import type { MapNeeds } from '../../core/mapping/rowReading';
import { mappedCells, mapSheet } from '../../core/mapping/mapSheet';
import { findObstacles, type Soundness } from '../../core/mapping/obstacles';
import { readForMap, type ReadForMap } from '../../core/mapping/readForMap';
import { showProblemsOf } from '../checking/problemsView';
import { UserError } from '../errors';
import { fileName, shownName } from '../files';
import { loadDelivery } from '../loadDelivery';
import { askColumns } from './askColumns';
import { heldMessage, linesAboveMessage } from './heldMessages';
import type { Mapping } from './mapping';
import { refuseMapped, refuseToMap } from './refuseMapped';
import { mappingLines } from './sourceLabels';

/** A copy of a document with its columns mapped onto the six. */
export interface MappedCopy {
  /** Its rows, those that are held back too; each stands on the line of the user's file from which it was made. */
  readonly source: ImportSource;
  /** The document's record of which the row at a place of the source was made. */
  readonly recordAt: (place: number) => number;
  /** By place in the source: why rows are held back. */
  readonly held: ReadonlyMap<number, string>;
  /** What warnings the check of it gave. */
  readonly warnings: Warnings;
  /** One line for each column, its name and where its values come from, and what is left out. Fit for a message. */
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
  lastTime(document: vscode.TextDocument, sheet: ContactSheet): ColumnMap | undefined {
    const { headers } = this.read(document, sheet).sheet;
    return isContactItself(headers) ? undefined : this.maps.columnMapFor(headers)?.columns;
  }

  /**
   * Asks how to map the columns, standing on those of last time or what the file suggests, and remembers the answer.
   * @returns the mapped copy, checked; `undefined` when the user gives up, or when none of it can be sent, which is then
   * told
   * @throws UserError when the file has no header to map, or no rows
   */
  async ask(document: vscode.TextDocument, sheet: ContactSheet): Promise<MappedCopy | undefined> {
    const { headers } = this.read(document, sheet).sheet;
    if (isContactItself(headers)) {
      throw new UserError(
        l10n.t(
          'The first line of {0} looks like a contact. Insert a header above it, then map its columns.',
          shownName(document.uri),
        ),
        { label: l10n.t('Show Problems'), run: () => showProblemsOf(document) },
      );
    }
    const mapping = await this.open(document, sheet);
    if (mapping === undefined) return undefined;
    const known = this.lastTime(document, sheet);
    const columns = await askColumns(mapping, known);
    if (columns === undefined) return undefined;
    await this.maps.setColumnMap({ headers, columns });
    return await this.copyOf(mapping, columns, false);
  }

  /** The copy that a map makes, checked as a file is. `undefined` when none of it can be sent, which is then told. */
  async apply(
    document: vscode.TextDocument,
    sheet: ContactSheet,
    columns: ColumnMap,
    asLastTime: boolean,
  ): Promise<MappedCopy | undefined> {
    const mapping = await this.open(document, sheet);
    return mapping && (await this.copyOf(mapping, columns, asLastTime));
  }

  /** The rows of the copy that {@link lastTime} makes, unchecked: to recognise what was sent. `undefined` as there. */
  async rowsOfLastTime(
    document: vscode.TextDocument,
    shown: ContactSheet,
  ): Promise<ImportSource | undefined> {
    const columns = this.lastTime(document, shown);
    if (columns === undefined) return undefined;
    const { sheet, inFile } = this.read(document, shown);
    const needs: MapNeeds = { phones: await this.loadPhones(), language: env.language };
    const mapped = await runInSlices(mapSheet(sheet, columns, needs), new AbortController().signal);
    if (mapped === undefined) throw new Error('A mapping that nobody can stop was stopped.');
    const { copySource } = await loadDelivery();
    const work = copySource('', sheet, readSheet(mapped.text), {
      records: mapped.records,
      cellsOf: (record) => mappedCells(sheet, columns, needs, record),
      inFile: { text: shown.table.text, offset: inFile },
    });
    return await finishInSlices(work);
  }

  private async copyOf(
    mapping: Mapping,
    columns: ColumnMap,
    asLastTime: boolean,
  ): Promise<MappedCopy | undefined> {
    const { document, shown, sheet, inFile, linesAbove, needs } = mapping;
    const checked = await mapping.check(columns, new AbortController().signal);
    if (checked === undefined) throw new Error('A check that nobody can stop was stopped.');
    const { records } = checked.mapped;
    if (checked.held.size >= records.length) {
      refuseMapped(mapping, checked);
      return undefined;
    }
    const { copySource } = await loadDelivery();
    const work = copySource(fileName(document.uri), sheet, checked.report.sheet, {
      records,
      cellsOf: (record) => mappedCells(sheet, columns, needs, record),
      inFile: { text: shown.table.text, offset: inFile },
    });
    const source = await finishInSlices(work);
    const held = records.flatMap((record, place) => {
      const reasons = checked.held.get(record);
      return reasons ? [[place, heldMessage(reasons, columns, sheet.headers)] as const] : [];
    });
    return {
      source,
      recordAt: (place) => {
        const { start } = sheet.table.recordRange(records[place] ?? 0);
        return shown.table.cellAt(inFile(start))?.record ?? 0;
      },
      held: new Map(held),
      warnings: warningsOf(checked.report),
      lines: [
        ...mappingLines(columns, sheet.headers),
        ...(linesAbove > 0 ? [linesAboveMessage(linesAbove)] : []),
      ],
      asLastTime,
    };
  }

  /** What is asked about a file; `undefined` when it is not sure which value is in which column, which is then told. */
  private async open(document: vscode.TextDocument, shown: ContactSheet): Promise<Mapping | undefined> {
    const phones = await this.loadPhones();
    const needs: MapNeeds = { phones, language: env.language };
    const rules = this.settings.checkRules(document.uri);
    const read = this.read(document, shown);
    const { sheet } = read;
    const soundness = await runInSlices<undefined, Soundness>(
      findObstacles(read, { phones, settings: rules, forSending: true }),
      new AbortController().signal,
    );
    if (soundness === undefined) throw new Error('A check that nobody can stop was stopped.');
    if ('isEmpty' in soundness) {
      throw new UserError(
        l10n.t(
          '{0} has no rows, so there is nothing to map. Add contacts below the header.',
          shownName(document.uri),
        ),
      );
    }
    if ('obstacle' in soundness) {
      void refuseToMap(document, read, soundness.obstacle);
      return undefined;
    }
    const { unsound } = soundness;
    const options = { phones, settings: settingsForSending(rules), forSending: true };
    return {
      ...{ ...read, document, shown, needs, unsound, countries: phones.countries() },
      guess: guessColumns(sheet, needs),
      check: async (columns, signal) =>
        await runInSlices(checkMapping(sheet, columns, unsound, needs, options), signal),
    };
  }

  private read(document: vscode.TextDocument, shown: ContactSheet): ReadForMap {
    return readForMap(shown, this.settings.checkRules(document.uri));
  }
}
