import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { withRightLetters } from '../../../../src/core/contact/wrongLetters';
import { convertToUtf8, isWritable } from '../../../../src/core/files/convertFile';
import { useFolder } from '../../../support/delivery/folder';

const decoding = (encoding: string) => (bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes);

describe('a file that is converted to UTF-8', () => {
  const folder = useFolder();
  const west = Buffer.from('José;Müller\r\nZoë;2\r', 'latin1');

  function write(bytes: string | Uint8Array): string {
    const file = path.join(folder(), 'west.csv');
    fs.writeFileSync(file, bytes);
    return file;
  }

  it('holds the same text, line breaks as they were, and no mark', async () => {
    const file = write(west);
    const done = await convertToUtf8(file, decoding('windows-1252'));
    assert.ok(done.ok);
    assert.equal(fs.readFileSync(file, 'utf8'), 'José;Müller\r\nZoë;2\r');
    const utf16 = write(Buffer.from('\uFEFFJosé\n', 'utf16le'));
    assert.ok((await convertToUtf8(utf16, decoding('utf-16le'))).ok);
    assert.deepEqual(fs.readFileSync(utf16), Buffer.from('José\n'));
    assert.deepEqual(fs.readdirSync(folder()), ['west.csv']);
  });

  it('is what it was after an undo, byte for byte, unless it was changed since', async () => {
    const file = write(west);
    const done = await convertToUtf8(file, decoding('windows-1252'));
    assert.ok(done.ok);
    assert.equal(await done.undo(), true);
    assert.deepEqual(fs.readFileSync(file), west);
    const again = await convertToUtf8(file, decoding('windows-1252'));
    assert.ok(again.ok);
    fs.appendFileSync(file, 'x');
    const changed = fs.readFileSync(file);
    assert.equal(await again.undo(), false);
    assert.deepEqual(fs.readFileSync(file), changed);
  });

  it('stays as it is where the encoding cannot read it, and the line is told', async () => {
    const file = write(west);
    const done = await convertToUtf8(file, decoding('utf-8'));
    assert.deepEqual(done, { ok: false, problem: { reason: 'undecodable', line: 1 } });
    assert.deepEqual(fs.readFileSync(file), west);
    const kept = write(Buffer.from('a\r\nb\rM\uFFFDller\n'));
    const lost = await convertToUtf8(kept, decoding('utf-8'));
    assert.deepEqual(lost, { ok: false, problem: { reason: 'undecodable', line: 3 } });
    const half = await convertToUtf8(kept, () => 'a😀\n\uD83D\n');
    assert.deepEqual(half, { ok: false, problem: { reason: 'undecodable', line: 2 } });
  });

  it('stays as it is when it changes meanwhile, or is gone', async () => {
    const file = write(west);
    const done = await convertToUtf8(file, (bytes) => {
      fs.appendFileSync(file, 'x');
      return decoding('windows-1252')(bytes);
    });
    assert.deepEqual(done, { ok: false, problem: { reason: 'changed' } });
    assert.deepEqual(fs.readFileSync(file), Buffer.concat([west, Buffer.from('x')]));
    const gone = await convertToUtf8(path.join(folder(), 'no.csv'), decoding('utf-8'));
    assert.deepEqual(gone, { ok: false, problem: { reason: 'notFound' } });
    assert.deepEqual(fs.readdirSync(folder()), ['west.csv']);
  });

  it('keeps its permissions, and a link to it stays one', async () => {
    const file = write(west);
    fs.chmodSync(file, 0o640);
    const link = path.join(folder(), 'link.csv');
    fs.symlinkSync(file, link);
    assert.ok((await convertToUtf8(link, decoding('windows-1252'))).ok);
    assert.ok(fs.lstatSync(link).isSymbolicLink());
    assert.equal(fs.statSync(file).mode & 0o777, 0o640);
    assert.equal(fs.readFileSync(file, 'utf8').slice(0, 4), 'José');
    fs.rmSync(link);
  });

  it('is none that nobody may write', async () => {
    const file = write(west);
    assert.equal(await isWritable(file), true);
    fs.chmodSync(file, 0o444);
    assert.equal(await isWritable(file), false);
    await assert.rejects(isWritable(path.join(folder(), 'no.csv')));
  });

  it('gets its letters back where UTF-8 was misread before it was saved', async () => {
    const file = write('Garc\u00C3\u00ADa,Nicol\u00C3\u00A0\nM\u00C3\u00BCller,O\u00E2\u20AC\u2122Brien\n');
    const done = await convertToUtf8(file, (bytes) => withRightLetters(decoding('utf-8')(bytes)));
    assert.ok(done.ok);
    assert.equal(fs.readFileSync(file, 'utf8'), 'García,Nicolà\nMüller,O’Brien\n');
  });
});
