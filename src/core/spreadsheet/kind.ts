import type { ForeignKind } from './problem';

/** What a file is by its bytes, whatever its name: an archive, as a workbook is one, or something else. */
export function kindOfBytes(bytes: Uint8Array): 'archive' | ForeignKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) return 'empty';
  if (begins(file, 'PK')) return 'archive';
  if (begins(file, '\xD0\xCF\x11\xE0')) return kindOfContainer(file);
  // Sheets of the versions before Excel 5, which are no containers yet.
  if (
    ['\x09\x00\x04\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00', '\x09\x08'].some((start) =>
      begins(file, start),
    )
  )
    return 'xls';
  const holdsNul = file.subarray(0, 4096).includes(0);
  return holdsNul && !begins(file, '\xFF\xFE') && !begins(file, '\xFE\xFF') ? 'notWorkbook' : 'text';
}

/** An OLE container: an old workbook, or any workbook since, encrypted ([MS-OFFCRYPTO] 2.3.4.4). */
function kindOfContainer(file: Buffer): ForeignKind {
  const has = (...names: readonly string[]) => names.some((name) => file.includes(name, 0, 'utf16le'));
  if (has('EncryptedPackage')) return 'encrypted';
  return has('Workbook', 'WORKBOOK', 'Book', 'BOOK') ? 'xls' : 'notWorkbook';
}

/** What an archive is by the paths of its files, in lower case. */
export function kindOfArchive(paths: readonly string[]): 'workbook' | ForeignKind {
  const has = (pattern: RegExp) => paths.some((path) => pattern.test(path));
  if (has(/^xl\/workbook\.bin$/)) return 'xlsb';
  if (has(/^xl\/vbaproject\.bin$/)) return 'macros';
  if (has(/^xl\/workbook\.xml$/)) return 'workbook';
  if (has(/(?:^|\/)(?:document\.iwa|index\.zip)$/)) return 'numbers';
  if (has(/^meta-inf\/manifest\.xml$/) && has(/^content\.xml$/)) return 'ods';
  return 'notWorkbook';
}

function begins(file: Buffer, signature: string): boolean {
  return file.toString('latin1', 0, signature.length) === signature;
}
