import * as vscode from 'vscode';
import { columnsFor, commonCallingCodes } from '../../core/assist/suggest';
import { ContactSheet } from '../../core/checks';
import { scan } from '../../core/csv';
import { columnLabel } from './columnLabel';
import type { CountryNames } from './countryNames';
import type { ContactLists } from './list';
import { TypedCell } from './typedCell';

/** Beside letters: what begins a cell, and what begins a country code. */
export const completionTriggers = [',', '+'] as const;

/** The two that the API page documents. */
const salutations = ['Mr', 'Mrs'];

/**
 * Suggests column names in the header, and values for salutations and country codes. It is asked in the midst of
 * typing, before the text can have been checked again, so it reads the one line by itself and takes only what the
 * columns mean from the last check.
 */
export class CellCompletion implements vscode.CompletionItemProvider {
  constructor(
    private readonly lists: ContactLists,
    private readonly loadCountryNames: () => Promise<CountryNames>,
  ) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[] | undefined> {
    const sheet = this.lists.latest(document, 'completion')?.sheet;
    if (sheet === undefined) return undefined;
    const line = scan(document.lineAt(position.line).text, sheet.table.delimiter);
    const field = line.cellAt(position.character)?.field ?? 0;
    const cell = new TypedCell(line, field, position.line);
    if (position.line === 0) return columnItems(new ContactSheet(line), field, cell);
    const column = sheet.recognised[field]?.column;
    if (column === 'salutation') return salutations.map((salutation) => cell.suggest(salutation));
    if (column !== 'cellPhoneCountryCode') return undefined;
    return countryCodeItems(commonCallingCodes(sheet), await this.loadCountryNames(), cell);
  }
}

/** The columns that are missing, in the documented order. */
function columnItems(header: ContactSheet, field: number, cell: TypedCell): vscode.CompletionItem[] {
  const meant = header.recognised[field]?.column;
  return columnsFor(header, field).map((column, index) => {
    const item = column === meant ? cell.suggestAlways(column) : cell.suggest(column);
    item.kind = vscode.CompletionItemKind.Field;
    item.documentation = columnLabel(column);
    item.sortText = String(index);
    return item;
  });
}

/** Every calling code with its countries, those that the list has already before the rest. */
function countryCodeItems(
  common: readonly string[],
  countries: CountryNames,
  cell: TypedCell,
): vscode.CompletionItem[] {
  const { callingCodes } = countries;
  const known = new Set(callingCodes);
  const first = common.filter((code) => known.has(code));
  return [...new Set([...first, ...callingCodes])].map((code, index) => {
    const all = countries.allOf(code);
    const item = cell.suggest({ label: `+${code}`, description: countries.someOf(code) }, `${code} ${all}`);
    item.documentation = all;
    item.sortText = String(index).padStart(3, '0');
    item.preselect = index === 0 && first.length > 0;
    return item;
  });
}
