import { toEnd } from '../csv';
import { type ContactSheet, type Layout, type RuleSettings, readSheet, ruleOfLayout } from '../checks';
import {
  applyEdits,
  convertQuotes,
  convertRows,
  deleteLinesAbove,
  headerAboveContacts,
  offsetBefore,
  type TextEdit,
  unquoteLines,
} from '../fixes';

/** A file as a map reads it: laid out as the quick fix of its layout would leave it. The file itself is not touched. */
export interface ReadForMap {
  readonly sheet: ContactSheet;
  /** Where an offset of the sheet's text is in the file's. */
  readonly inFile: (offset: number) => number;
  /** How many lines of the file, from its first one, are above the header and all rows. */
  readonly linesAbove: number;
  /** Rows of the sheet that are above the header in the file, so that their columns may be others: the first so many. */
  readonly rowsAbove: number;
}

/** Each time reading shows what could not be seen before; lists seldom need more than two. */
const mostTimes = 5;

/**
 * Reads a file past a layout that hides its columns: lines above the header, rows separated otherwise than it, lines in
 * quotes as a whole, other quotes. One whose rule is off is no layout: the file is what its first line says.
 */
export function readForMap(sheet: ContactSheet, settings: RuleSettings): ReadForMap {
  let read: ReadForMap = { sheet, inFile: (offset) => offset, linesAbove: 0, rowsAbove: 0 };
  for (let times = 0; times < mostTimes; times++) {
    const { layout, table } = read.sheet;
    if (layout === undefined || settings[ruleOfLayout[layout.kind]] === 'off') break;
    const edits = editsOf(read.sheet, layout);
    if (edits.length === 0) break;
    const { inFile, linesAbove, rowsAbove } = read;
    const before = offsetBefore(edits);
    read = {
      sheet: readSheet(applyEdits(table.text, edits)),
      inFile: (offset) => inFile(before(offset)),
      linesAbove: linesAbove + linesIn(table.slice(0, startOfList(read.sheet, layout))),
      rowsAbove: rowsAbove + contactsAbove(layout),
    };
  }
  return read;
}

function editsOf(sheet: ContactSheet, layout: Layout): readonly TextEdit[] {
  const { table } = sheet;
  switch (layout.kind) {
    case 'linesAbove':
      return layout.contacts === undefined
        ? deleteLinesAbove(table, layout)
        : headerAboveContacts(table, layout);
    case 'rowDelimiter':
      return toEnd(convertRows(table, layout));
    case 'quotedLines':
      return toEnd(unquoteLines(table));
    case 'otherQuotes':
      return toEnd(convertQuotes(sheet));
  }
}

/** Where the header or, above it, the first row begins. */
function startOfList({ table }: ContactSheet, layout: Layout): number {
  return layout.kind === 'linesAbove' ? table.recordRange(layout.contacts ?? layout.record).start : 0;
}

function contactsAbove(layout: Layout): number {
  return layout.kind === 'linesAbove' && layout.contacts !== undefined ? layout.record - layout.contacts : 0;
}

function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
