import { type ContactSheet, type Finding, type FindingOf, joinedCells, opensJoinedRows } from '../checks';
import {
  asciiNumber,
  type ContactColumn,
  hasWrongLetters,
  trimmedIn,
  withoutControlCharacters,
  withoutEntities,
} from '../contact';
import type { CsvTable, OffsetRange } from '../csv';
import { alignRows } from './alignRows';
import { cellAt, type Cell } from './cells';
import { missingColumnsFixes, removeColumnFixes, renameFixes } from './columnFixes';
import type { Fix } from './fix';
import { fix, valueFixes, wholeFix } from './fixOf';
import {
  areQuotesSound,
  convertQuotes,
  convertRow,
  convertRows,
  convertToCommas,
  deleteLinesAbove,
  keepFormulaText,
  moveHeader,
  unquoteLines,
} from './layout';
import { moveArea, splitPrefix, unmangled } from './phones';
import {
  closeQuote,
  quoteCell,
  removeJoiningQuotes,
  removeOpeningQuote,
  removeQuotes,
  unpadQuotes,
  unquoteCells,
} from './quotes';
import {
  canonicalFixes,
  cellFixes,
  dropTextMarks,
  extensionFixes,
  isCallingCode,
  isOwnColumn,
  salutationFixes,
  severalFixes,
  withinFixes,
} from './contactFixes';
import { cutRow, deleteRow, isSwallowing, padRow } from './rows';
import { mayRename, tellsOfTextMarks } from './safeEdits';
import { insertHeader } from './wholeText';

/**
 * The fixes that a finding of this sheet offers, the best one first; none where the right one cannot be told: for
 * digits that a spreadsheet lost, and for a cell whose quotes are broken before these are mended. What else helps, and
 * in which order all of it is offered, `offersFor` says.
 */
export function fixesFor(finding: Finding, sheet: ContactSheet): readonly Fix[] {
  const { table } = sheet;
  const { range } = finding;
  switch (finding.code) {
    case 'csv.unclosedQuote': {
      const removed = removeOpeningQuote(table, range);
      const close = fix('closeQuote', () => closeQuote(table, range));
      return removed ? [close, fix('removeQuote', () => removed)] : [close];
    }
    case 'csv.strayQuote':
      return strayQuoteFixes(sheet, cellAt(table, range), range);
    case 'csv.joinedRows': {
      const record = table.cellAt(range.start)?.record;
      if (record === undefined) return [];
      return [fix('removeQuote', () => unquoteCells(table, record, joinedCells(sheet, record)))];
    }
    case 'csv.delimiter':
      // With another delimiter it could not be told any more what a broken quote holds.
      return areQuotesSound(sheet) ? [wholeFix('convertDelimiter', () => convertToCommas(sheet))] : [];
    case 'csv.linesAboveHeader':
      return finding.hasContacts
        ? [fix('moveHeader', () => moveHeader(table, sheet.layout))]
        : [fix('deleteLinesAbove', () => deleteLinesAbove(table, sheet.layout))];
    case 'csv.rowDelimiter':
      return [wholeFix('convertRows', () => convertRows(table, sheet.layout))];
    case 'csv.quotedLines':
      return [wholeFix('unquoteLines', () => unquoteLines(table))];
    case 'csv.otherQuotes': {
      const record = finding.of === 'file' ? undefined : table.cellAt(range.start)?.record;
      if (finding.of !== 'file' && record === undefined) return [];
      return [wholeFix('convertQuotes', () => convertQuotes(sheet, record))];
    }
    case 'csv.formulaCell': {
      const cell = cellAt(table, range);
      const edits = cell && keepFormulaText(table, cell);
      return edits ? [fix('keepFormulaText', () => edits)] : [];
    }
    case 'csv.repeatedHeader':
      if (finding.order === 'other') {
        const repeat = table.cellAt(range.start)?.record;
        const align = repeat === undefined ? undefined : alignRows(sheet, repeat);
        return align ? [wholeFix('alignRows', align)] : [];
      }
      return deleteRowFixes(table, cellAt(table, range), false).map((one) => ({ ...one, isOfNobody: true }));
    case 'csv.fieldCount':
      return fieldCountFixes(table, finding);
    case 'csv.blankRow':
      return deleteRowFixes(table, cellAt(table, range), true);
    case 'phone.duplicate':
      return deleteRowFixes(table, cellAt(table, range), false);
    case 'columns.none':
    case 'columns.missing':
      if (lacksHeader(sheet)) return [fix('insertHeader', () => insertHeader(table))];
      return finding.code === 'columns.missing' ? missingColumnsFixes(sheet, finding.columns) : [];
    case 'columns.unknown': {
      // With its letters it may be a known one.
      if (hasWrongLetters(finding.header)) return [];
      const renames = renameFixes(sheet, cellAt(table, range));
      // What may be a contact's value is not removed.
      return renames.length > 0 ? renames : removeColumnFixes(table, cellAt(table, range));
    }
    case 'columns.duplicate':
      return removeColumnFixes(table, cellAt(table, range));
    case 'columns.misnamed': {
      const header = cellAt(table, range);
      const safe = header !== undefined && mayRename(sheet, header.field);
      return valueFixes(table, header, () => finding.column, { kind: 'renameHeader', safe }).map(
        (rename) => ({ ...rename, writes: finding.column }),
      );
    }
    case 'value.whitespace':
      return cellFixes(sheet, range, (value) => trimmedIn(finding.column, value), 'trim');
    case 'value.entity':
      return valueFixes(table, cellAt(table, range), withoutEntities, {
        kind: 'decodeEntities',
        safe: false,
      });
    case 'value.textMark': {
      const record = table.cellAt(range.start)?.record;
      const edits = record === undefined ? [] : dropTextMarks(sheet, record);
      if (edits.length === 0) return [];
      return [{ ...fix('dropTextMark', () => edits), ...(finding.isDoubtful && { isDoubtful: true }) }];
    }
    case 'phone.digits':
      return cellFixes(sheet, range, asciiNumber, 'writeDigits');
    case 'phone.several':
      return severalFixes(table, cellAt(table, range), finding.numbers);
    case 'phone.spelling':
      return valueFixes(table, cellAt(table, range), () => finding.canonical, {
        kind: 'writeNumber',
        safe: false,
      });
    case 'phone.invalid':
      return withinFixes(table, cellAt(table, range), finding.number);
    case 'value.controlCharacter':
      return cellFixes(sheet, range, withoutControlCharacters, 'dropControlCharacters');
    case 'value.salutation':
      return finding.canonical === undefined
        ? salutationFixes(table, cellAt(table, range))
        : canonicalFixes(table, finding, { kind: 'normaliseSalutation', safe: false });
    case 'countryCode.invalid': {
      const { canonical, national } = finding;
      const code = cellAt(table, range);
      if (canonical !== undefined && national !== undefined) {
        const edits = code && moveArea(sheet, code, canonical, national);
        return edits ? [fix('moveArea', () => edits)] : [];
      }
      const cell = cellAt(table, range);
      const isTelling = cell !== undefined && tellsOfTextMarks(sheet, cell.record, cell.value);
      return canonicalFixes(table, finding, {
        kind: 'normaliseCountryCode',
        safe: isCallingCode(cell) && isOwnColumn(sheet, cell) && !isTelling,
      });
    }
    case 'extension.unusual':
      return extensionFixes(sheet, cellAt(table, range));
    case 'value.required':
      return requiredFixes(sheet, cellAt(table, range), finding.column);
    case 'phone.prefixed': {
      const number = cellAt(table, range);
      const edits = number?.isSound ? splitPrefix(sheet, number, finding) : undefined;
      return edits ? [fix(finding.byColumn ? 'splitColumnPrefix' : 'splitPrefix', () => edits)] : [];
    }
    case 'phone.mangled': {
      const number = cellAt(table, range);
      const mended = number && unmangled(number.value, finding.how);
      if (!mended) return [];
      const fixes = valueFixes(table, number, () => mended.value, { kind: mended.kind, safe: false });
      return finding.isDoubtful ? fixes.map((one) => ({ ...one, isDoubtful: true })) : fixes;
    }
    case 'csv.encoding':
    case 'csv.noRows':
    case 'stream.refused':
    case 'stream.notReturned':
    case 'stream.unknown':
      return [];
  }
}

/** Whether there is nothing at all, or a contact where the header should be. */
function lacksHeader({ table, lacksHeader, recordCount }: ContactSheet): boolean {
  return lacksHeader || recordCount === 0 || (recordCount === 1 && table.isBlank(0));
}

function strayQuoteFixes(
  { table, headers }: ContactSheet,
  cell: Cell | undefined,
  stray: OffsetRange,
): readonly Fix[] {
  if (!cell) return [];
  if (opensJoinedRows(cell.raw)) {
    return [
      fix('removeQuote', () => removeJoiningQuotes(table, cell, stray)),
      fix('quoteCell', () => quoteCell(cell)),
    ];
  }
  const unpadded = unpadQuotes(table, cell, headers.length);
  return [
    ...(unpadded ? [fix('trim', () => unpadded)] : []),
    fix('quoteCell', () => quoteCell(cell)),
    fix('removeQuote', () => removeQuotes(table, cell)),
  ];
}

function fieldCountFixes(
  table: CsvTable,
  { range, expected, actual }: FindingOf<'csv.fieldCount'>,
): readonly Fix[] {
  const record = table.cellAt(range.start)?.record;
  // Cells that a broken quote divides or joins are mended with it.
  if (record === undefined || table.quoteProblemsOf(record).length > 0) return [];
  const converted = convertRow(table, record);
  if (converted) return [fix('convertRow', () => converted)];
  return actual < expected
    ? [fix('padRow', () => padRow(table, record, expected))]
    : [fix('cutRow', () => cutRow(table, record, expected))];
}

function deleteRowFixes(table: CsvTable, cell: Cell | undefined, safe: boolean): readonly Fix[] {
  if (!cell || cell.record === 0 || isSwallowing(table, cell.record)) return [];
  return [{ kind: 'deleteRow', safe, edits: () => [deleteRow(table, cell.record)] }];
}

function requiredFixes(sheet: ContactSheet, cell: Cell | undefined, column: ContactColumn): readonly Fix[] {
  if (column === 'salutation') return salutationFixes(sheet.table, cell);
  if (column === 'cellPhoneExtension') return extensionFixes(sheet, cell);
  return deleteRowFixes(sheet.table, cell, false);
}
