import * as vscode from 'vscode';
import type { ContactSheet } from '../../core/checks/sheet';
import { contactColumns, type ContactColumn } from '../../core/contact/columns';
import { isComplete, type ColumnMap } from '../../core/mapping/columnMap';
import { back, runSteps, type Step } from '../quickInput';
import { askSource } from './askSource';
import { showPreview } from './preview';

type Draft = Partial<ColumnMap>;

/**
 * Asks for the source of each column, then shows the first rows.
 * @param start what to stand on: the map of last time, or the best guess
 * @returns `undefined` when the user gives up
 */
export async function askColumns(
  document: vscode.TextDocument,
  sheet: ContactSheet,
  start: Draft,
): Promise<ColumnMap | undefined> {
  const steps = [...contactColumns.map((column) => columnStep(sheet, column)), previewStep(document, sheet)];
  const draft = await runSteps(vscode.l10n.t('Map Columns'), steps, start);
  return draft && isComplete(draft) ? draft : undefined;
}

function columnStep(sheet: ContactSheet, column: ContactColumn): Step<Draft> {
  return {
    ask: async (draft, place) => {
      const source = await askSource(sheet, column, draft, place);
      return source === undefined || source === back ? source : { ...draft, [column]: source };
    },
  };
}

function previewStep(document: vscode.TextDocument, sheet: ContactSheet): Step<Draft> {
  return {
    ask: async (draft, place) => {
      if (!isComplete(draft)) return back;
      const reply = await showPreview(document, sheet, draft, place);
      return reply === true ? draft : reply;
    },
  };
}
