import { reasonColumn, type ContactColumn } from '../contact/columns';
import { isContactHeader, looksLikeContact } from '../contact/contactHeader';
import { fullNameFields, recogniseHeaders, type Recognised, type Refutes } from '../contact/recognise';
import { refutedBy } from '../contact/values';
import type { CsvTable } from '../csv/table';
import { plainRow } from './plainRow';

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
  /** The fields of the column `importError`, in order: nothing in them is ever sent. */
  readonly reasonFields: readonly number[];
  /** See {@link plainRow}. */
  readonly plain: RegExp;
  readonly standing: Standing;
  /** Whether it means a name or a phone number, so that the file may well be a contact list. */
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
 * others by now. What is a list stays one while it is edited.
 */
export function readHeader(table: CsvTable, before?: Header, said?: Said): Header {
  const text = textOf(table);
  const { delimiter } = table;
  const isSame = text !== undefined && text === before?.text && delimiter === before.delimiter;
  if (isSame && said === before.said) return before;
  const count = table.recordCount > 0 ? table.fieldCount(0) : 0;
  const headers = Array.from({ length: count }, (_, field) => table.value(0, field));
  const { recognised, namesPerson } = recognise(table, headers);
  const fieldOf: Partial<Record<ContactColumn, number>> = {};
  for (const [field, meaning] of recognised.entries()) {
    if (meaning) fieldOf[meaning.column] ??= field;
  }
  const reasonFields = [...headers.keys()].filter((field) => headers[field] === reasonColumn);
  const isList = isContactHeader(headers, recognised, namesPerson) || isBrokenContactHeader(table);
  const isContact = Object.keys(fieldOf).length === 0 && looksLikeContact(headers);
  return {
    ...{ text, delimiter, said, headers, recognised, fieldOf, reasonFields, isContact },
    plain: plainRow(delimiter, count, reasonFields),
    standing: said ?? standingOf(isList, headers),
    namesPerson: namesPerson || [...personal].some((column) => fieldOf[column] !== undefined),
  };
}

const personal: readonly ContactColumn[] = ['cellPhoneNumber', 'firstName', 'lastName'];

function standingOf(isList: boolean, headers: readonly string[]): Standing {
  if (isList) return 'list';
  return headers.some((header) => header.includes('\uFFFD')) ? 'undecided' : 'noList';
}

/** What the header means, where the values do not speak against it. */
function recognise(table: CsvTable, headers: readonly string[]) {
  const byNames = recogniseHeaders(headers);
  const besideNumber = byNames.some((meaning) => meaning?.column === 'cellPhoneNumber');
  const refutes: Refutes = (field, meaning) => refutedBy(valuesOf(table, field), meaning, besideNumber);
  const isAlias = byNames.some((meaning) => meaning?.how === 'alias');
  return {
    recognised: isAlias ? recogniseHeaders(headers, refutes) : byNames,
    namesPerson: fullNameFields(headers, refutes).length > 0,
  };
}

function* valuesOf(table: CsvTable, field: number): Generator<string, void> {
  for (let record = 1; record < table.recordCount; record++) {
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
  const [line = ''] = table.slice(start, Math.min(end, start + longest)).split(/\r?\n/, 1);
  const headers = line.replaceAll('"', '').split(table.delimiter);
  return isContactHeader(headers, recogniseHeaders(headers), fullNameFields(headers).length > 0);
}

function textOf(table: CsvTable): string | undefined {
  if (table.recordCount === 0) return undefined;
  const { start, end } = table.recordRange(0);
  return end - start > longest ? undefined : table.slice(start, end);
}
