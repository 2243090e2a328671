import { l10n } from 'vscode';
import type { FindingKind } from '../../core/checks';

/** A kind of finding in a few words, as one of several: "9 warnings: no such number (5), …". */
export function kindLabel(kind: FindingKind): string {
  switch (kind) {
    case 'csv.unclosedQuote':
      return l10n.t('quote not closed');
    case 'csv.strayQuote':
      return l10n.t('stray quote');
    case 'csv.joinedRows':
      return l10n.t('rows joined by quotes');
    case 'csv.delimiter':
      return l10n.t('no commas between cells');
    case 'csv.linesAboveHeader':
      return l10n.t('lines above the header');
    case 'csv.rowDelimiter':
      return l10n.t('rows and header separated differently');
    case 'csv.quotedLines':
      return l10n.t('lines in quotes');
    case 'csv.otherQuotes':
      return l10n.t('other quotes');
    case 'csv.formulaCell':
      return l10n.t('formula');
    case 'csv.repeatedHeader':
      return l10n.t('header repeated');
    case 'csv.encoding':
      return l10n.t('wrong letters');
    case 'csv.fieldCount':
      return l10n.t('too few or too many cells');
    case 'csv.blankRow':
      return l10n.t('blank row');
    case 'csv.noRows':
      return l10n.t('no contacts');
    case 'columns.none':
      return l10n.t('not checked as a contact list');
    case 'columns.missing':
      return l10n.t('columns missing');
    case 'columns.duplicate':
      return l10n.t('repeated column');
    case 'columns.misnamed':
      return l10n.t('column misnamed');
    case 'columns.unknown':
      return l10n.t('unknown column');
    case 'value.required':
      return l10n.t('empty value');
    case 'value.whitespace':
      return l10n.t('extra or invisible spaces');
    case 'value.controlCharacter':
      return l10n.t('control character');
    case 'value.entity':
      return l10n.t('HTML character');
    case 'value.textMark':
      return l10n.t('apostrophe of a spreadsheet');
    case 'value.salutation':
      return l10n.t('salutation other than Mr and Mrs');
    case 'phone.invalid':
      return l10n.t('invalid number');
    case 'phone.prefixed':
      return l10n.t('country code in the number');
    case 'phone.prefixed.byColumn':
      return l10n.t('country code in the number, as in most of the column');
    case 'phone.mangled':
      return l10n.t('number mangled by a spreadsheet');
    case 'phone.digits':
      return l10n.t('digits other than 0–9');
    case 'phone.several':
      return l10n.t('two numbers in a cell');
    case 'phone.spelling':
      return l10n.t('number with other characters than digits');
    case 'phone.duplicate':
      return l10n.t('repeated number');
    case 'countryCode.invalid':
      return l10n.t('no country code');
    case 'extension.unusual':
      return l10n.t('no dialing prefix');
    case 'stream.refused':
      return l10n.t('refused by the stream');
    case 'stream.notReturned':
      return l10n.t('missing from the answer');
    case 'stream.unknown':
      return l10n.t('no clear answer');
  }
}
