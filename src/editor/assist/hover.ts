import * as vscode from 'vscode';
import type { ContactSheet } from '../../core/checks';
import { callingCodeDigits, type ContactColumn, type PhoneNumbers } from '../../core/contact';
import { toRange } from '../checking/diagnostics';
import { plainText } from '../plainText';
import { columnLabel } from './columnLabel';
import { escaped } from './escaped';
import type { CountryNames } from './countryNames';
import { numberKindLabel } from './numberKindLabel';
import type { ContactLists } from './list';

/** What the hover needs to know of phone numbers. */
export interface PhoneLabels {
  readonly phones: PhoneNumbers;
  readonly countries: CountryNames;
}

type Cell = NonNullable<ReturnType<ContactSheet['table']['cellAt']>>;

/** Which column and row the cell under the pointer is in, what belongs there, and whose number it is. */
export class CellHover implements vscode.HoverProvider {
  constructor(
    private readonly lists: ContactLists,
    private readonly loadPhoneLabels: () => Promise<PhoneLabels>,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const report = await this.lists.checked(document, 'hover', token);
    if (report === undefined) return undefined;
    const { sheet } = report;
    const cell = sheet.table.cellAt(document.offsetAt(position));
    if (cell === undefined || sheet.table.isBlank(cell.record)) return undefined;

    const column = sheet.recognised[cell.field]?.column;
    const paragraphs = [
      `**${escaped(column ?? headerLabel(sheet, cell.field))}** — ${escaped(placeLabel(document, sheet, cell))}`,
      escaped(column ? columnLabel(column) : notAColumn(sheet, cell.field)),
    ];
    if (column && cell.record > 0) {
      paragraphs.push(escaped(valueLabel(sheet, cell.record, column, await this.loadPhoneLabels())));
    }
    const range = toRange(document, sheet.table.fieldRange(cell.record, cell.field));
    const words = new vscode.MarkdownString(paragraphs.filter((text) => text !== '').join('\n\n'));
    return new vscode.Hover(words, range);
  }
}

function headerLabel(sheet: ContactSheet, field: number): string {
  const header = plainText(sheet.headers[field] ?? '', 60);
  return header === '' ? vscode.l10n.t('No name') : header;
}

/** By the line on which a row starts, as the results page and the editor's margin have them. */
function placeLabel(document: vscode.TextDocument, sheet: ContactSheet, { record, field }: Cell): string {
  if (record === 0) return vscode.l10n.t('column {0}', field + 1);
  const { line } = document.positionAt(sheet.table.recordRange(record).start);
  return vscode.l10n.t('line {0}, column {1}', line + 1, field + 1);
}

function notAColumn(sheet: ContactSheet, field: number): string {
  return field < sheet.headers.length
    ? vscode.l10n.t('Not a contact column.')
    : vscode.l10n.t('The header has no column here.');
}

/** What the value means, where that can be told: the number and its country, or the countries of the calling code. */
function valueLabel(
  sheet: ContactSheet,
  record: number,
  column: ContactColumn,
  { phones, countries }: PhoneLabels,
): string {
  const callingCode = callingCodeDigits(sheet.value(record, 'cellPhoneCountryCode') ?? '');
  if (callingCode === undefined) return '';
  if (column === 'cellPhoneCountryCode') return countries.someOf(callingCode);
  if (column !== 'cellPhoneNumber' || !phones.isCallingCode(callingCode)) return '';
  const number = phones.describe(sheet.value(record, column) ?? '', callingCode);
  if (number === undefined) return '';
  const country = number.country === undefined ? '' : countries.nameOf(number.country);
  const kind = number.kind === undefined ? '' : numberKindLabel(number.kind);
  return [number.international, country, kind].filter((part) => part !== '').join(' · ');
}
