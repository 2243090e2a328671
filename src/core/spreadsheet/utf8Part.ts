/** What a part says of its letters, at its start. */
const declared = /^<\?xml[^>]*?encoding\s*=\s*["'](?:iso-8859-1|windows-1252|us-ascii)["']/i;

/** A part of a workbook in UTF-8, as nearly all are. UTF-16 is allowed, too; some writers have the letters of their system. */
export function utf8Part(content: Uint8Array): Buffer {
  const [first, second] = content;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : declared.test(Buffer.from(content.subarray(0, 200)).toString('latin1'))
          ? 'windows-1252'
          : undefined;
  if (encoding === undefined) return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const text = new TextDecoder(encoding).decode(content);
  return Buffer.from(text.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])[^"']*/, '$1UTF-8'));
}
