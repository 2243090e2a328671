// Of the 540 icons of @vscode/codicons the pages use some twenty: the outlines of the others are left out of the font.
// Their numbers stay, so that all other tables hold as they are.
const { Buffer } = require('node:buffer');

/**
 * @param {Buffer} font a TrueType font
 * @param {ReadonlySet<number>} codePoints the characters that keep their outline
 * @throws Error when the font has no character map of format 4
 */
function subsetFont(font, codePoints) {
  const tables = tablesOf(font);
  const table = (tag) => font.subarray(tables.get(tag).at, tables.get(tag).at + tables.get(tag).length);
  const [head, loca, glyf] = [table('head'), table('loca'), table('glyf')];
  const isLong = head.readInt16BE(50) === 1;
  const glyphAt = (glyph) => (isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
  // 0 is what is drawn for a character that the font does not have.
  const kept = new Set([0, ...[...codePoints].map((point) => glyphOf(table('cmap'), point))]);

  const glyphs = table('maxp').readUInt16BE(4);
  const [places, outlines] = [Buffer.alloc(loca.length), []];
  let at = 0;
  for (let glyph = 0; glyph <= glyphs; glyph += 1) {
    if (isLong) places.writeUInt32BE(at, glyph * 4);
    else places.writeUInt16BE(at / 2, glyph * 2);
    if (glyph === glyphs || !kept.has(glyph)) continue;
    const outline = glyf.subarray(glyphAt(glyph), glyphAt(glyph + 1));
    outlines.push(outline);
    at += outline.length;
  }
  // Names of glyphs are for people who edit fonts.
  const post = Buffer.from(table('post').subarray(0, 32));
  post.writeUInt32BE(0x00030000, 0);
  const changed = { loca: places, glyf: Buffer.concat(outlines), post };
  return fontOf(
    font,
    [...tables.keys()].map((tag) => [tag, changed[tag] ?? table(tag)]),
  );
}

/** The tables of a font, by tag. */
function tablesOf(font) {
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  return new Map(
    entries.map((entry) => [
      font.toString('latin1', entry, entry + 4),
      { at: font.readUInt32BE(entry + 8), length: font.readUInt32BE(entry + 12) },
    ]),
  );
}

/** The number of a character's glyph, 0 where there is none. */
function glyphOf(cmap, codePoint) {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(8 + index * 8),
  );
  const at = offsets.find((offset) => cmap.readUInt16BE(offset) === 4);
  if (at === undefined) throw new Error('The font has no character map of format 4.');
  const segments = cmap.readUInt16BE(at + 6) / 2;
  const [ends, starts, deltas, ranges] = [14, 16 + segments * 2, 16 + segments * 4, 16 + segments * 6];
  for (let segment = 0; segment < segments; segment += 1) {
    const read = (list) => cmap.readUInt16BE(at + list + segment * 2);
    if (codePoint > read(ends)) continue;
    if (codePoint < read(starts)) return 0;
    if (read(ranges) === 0) return (codePoint + read(deltas)) & 0xffff;
    const glyph = cmap.readUInt16BE(
      at + ranges + segment * 2 + read(ranges) + (codePoint - read(starts)) * 2,
    );
    return glyph === 0 ? 0 : (glyph + read(deltas)) & 0xffff;
  }
  return 0;
}

/** A font of these tables, with the head of `old`. */
function fontOf(old, tables) {
  const directory = Buffer.from(old.subarray(0, 12 + tables.length * 16));
  const parts = [directory];
  let at = directory.length;
  for (const [index, [tag, table]] of tables.entries()) {
    const entry = 12 + index * 16;
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum(padded), entry + 4);
    directory.writeUInt32BE(at, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    parts.push(padded);
    at += padded.length;
  }
  return Buffer.concat(parts);
}

function checksum(padded) {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

module.exports = { subsetFont };
