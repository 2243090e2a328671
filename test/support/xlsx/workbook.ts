import { zip, type ZipEntry } from './zip';

/** One sheet of a workbook under test: its name, and its rows as XML (`<row>…</row>`). */
export interface TestSheet {
  readonly name: string;
  readonly rows: string;
  /** Attributes of its entry in the workbook, such as `state="hidden"`. */
  readonly attributes?: string;
  /** XML behind the rows, such as merged cells. */
  readonly behind?: string;
}

export interface TestWorkbook {
  readonly sheets: readonly TestSheet[];
  /** `<si>` elements. */
  readonly sharedStrings?: readonly string[];
  /** Number formats of the cell styles, by the index that `s` of a cell names; style 0 is General. */
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
  /** Further files of the archive, or others in place of those written here. */
  readonly files?: readonly ZipEntry[];
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The files of a workbook, as ECMA-376 lays them out: written by hand, so that no reader's views are in them. */
export function workbookFiles(book: TestWorkbook): ZipEntry[] {
  const { sheets, sharedStrings = [], formats = [], date1904 = false, files = [] } = book;
  const entries = new Map<string, ZipEntry[1]>([
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `${declaration}<workbook ${main} xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, attributes = '' }, index) =>
            `<sheet name="${escaped(name)}" sheetId="${index + 1}" ${attributes} r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    ['xl/styles.xml', styles(formats)],
    ['xl/sharedStrings.xml', `${declaration}<sst ${main}>${sharedStrings.join('')}</sst>`],
    ...sheets.map(({ rows, behind = '' }, index): [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      `${declaration}<worksheet ${main}><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    ]),
    ...files,
  ]);
  return [...entries];
}

/** A workbook as a file. */
export function workbook(book: TestWorkbook): Buffer {
  return zip(workbookFiles(book));
}

/** A workbook of one sheet, `Sheet1`, from rows of cells: text as inline strings, numbers as numbers. */
export function plainWorkbook(rows: readonly (readonly (string | number)[])[]): Buffer {
  return workbook({ sheets: [{ name: 'Sheet1', rows: rowsXml(rows) }] });
}

/** Rows as XML. */
export function rowsXml(rows: readonly (readonly (string | number)[])[]): string {
  return rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellXml(`${columnName(column)}${row + 1}`, cell)).join('')}</row>`,
    )
    .join('');
}

function cellXml(at: string, cell: string | number): string {
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

function styles(formats: readonly string[]): string {
  const own = formats
    .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`)
    .join('');
  const cells = [
    '<xf numFmtId="0"/>',
    ...formats.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`),
  ].join('');
  return `${declaration}<styleSheet ${main}><numFmts>${own}</numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs>${cells}</cellXfs></styleSheet>`;
}
