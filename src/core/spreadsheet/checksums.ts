const entrySignature = 'PK\x01\x02';
const endSignature = 'PK\x05\x06';
const end64Signature = 'PK\x06\x06';
const locatorSignature = 'PK\x06\x07';
const entryLength = 46;
const endLength = 22;
const locatorLength = 20;

/**
 * The CRC-32 of each file of an archive, in the order of its central directory (APPNOTE 6.3.3, 4.3.12): fflate unpacks in
 * that order, and compares none.
 *
 * @returns as many as the directory has entries that can be read
 */
export function checksumsOf(archive: Uint8Array): readonly number[] {
  const file = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const checksums: number[] = [];
  let at = directoryStart(file);
  while (isAt(file, at, entrySignature, entryLength)) {
    checksums.push(file.readUInt32LE(at + 16));
    at += entryLength + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return checksums;
}

/** Where the directory begins; -1 when the archive does not say it. A small one may be written as those above 4 GB are. */
function directoryStart(file: Buffer): number {
  const end = file.lastIndexOf(endSignature, file.length - endLength, 'latin1');
  if (end < 0) return -1;
  const locator = end - locatorLength;
  const end64 = isAt(file, locator, locatorSignature, locatorLength) ? file.readUInt32LE(locator + 8) : -1;
  return file.readUInt32LE(isAt(file, end64, end64Signature, 56) ? end64 + 48 : end + 16);
}

function isAt(file: Buffer, at: number, signature: string, length: number): boolean {
  return at >= 0 && at + length <= file.length && file.toString('latin1', at, at + 4) === signature;
}
