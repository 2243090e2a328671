import { crc32 } from 'node:zlib';
import { unzipSync, zipSync, type Unzipped } from 'fflate';
import { endOfDays, plainCells } from './cellXml';
import { checksumsOf } from './checksums';
import { kindOfArchive } from './kind';
import type { SpreadsheetLimits } from './limits';
import { SpreadsheetError } from './problem';
import { replaceEach } from './replaceEach';
import { normalSheet } from './sheetXml';
import { utf8Part } from './utf8Part';

/** What is read of a workbook. Drawings, comments and copies of other tables would only take memory. */
const wanted = /^xl\/(?:worksheets\/)?[^/]+\.xml$|^xl\/_rels\/workbook\.xml\.rels$/;
const sheetTag = /<(?:\w+:)?sheetData\b/;

/**
 * A workbook with nothing in it but what is read, within the limits, and not packed: the library reads all files of an
 * archive whatever they unpack to, and starts threads of its own for packed ones.
 *
 * @throws SpreadsheetError when it is another kind of archive, damaged or too large
 */
export function unpacked(archive: Uint8Array, limits: SpreadsheetLimits): Uint8Array<ArrayBuffer> {
  const plain: Unzipped = {};
  let cells = 0;
  const { files, pathOf } = filesOf(archive, limits.unpackedBytes);
  const book = files.find(([path]) => path === 'xl/workbook.xml')?.[1];
  const countsFrom = book && from1904.test(utf8Part(book).toString('latin1')) ? 1904 : 1900;
  for (const [path, content] of files) {
    // As many characters as bytes: only names of tags and attributes are looked at, and those are ASCII.
    const xml = plainXml(utf8Part(content).toString('latin1'));
    if (hasLongText(xml, limits.textBytes)) throw new SpreadsheetError('tooLarge');
    const sheet = sheetTag.test(xml) ? normalSheet(plainCells(xml, endOfDays[countsFrom])) : undefined;
    cells += sheet?.cells ?? 0;
    if (cells > limits.cells) throw new SpreadsheetError('tooLarge');
    plain[path] = Buffer.from(sheet?.xml ?? normalPart(xml, pathOf), 'latin1');
  }
  return zipSync(plain, { level: 0 });
}

const from1904 = /\sdate1904\s*=\s*["'](?:true|1)["']/;

/** What does not end takes the rest with it: looking for its end from every beginning would take hours. */
const otherText = /<!--[^]*?(?:-->|$)|<!\[CDATA\[([^]*?)(?:\]\]>|$)|&#(x[\da-f]+|\d+);/gi;

/**
 * XML without comments, and with no other way to write text: the library leaves out what is in CDATA sections, and takes
 * the number of a letter above U+FFFF for that of another one.
 */
function plainXml(all: string): string {
  // XML says that these are read as line feeds.
  const xml = all.includes('\r') ? all.replace(/\r\n?/g, '\n') : all;
  if (!/<!|&#/.test(xml)) return xml;
  return replaceEach(xml, otherText, (tag, text, number) =>
    number === undefined
      ? (text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
      : (letter(Number(number.replace(/^x/i, '0x'))) ?? tag),
  );
}

/** A letter above U+FFFF as UTF-8 writes it, byte by byte: see {@link unpacked}. */
function letter(codePoint: number): string | undefined {
  if (codePoint > 0x10_ffff) throw new SpreadsheetError('damaged');
  return codePoint > 0xffff ? Buffer.from(String.fromCodePoint(codePoint)).toString('latin1') : undefined;
}

/** Excel takes 255 characters for a number format; the library compares longer ones for minutes. */
const longFormat = /\sformatCode=(?:"[^"]{2000}|'[^']{2000})/;

/**
 * A part that is no sheet, as the library expects it: paths as those of the archive are then, and the date system as `1`,
 * which LibreOffice writes as `true`.
 */
function normalPart(xml: string, pathOf: (name: string) => string): string {
  if (longFormat.test(xml)) throw new SpreadsheetError('damaged');
  const withPaths = replaceEach(xml, /(?<=\sTarget=["'])[^"']*/g, (target) =>
    /^[\\/]/.test(target) ? `/${pathOf(target)}` : relative(target.toLowerCase()),
  );
  return withPaths.replace(from1904, ' date1904="1"');
}

/** A path from the folder `xl`, where the list of sheets is. */
function relative(target: string): string {
  return target.replace(/^(?:\.\/)+/, '').replace(/^\.\.\//, '/');
}

/** The wanted files of an archive by the paths that its names stand for. */
interface Parts {
  readonly files: readonly (readonly [path: string, content: Uint8Array])[];
  readonly pathOf: (name: string) => string;
}

/** The wanted files. The archive says how large each is, and no more than that is unpacked of it. */
function filesOf(archive: Uint8Array, mostBytes: number): Parts {
  const entries: { readonly name: string; readonly originalSize: number }[] = [];
  unzip(archive, ({ name, originalSize }) => {
    entries.push({ name, originalSize });
    return false;
  });
  const checksums = checksumsOf(archive);
  const checksumOf = new Map(entries.map(({ name }, at) => [name, checksums[at]] as const));
  const pathOf = pathsFrom(entries.map(({ name }) => name));
  const kind = kindOfArchive(entries.map(({ name }) => pathOf(name)));
  if (kind !== 'workbook') throw new SpreadsheetError(kind);
  const read = entries.filter(({ name }) => wanted.test(pathOf(name)));
  // Of two files with one path nobody knows which is meant.
  if (new Set(read.map(({ name }) => pathOf(name))).size < read.length) throw new SpreadsheetError('damaged');
  const bytes = read.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (bytes > mostBytes) throw new SpreadsheetError('tooLarge');
  const files = Object.entries(unzip(archive, ({ name }) => wanted.test(pathOf(name))));
  if (files.some(([name, content]) => crc32(content) !== checksumOf.get(name))) {
    throw new SpreadsheetError('damaged');
  }
  return { files: files.map(([name, content]) => [pathOf(name), content] as const), pathOf };
}

function unzip(
  archive: Uint8Array,
  filter: (file: { name: string; originalSize: number }) => boolean,
): Unzipped {
  try {
    return unzipSync(archive, { filter });
  } catch (error) {
    throw new SpreadsheetError('damaged', { cause: error });
  }
}

/**
 * How to write the paths of an archive: as Excel does, below `xl/`, with slashes. Some writers use the separators of
 * Windows, begin at a root, or put everything into another folder, or none; case makes no difference to a path.
 */
function pathsFrom(names: readonly string[]): (name: string) => string {
  const plain = (name: string) => name.toLowerCase().replaceAll('\\', '/').replace(/^\//, '');
  const main = names.map(plain).find((name) => /(?:^|\/)workbook\.xml$/.test(name));
  const folder = main?.slice(0, -'workbook.xml'.length);
  return (name) => {
    const path = plain(name);
    return folder !== undefined && path.startsWith(folder) ? `xl/${path.slice(folder.length)}` : path;
  };
}

/** Whether more than `most` characters go by without a tag; such a text keeps the library busy for minutes. */
function hasLongText(xml: string, most: number): boolean {
  for (let at = 0; at + most < xml.length;) {
    const tag = xml.lastIndexOf('<', at + most);
    if (tag <= at) return true;
    at = tag;
  }
  return false;
}
