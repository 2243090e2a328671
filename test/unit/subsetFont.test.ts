import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../vscode/paths';

const require = createRequire(import.meta.url);
const { subsetFont } = require('../../subsetFont.js') as {
  subsetFont: (font: Buffer, codePoints: ReadonlySet<number>) => Buffer;
};

/** The outlines of a font's glyphs, those that are drawn at all. */
function outlines(font: Buffer): readonly string[] {
  const table = (tag: string) => {
    const entry = font.indexOf(tag, 12, 'latin1');
    const at = font.readUInt32BE(entry + 8);
    return font.subarray(at, at + font.readUInt32BE(entry + 12));
  };
  const [loca, glyf] = [table('loca'), table('glyf')];
  const isLong = table('head').readInt16BE(50) === 1;
  const places = Array.from({ length: loca.length / (isLong ? 4 : 2) }, (_, glyph) =>
    isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2,
  );
  return places
    .slice(1)
    .map((end, glyph) => glyf.toString('base64', places[glyph], end))
    .filter((outline) => outline !== '');
}

describe('the icon font', () => {
  const font = fs.readFileSync(path.join(root, 'node_modules/@vscode/codicons/dist/codicon.ttf'));

  it('keeps the outlines of the icons that are shown, and no others', () => {
    const [warning, search] = [0xea6c, 0xea6d];
    const [one, both] = [subsetFont(font, new Set([warning])), subsetFont(font, new Set([warning, search]))];
    const all = new Set(outlines(font));
    assert.ok(outlines(both).every((outline) => all.has(outline)));
    assert.equal(outlines(both).length, outlines(one).length + 1);
    assert.ok(both.length < 20_000 && font.length > 100_000);
  });
});
