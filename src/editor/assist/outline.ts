import * as vscode from 'vscode';
import { rowName, rowNumber } from '../../core/assist/rowName';
import type { ContactSheet } from '../../core/checks';
import { pauseIfDue } from '../../core/files/slices';
import { counted, shownNumber } from '../counted';
import { toRange } from '../checking/diagnostics';
import { plainText } from '../plainText';
import type { ContactLists } from './list';

/** Rows that the outline shows; VS Code builds a tree of all of them at once. */
const mostRows = 5000;

/** So many are named between two pauses. */
const rowsAtOnce = 50;

/** The rows by name, for the outline, the breadcrumbs and "Go to Symbol in Editor". */
export class RowSymbols implements vscode.DocumentSymbolProvider {
  constructor(private readonly lists: ContactLists) {}

  async provideDocumentSymbols(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[] | undefined> {
    // Nothing asks again when a check ends, so this waits for it.
    const report = await this.lists.checked(document, 'outline', token);
    if (report === undefined) return undefined;
    const { sheet, rows } = report;
    const symbols: vscode.DocumentSymbol[] = [];
    for (let record = 1; record < sheet.recordCount; record++) {
      if (!sheet.isRow(record)) continue;
      if (symbols.length === mostRows) {
        symbols.push(theRest(document, sheet, record, rows));
        break;
      }
      symbols.push(rowSymbol(document, sheet, record, symbols.length + 1));
      if (symbols.length % rowsAtOnce > 0) continue;
      await pauseIfDue();
      // Edited meanwhile: its places are others, and it asks again.
      if (token.isCancellationRequested) return undefined;
    }
    return symbols;
  }
}

/** @param row as people count rows: from 1, without the header and blank rows */
function rowSymbol(document: vscode.TextDocument, sheet: ContactSheet, record: number, row: number) {
  const range = toRange(document, sheet.table.recordRange(record));
  const name = plainText(rowName(sheet, record), 100);
  return symbol(
    name === '' ? vscode.l10n.t('Row {0}', shownNumber(row)) : name,
    plainText(rowNumber(sheet, record), 40),
    range,
  );
}

/** Stands at the first row that is left out. It spans no further, or it would stick to the top of the editor. */
function theRest(document: vscode.TextDocument, sheet: ContactSheet, record: number, rows: number) {
  return symbol(
    counted(vscode.l10n.t('{count, plural, one {# more row} other {# more rows}}'), {
      count: rows - mostRows,
    }),
    vscode.l10n.t('{0} in all', shownNumber(rows)),
    toRange(document, sheet.table.recordRange(record)),
  );
}

function symbol(name: string, detail: string, range: vscode.Range): vscode.DocumentSymbol {
  return new vscode.DocumentSymbol(name, detail, vscode.SymbolKind.Struct, range, range);
}
