import * as vscode from 'vscode';
import { copyText, type CopyColumn } from '../../core/mapping/copyText';
import type { RequestOf, ResultColumn } from '../../protocol/results';

const phoneColumns: ReadonlySet<ResultColumn> = new Set(['phone', 'phoneNumber', 'countryCode', 'extension']);

/** Columns that an export of the results names as the import file does. */
const exportedNames: Readonly<Partial<Record<ResultColumn, string>>> = {
  phoneNumber: 'cellPhoneNumber',
  countryCode: 'cellPhoneCountryCode',
  extension: 'cellPhoneExtension',
};

/** Puts cells of the results page on the clipboard. One cell alone is copied as it is, for a search or a message. */
export async function copyRows({ form, columns, headings, rows }: RequestOf<'copy'>): Promise<void> {
  await vscode.env.clipboard.writeText(
    form === 'cell' ? (rows[0]?.[0] ?? '') : copyText(form, columns.map(described), rows),
  );

  function described(name: ResultColumn, place: number): CopyColumn {
    const isPhone = phoneColumns.has(name);
    const inJson = exportedNames[name] ?? name;
    return { heading: headings[place] ?? name, name: inJson, isPhone, isNumber: name === 'line' };
  }
}
