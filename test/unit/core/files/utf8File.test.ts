import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, truncateSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { problemOf } from '../../../../src/core/files/fileProblem';
import { readUtf8File, type RawReading } from '../../../../src/core/files/utf8File';
import { failing, isOpen, tempFile } from './support';

const bom = Buffer.from('\uFEFF');

/** The whole of a reading. Every piece of it must be whole characters. */
async function textOf(path: string, reading?: RawReading): Promise<string> {
  let text = '';
  for await (const bytes of readUtf8File(path, reading)) {
    assert.ok(bytes.length > 0);
    text += new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  }
  return text;
}

describe('readUtf8File', () => {
  const file = tempFile();

  it('gives whole characters without the byte order mark, wherever the file is cut', async () => {
    const text = 'é,日本,😀\r\n\uFEFFx,ß\n';
    for (let chunkBytes = 1; chunkBytes < 12; chunkBytes++) {
      assert.equal(await textOf(await file(text), { chunkBytes }), text);
      assert.equal(await textOf(await file(`\uFEFF${text}`), { chunkBytes }), text);
    }
  });

  it('takes off one byte order mark alone', async () => {
    assert.equal(await textOf(await file('\uFEFF\uFEFFa')), '\uFEFFa');
  });

  it('gives nothing of an empty file, or of a byte order mark', async () => {
    assert.equal(await textOf(await file('')), '');
    assert.equal(await textOf(await file(bom)), '');
  });

  it('hands out every byte and the progress', async () => {
    const bytes = Buffer.from('\uFEFFfirstName\nJürgen\n');
    const hash = createHash('sha256');
    const progress: [number, number][] = [];
    await textOf(await file(bytes), {
      chunkBytes: 8,
      onBytes: (chunk) => hash.update(chunk),
      onProgress: (read, all) => progress.push([read, all]),
    });
    assert.equal(hash.digest('hex'), createHash('sha256').update(bytes).digest('hex'));
    assert.deepEqual(progress, [
      [8, 21],
      [16, 21],
      [21, 21],
    ]);
  });

  describe('finds the first byte that is not UTF-8', () => {
    const latin1 = (text: string) => Buffer.from(text, 'latin1');
    const cases: readonly [name: string, bytes: Buffer, offset: number, line: number, column: number][] = [
      ['at the very start', Buffer.from([0xff, 0x41]), 0, 1, 1],
      ['behind a byte order mark', Buffer.concat([bom, latin1('é')]), 3, 1, 1],
      ['in another encoding', latin1('a,b\r\nJ\u00FCrgen,x\r\n'), 6, 2, 2],
      ['behind other characters', Buffer.concat([Buffer.from('é\n日😀'), latin1('ü')]), 10, 2, 4],
      ['as the end of no character', Buffer.from([0x41, 0x80]), 1, 1, 2],
      ['where a character is cut short', Buffer.from([0x41, 0xf0, 0x9f, 0x98, 0x0a]), 1, 1, 2],
      ['where the file cuts a character short', Buffer.from([0x0a, 0xe6, 0x97]), 1, 2, 1],
      ['where U+FFFD is cut short', Buffer.from([0xef, 0xbf, 0xbd, 0xef, 0xbf, 0x41]), 3, 1, 2],
      ['in half a surrogate pair', Buffer.from([0x41, 0xed, 0xa0, 0x80]), 1, 1, 2],
      ['in a character that is written too long', Buffer.from([0x41, 0xc0, 0xaf]), 1, 1, 2],
      ['behind all kinds of line breaks', latin1('\r\n\n\r\r\n-\xE9'), 7, 5, 2],
      ['right behind a CR', latin1('a\r\xE9'), 2, 2, 1],
    ];
    for (const [name, bytes, offset, line, column] of cases) {
      it(name, async () => {
        for (const chunkBytes of [1, 2, 3, 1000]) {
          const { problem, given } = await failing(readUtf8File(await file(bytes), { chunkBytes }));
          assert.deepEqual(problem, { reason: 'encoding', offset, line, column });
          const start = bytes.subarray(0, 3).equals(bom) ? 3 : 0;
          assert.deepEqual(Buffer.concat(given), bytes.subarray(start, offset), 'what is before is given');
        }
      });
    }

    it('many pieces behind the start', async () => {
      const line = `${'日'.repeat(100)}\r\n`;
      const bytes = Buffer.concat([Buffer.from(line.repeat(2000)), Buffer.from('日😀'), Buffer.from([0xe9])]);
      const { problem } = await failing(readUtf8File(await file(bytes)));
      assert.deepEqual(problem, { reason: 'encoding', offset: 302 * 2000 + 7, line: 2001, column: 4 });
    });
  });

  describe('tells UTF-16', () => {
    const text = 'firstName,lastName\r\nJürgen,Müller\r\n';
    const littleEndian = Buffer.from(text, 'utf16le');
    const bigEndian = Buffer.from(littleEndian).swap16();
    for (const [name, bytes] of [
      ['little endian with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), littleEndian])],
      ['big endian with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), bigEndian])],
      ['little endian by its NULs', littleEndian],
      ['big endian by its NULs', bigEndian],
    ] as const) {
      it(name, async () => {
        const { problem } = await failing(readUtf8File(await file(bytes)));
        assert.deepEqual(problem, { reason: 'utf16' });
      });
    }

    it('from UTF-8 with a NUL somewhere', async () => {
      assert.equal(await textOf(await file(`${text}\0`)), `${text}\0`);
      assert.equal(await textOf(await file('\0'.repeat(100))), '\0'.repeat(100));
    });
  });

  describe('says why it cannot be read', () => {
    it('not there, or no file', async () => {
      const path = await file('');
      assert.deepEqual((await failing(readUtf8File(`${path}.gone`))).problem, { reason: 'notFound' });
      assert.deepEqual((await failing(readUtf8File(join(path, 'x')))).problem, { reason: 'notFound' });
      assert.deepEqual((await failing(readUtf8File(dirname(path)))).problem, { reason: 'notAFile' });
    });

    it('a pipe, into which nobody writes', async () => {
      if (process.platform === 'win32') return;
      const path = `${await file('')}.pipe`;
      execFileSync('mkfifo', [path]);
      assert.deepEqual((await failing(readUtf8File(path))).problem, { reason: 'notAFile' });
    });

    for (const [code, problem] of [
      ['EACCES', { reason: 'noPermission' }],
      ['EPERM', { reason: 'noPermission' }],
      ['EIO', { reason: 'unreadable', systemCode: 'EIO' }],
    ] as const) {
      it(`${code} of the system`, () => {
        assert.deepEqual(problemOf(Object.assign(new Error(), { code, syscall: 'open' })), problem);
      });
    }

    it('but lets a mistake of the program be one', async () => {
      const mistake = new TypeError('a mistake');
      const onBytes = () => {
        throw mistake;
      };
      await assert.rejects(textOf(await file('a'), { onBytes }), mistake);
    });
  });

  describe('notices that the file changes meanwhile', () => {
    const then = new Date(1_700_000_000_000);
    const cases: readonly [name: string, change: (path: string) => void, isDated: boolean][] = [
      ['it grows', (path) => appendFileSync(path, 'c'), false],
      ['it shrinks', (path) => truncateSync(path, 30), false],
      ['it is written again', () => undefined, true],
    ];
    for (const [name, change, isDated] of cases) {
      it(name, async () => {
        const path = await file('a,b\n'.repeat(10));
        utimesSync(path, then, then);
        const onProgress = (read: number) => {
          if (read !== 20) return;
          change(path);
          utimesSync(path, then, isDated ? new Date() : then);
        };
        const { problem } = await failing(readUtf8File(path, { chunkBytes: 10, onProgress }));
        assert.deepEqual(problem, { reason: 'changed' });
        assert.ok(!isOpen(path));
      });
    }
  });

  describe('closes the file', () => {
    const text = 'a,b\n'.repeat(100);

    it('at its end, and at an error', async () => {
      const path = await file(text);
      await textOf(path);
      assert.ok(!isOpen(path));
      const broken = await file(Buffer.from([0x41, 0xff, 0x41]));
      await failing(readUtf8File(broken));
      assert.ok(!isOpen(broken));
    });

    it('when nobody wants more of it', async () => {
      const path = await file(text);
      for await (const bytes of readUtf8File(path, { chunkBytes: 10 })) {
        assert.equal(bytes.length, 10);
        assert.ok(isOpen(path) || process.platform !== 'linux');
        break;
      }
      assert.ok(!isOpen(path));
    });

    it('when the signal is aborted, early or late', async () => {
      for (const stop of [0, 10, 390]) {
        const path = await file(text);
        const abort = new AbortController();
        if (stop === 0) abort.abort();
        const onProgress = (read: number) => {
          if (read === stop) abort.abort();
        };
        const reading = readUtf8File(path, { chunkBytes: 10, signal: abort.signal, onProgress });
        const { problem, given } = await failing(reading);
        assert.deepEqual(problem, { reason: 'cancelled' });
        assert.ok(Buffer.concat(given).length <= stop);
        assert.ok(!isOpen(path));
      }
    });
  });
});
