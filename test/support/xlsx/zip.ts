import zlib from 'node:zlib';

/** One file of an archive: its path inside, and what it holds. */
export type ZipEntry = readonly [path: string, content: string | Uint8Array];

/** What an archive may claim that is not so. */
export interface ZipLies {
  /** The size that each file is said to have, in bytes, whatever it has. */
  readonly claimedSize?: number;
  /** The checksum that each file is said to have. */
  readonly checksum?: number;
  /** Sets the bit that says each file is encrypted. */
  readonly encrypted?: boolean;
}

/** A ZIP archive after APPNOTE 6.3.3, deflated: written from the document, with no library that also reads. */
export function zip(entries: readonly ZipEntry[], lies: ZipLies = {}): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of entries) {
    const name = Buffer.from(path);
    const data = Buffer.from(content);
    const packed = zlib.deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0); // version needed
    fields.writeUInt16LE(0x800 | (lies.encrypted ? 1 : 0), 2); // names are UTF-8
    fields.writeUInt16LE(8, 4); // deflated
    fields.writeUInt32LE(lies.checksum ?? crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(lies.claimedSize ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, name]));
    files.push(file);
    offset += file.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, index, end]);
}

const table = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
