import {
  areNumbers,
  type ContactColumn,
  fullNameFields,
  hasWrongLetters,
  isContactHeader,
  looksLikeContact,
  looksLikeUtf16,
  isOwnColumn,
  type Recognised,
  recogniseHeaders,
  refutedBy,
  type Refutes,
} from '../contact';
import type { CsvTable } from '../csv';
import { cellsOf, isSepRecord, namesContacts, quotedHeader, readLayout, type Layout } from './layout';
import { plainRow } from './plainRow';
import { foldRecord } from './repeatedHeader';

/** What the user said of a file, whatever its header says. */
export type Said = 'list' | 'noList';

/**
 * What a file is. `undecided`: letters of its header are lost, and with them perhaps what it is; `list` goes before.
 */
export type Standing = 'list' | 'undecided' | 'noList';

/** What the first record of a table says of its columns. */
export interface Header {
  /** The record as it stands in the text; `undefined` when there is none, or it is too long to be compared. */
  readonly text: string | undefined;
  readonly delimiter: string;
  readonly said: Said | undefined;
  /** Its cells in order, unquoted. Empty when the text is. */
  readonly headers: readonly string[];
  /** What each cell means. */
  readonly recognised: readonly (Recognised | undefined)[];
  /** For each column that it means, by whatever name: its field. The first one, when there are two. */
  readonly fieldOf: Readonly<Partial<Record<ContactColumn, number>>>;
  /** What keeps a contact list from being read as one. */
  readonly layout: Layout | undefined;
  /** The record as {@link foldRecord} leaves it; `undefined` when it names no columns. */
  readonly fold: string | undefined;
  /** The fields of this product's own columns, as `importError`, in order: nothing in them is ever sent. */
  readonly ownFields: readonly number[];
  /** See {@link plainRow}. */
  readonly plain: RegExp;
  readonly standing: Standing;
  /** Whether it means a name or a phone number, or one is among the values, so that the file may well be a contact list. */
  readonly namesPerson: boolean;
  /** Whether it holds a contact, and no names at all. */
  readonly isContact: boolean;
}

/** A header is no longer than this, in UTF-16 units, unless a quote in it is not closed. */
const longest = 0x1_0000;
/** What lies behind so many UTF-16 units of a text is not looked at to tell what its columns hold. */
export const sampledLength = 0x4_0000;

/**
 * @param before what a header was before an edit: if it is the same text, it means the same, though the values may be
 * others by now. What is a list stays one while it is edited. How the file is laid out is looked at again.
 * @param isPart whether the table is a part of a file whose header was read, so that this is no edit
 */
export function readHeader(table: CsvTable, before?: Header, said?: Said, isPart = false): Header {
  const text = textOf(table);
  const { delimiter } = table;
  const isSame = text !== undefined && text === before?.text && delimiter === before.delimiter;
  if (isSame && said === before.said) {
    if (isPart) return before;
    const layout = layoutOf(table, before);
    return JSON.stringify(layout) === JSON.stringify(before.layout) ? before : { ...before, layout };
  }
  const count = table.recordCount > 0 ? table.fieldCount(0) : 0;
  const headers = Array.from({ length: count }, (_, field) => table.value(0, field));
  const { recognised, namesPerson } = recognise(table, headers);
  const fieldOf: Partial<Record<ContactColumn, number>> = {};
  for (const [field, meaning] of recognised.entries()) {
    if (meaning) fieldOf[meaning.column] ??= field;
  }
  const ownFields = [...headers.keys()].filter((field) => isOwnColumn(headers[field]));
  const isList = isContactHeader(headers, recognised, namesPerson) || isBrokenContactHeader(table);
  const isContact = Object.keys(fieldOf).length === 0 && looksLikeContact(firstCells(table, headers));
  const standing = said ?? standingOf(isList, headers);
  // What names no columns cannot name them again.
  const names = Object.keys(fieldOf).length + (namesPerson ? 1 : 0) >= fewestNames;
  const fold = names && text !== undefined ? foldRecord(text, delimiter, ownFields) : undefined;
  return {
    ...{ text, delimiter, said, headers, recognised, fieldOf, ownFields, isContact, fold },
    layout: layoutOf(table, { headers, standing, said }),
    plain: plainRow(delimiter, count, ownFields),
    standing,
    namesPerson:
      namesPerson ||
      personal.some((column) => fieldOf[column] !== undefined) ||
      (standing !== 'list' && !isContact && holdsNumbers(table, count)),
  };
}

/** The cells of the first record, or of the one below a line `sep=;`. */
function firstCells(table: CsvTable, headers: readonly string[]): readonly string[] {
  return isSepRecord(table) && table.recordCount > 1 ? cellsOf(table, 1) : headers;
}

/** Whether one of the columns holds phone numbers, whatever its name. */
function holdsNumbers(table: CsvTable, columns: number): boolean {
  const fields = Array.from({ length: Math.min(columns, mostColumns) }, (_, field) => field);
  return fields.some((field) => areNumbers(valuesOf(table, field, 1)));
}

/** No list has more. */
const mostColumns = 50;

const fewestNames = 2;

const personal: readonly ContactColumn[] = ['cellPhoneNumber', 'firstName', 'lastName'];

function layoutOf(
  table: CsvTable,
  { headers, standing, said }: Pick<Header, 'headers' | 'standing' | 'said'>,
): Layout | undefined {
  if (said === 'noList') return undefined;
  // What the user calls a list may have its names on another line.
  const isList = standing === 'list' && (said === undefined || namesContacts(headers));
  const layout = readLayout(table, headers, isList);
  if (layout?.kind !== 'linesAbove' || said === 'list') return layout;
  const { record } = layout;
  // In quotes as a whole: it has no cells yet.
  if (quotedHeader(table) === record) return layout;
  // The values below it may say that it is no contact list.
  const names = cellsOf(table, record);
  const { recognised, namesPerson } = recognise(table, names, record);
  return isContactHeader(names, recognised, namesPerson) ? layout : undefined;
}

function standingOf(isList: boolean, headers: readonly string[]): Standing {
  // Without its NULs it may be a list's; every cell would be wrong.
  if (isList && !headers.some(looksLikeUtf16)) return 'list';
  return headers.some(hasWrongLetters) ? 'undecided' : 'noList';
}

/** What the header means, where the values do not speak against it. */
function recognise(table: CsvTable, headers: readonly string[], record = 0) {
  const byNames = recogniseHeaders(headers);
  const besideNumber = byNames.some((meaning) => meaning?.column === 'cellPhoneNumber');
  const isAlias = byNames.some((meaning) => meaning?.how === 'alias');
  const end = isAlias ? nextHeader(table, record) : table.recordCount;
  const refutes: Refutes = (field, meaning) =>
    refutedBy(valuesOf(table, field, record + 1, end), meaning, besideNumber);
  return {
    recognised: isAlias ? recogniseHeaders(headers, refutes) : byNames,
    namesPerson: fullNameFields(headers, refutes).length > 0,
  };
}

/** The record that names contacts again, and the columns below it perhaps in another order; else the end of the table. */
function nextHeader(table: CsvTable, header: number): number {
  let rows = 0;
  for (let record = header + 1; record < table.recordCount; record++) {
    const { start, end } = table.recordRange(record);
    if (end > sampledLength) break;
    if (start === end || rows++ === 0) continue;
    // Nearly every row holds a digit, which no header need have.
    if (table.fieldCount(record) < 2 || /\d/.test(table.slice(start, end))) continue;
    if (namesContacts(cellsOf(table, record))) return record;
  }
  return table.recordCount;
}

function* valuesOf(
  table: CsvTable,
  field: number,
  from: number,
  to = table.recordCount,
): Generator<string, void> {
  for (let record = from; record < to; record++) {
    if (table.recordRange(record).end > sampledLength) return;
    if (field < table.fieldCount(record) && !table.hasBrokenQuote(record, field)) {
      yield table.value(record, field);
    }
  }
}

/** Whether a header with a broken quote would be a contact list's without its quotes: what it swallows is not its own. */
function isBrokenContactHeader(table: CsvTable): boolean {
  if (table.recordCount === 0 || table.quoteProblemsOf(0).length === 0) return false;
  const { start, end } = table.recordRange(0);
  const [line = ''] = table.slice(start, Math.min(end, start + longest)).split(/\r\n?|\n/, 1);
  const headers = line.replaceAll('"', '').split(table.delimiter);
  return namesContacts(headers);
}

function textOf(table: CsvTable): string | undefined {
  if (table.recordCount === 0) return undefined;
  const { start, end } = table.recordRange(0);
  return end - start > longest ? undefined : table.slice(start, end);
}
