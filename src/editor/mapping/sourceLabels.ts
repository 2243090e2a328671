import { l10n } from 'vscode';
import { contactColumns } from '../../core/contact/columns';
import type { ColumnMap, ColumnSource } from '../../core/mapping/columnMap';
import { plainText } from '../plainText';

export { withoutIcons } from '../plainText';

/** A column of the file as messages and quick picks name it; one without a name by its place. */
export function headerLabel(headers: readonly string[], field: number): string {
  const name = plainText(headers[field] ?? '', 60);
  return name === '' ? l10n.t('column {0}', field + 1) : name;
}

/** One line for each of the six columns: `lastName ← Surname`. */
export function mappingLines(map: ColumnMap, headers: readonly string[]): readonly string[] {
  return contactColumns.map((column) => `${column} ← ${sourceWords(map[column], headers)}`);
}

function sourceWords(source: ColumnSource, headers: readonly string[]): string {
  if ('field' in source) return headerLabel(headers, source.field);
  if (source.constant === '') return l10n.t('left empty');
  return l10n.t('“{0}” in all rows', plainText(source.constant, 60));
}
