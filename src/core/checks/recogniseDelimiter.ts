import { looksLikeContact, recogniseHeaders } from '../contact';
import { scan } from '../csv';
import { otherDelimiters, usualDelimiters, type Delimiter } from './finding';
import { headerRecord, isQuotedHeader, namesContacts, sepOf } from './layout';

/** How much of the text is looked at, in UTF-16 code units: what divides the first rows divides them all. */
export const sampleLength = 0x1_0000;
/** And how many records. */
const sampleRecords = 50;
/** Without a header that tells, so many records must agree, and of each hundred so many. */
const fewestAgreeing = 3;
const strongMajority = 0.9;

/**
 * What divides the cells of a text. The comma, unless a comma makes no contact column of the header, and another
 * delimiter makes a contact list's header and divides most of the first records at all; or one such column, or a contact, and divides most of the first records into
 * as many cells; or, where none makes one, unless another delimiter divides nearly all of them so, and the comma does not.
 * A line `sep=;` above says it.
 */
export function recogniseDelimiter(text: string): ',' | Delimiter {
  const sample = sampleOf(text);
  const [line = '', first = ''] = /^\uFEFF?([^\r\n]*)/.exec(sample) ?? [];
  const told = sepOf(first.trimEnd());
  if (told !== undefined) {
    const rest = sample.slice(line.length).replace(/^\r\n?|^\n/, '');
    // It was left standing above what another program has saved.
    if (!isDelimiter(told) || read(rest, told).cells < 2) return recogniseDelimiter(rest);
    return told;
  }
  const comma = read(sample, ',');
  if (comma.columns > 0 || comma.isNamed) return ',';
  const list = otherDelimiters.find((delimiter) => {
    const { isList, isNamed, divided } = read(sample, delimiter);
    // A header on the first line comes before one below, which may repeat it.
    if (!(comma.isList ? isNamed : isList)) return false;
    // Rows that another character divides are below a header of another export.
    return divided > 0.5 || [',', ...usualDelimiters].some((other) => dividesMost(sample, other));
  });
  if (list === undefined && comma.isList) return ',';
  if (list !== undefined) return list;
  const [best] = usualDelimiters
    .map((delimiter) => ({ delimiter, ...read(sample, delimiter) }))
    .filter(({ cells }) => cells > 1)
    .sort((a, b) => b.columns - a.columns || +b.isContact - +a.isContact || b.agreement - a.agreement);
  if (best === undefined) return ',';
  if (best.columns > 0 || (best.isContact && !comma.isContact)) {
    return best.agreement > 0.5 ? best.delimiter : ',';
  }
  const isConsistent = best.records >= fewestAgreeing && best.agreement >= strongMajority;
  const commaDoesToo = comma.cells > 1 && comma.agreement > 0.5;
  return isConsistent && !commaDoesToo ? best.delimiter : ',';
}

function dividesMost(sample: string, delimiter: string): boolean {
  return read(sample, delimiter).divided >= 0.5;
}

function isDelimiter(character: string): character is ',' | Delimiter {
  return character === ',' || otherDelimiters.some((other) => other === character);
}

/** The start of the text, up to the end of a line. */
function sampleOf(text: string): string {
  if (text.length <= sampleLength) return text;
  const end = text.lastIndexOf('\n', sampleLength);
  return text.slice(0, end < 0 ? sampleLength : end);
}

/** What a text is when it is read with one delimiter. */
interface Reading {
  /** Cells of its first record. */
  readonly cells: number;
  /** How many of those are contact columns. */
  readonly columns: number;
  /** Whether it is a contact list's header. */
  readonly isNamed: boolean;
  /** Whether it is one, or one is below it. */
  readonly isList: boolean;
  /** Which part of the records has more than one cell, from 0 to 1. */
  readonly divided: number;
  /** Whether it holds a contact: the header is missing. */
  readonly isContact: boolean;
  /** Records looked at, blank lines left out. */
  readonly records: number;
  /** Which part of them has as many cells as the first one, from 0 to 1. */
  readonly agreement: number;
}

function read(sample: string, delimiter: string): Reading {
  const table = scan(sample, delimiter);
  const cells = table.recordCount > 0 ? table.fieldCount(0) : 0;
  const header = Array.from({ length: cells }, (_, field) => table.value(0, field));
  let records = 0;
  let agreeing = 0;
  let divided = 0;
  for (let record = 0; record < table.recordCount && records < sampleRecords; record++) {
    if (table.isBlank(record)) continue;
    records++;
    const count = table.fieldCount(record);
    if (count === cells) agreeing++;
    if (count > 1) divided++;
  }
  const isNamed = namesContacts(header) || isQuotedHeader(table);
  return {
    cells,
    isNamed,
    columns: recogniseHeaders(header).filter((meaning) => meaning !== undefined).length,
    divided: records === 0 ? 0 : divided / records,
    isList: isNamed || headerRecord(table) !== undefined,
    isContact: looksLikeContact(header),
    records,
    agreement: records === 0 ? 0 : agreeing / records,
  };
}
