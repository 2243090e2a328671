import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { mock } from 'node:test';
import { FileLedgerStore } from '../../../../../src/core/delivery';
import { syncWithinMs, type LedgerFile } from '../../../../../src/core/delivery/ledger/store';
import { settled, useStoppedClock } from '../../../../support/delivery/clock';
import { useFolder } from '../../../../support/delivery/folder';

describe('ledgers as files', () => {
  const folder = useFolder();
  const store = () => new FileLedgerStore(path.join(folder(), 'deep', 'imports'));
  const fileOf = (id: string) => path.join(folder(), 'deep', 'imports', `${id}.jsonl`);
  const textOf = (id: string) => fs.readFileSync(fileOf(id), 'utf8');

  async function append(id: string, ...lines: readonly string[]): Promise<void> {
    const file = await store().open(id);
    for (const line of lines) await file.append(line);
    await file.close();
  }

  async function linesOf(id: string): Promise<string[]> {
    const lines: string[] = [];
    for await (const line of store().lines(id)) lines.push(line);
    return lines;
  }

  function write(id: string, text: string): void {
    fs.mkdirSync(path.dirname(fileOf(id)), { recursive: true });
    fs.writeFileSync(fileOf(id), text);
  }

  it('has none before the first is opened, and does not mind', async () => {
    assert.deepEqual(await store().list(), []);
    assert.deepEqual(await linesOf('a'), []);
    assert.equal(await store().touchedAt('a'), undefined);
    await store().delete('a');
    assert.equal(fs.existsSync(path.join(folder(), 'deep')), false);
  });

  it('keeps lines, and adds to them', async () => {
    await append('a', 'one', 'zwei ü 😀');
    await append('a', 'three');
    await append('b', 'other');
    assert.equal(textOf('a'), 'one\nzwei ü 😀\nthree\n');
    assert.deepEqual(await linesOf('a'), ['one', 'zwei ü 😀', 'three']);
    assert.deepEqual((await store().list()).toSorted(), ['a', 'b']);
  });

  it('lists nothing but ledgers', async () => {
    await append('a', 'one');
    fs.writeFileSync(path.join(path.dirname(fileOf('a')), 'notes.txt'), '');
    assert.deepEqual(await store().list(), ['a']);
  });

  it('has a line in the file when the append resolves', async () => {
    const file = await store().open('a');
    await file.append('one');
    assert.equal(textOf('a'), 'one\n');
    await file.close();
  });

  describe('has a written line in the file at once, and on the disk', () => {
    const clock = useStoppedClock();
    let file: LedgerFile;
    /** What the file held each time that the disk was waited for. */
    let onDisk: string[];
    let restore: () => void;
    let fail = false;

    beforeEach(async () => {
      file = await store().open('a');
      onDisk = [];
      const handle = await fs.promises.open(fileOf('a'));
      const sync = mock.method(Object.getPrototypeOf(handle) as typeof handle, 'datasync', () => {
        onDisk.push(textOf('a'));
        return fail ? Promise.reject(new Error('the disk is gone')) : Promise.resolve();
      });
      restore = () => sync.mock.restore();
      await handle.close();
    });

    afterEach(async () => {
      await file.close();
      restore();
    });

    it('with the next that is appended', async () => {
      await file.write('one');
      assert.deepEqual([textOf('a'), onDisk], ['one\n', []]);
      await Promise.all([file.write('two'), file.append('three')]);
      clock().tick(2 * syncWithinMs);
      await settled();
      assert.deepEqual(onDisk, ['one\ntwo\nthree\n']);
    });

    it('soon, when none is', async () => {
      await file.write('one');
      clock().tick(syncWithinMs / 2);
      await file.write('two');
      assert.deepEqual(onDisk, []);
      clock().tick(syncWithinMs / 2);
      await settled();
      assert.deepEqual(onDisk, ['one\ntwo\n']);
      await file.write('three');
      clock().tick(syncWithinMs);
      await settled();
      assert.deepEqual(onDisk, ['one\ntwo\n', 'one\ntwo\nthree\n']);
    });

    it('or the next that is appended says so, though the disk does not say it again', async () => {
      await file.write('one');
      fail = true;
      clock().tick(syncWithinMs);
      await settled();
      fail = false;
      await assert.rejects(file.append('two'), { message: 'the disk is gone' });
    });

    it('not any more when it was closed', async () => {
      await file.write('one');
      await file.close();
      clock().tick(syncWithinMs);
      await settled();
      assert.deepEqual(onDisk, []);
    });
  });

  it('writes lines one after the other, though nobody waits for the one before', async () => {
    const file = await store().open('a');
    const handle = await fs.promises.open(fileOf('a'));
    const prototype = Object.getPrototypeOf(handle) as typeof handle;
    const appendFile = Reflect.get<typeof handle, 'appendFile'>(prototype, 'appendFile');
    // The disk takes longer for the first than for the second.
    const slow = mock.method(prototype, 'appendFile', async function (this: typeof handle, text: string) {
      if (text.startsWith('one')) await settled();
      await appendFile.call(this, text);
    });
    try {
      await Promise.all([file.append('one'), file.append('two')]);
      assert.equal(slow.mock.callCount(), 2);
    } finally {
      slow.mock.restore();
      await Promise.all([file.close(), handle.close()]);
    }
    assert.deepEqual(await linesOf('a'), ['one', 'two']);
  });

  it('gives the last line that is whole, without reading the others', async () => {
    const lastOf = (text: string) => {
      write('a', text);
      return store().lastLine('a');
    };
    assert.equal(await store().lastLine('none'), undefined);
    assert.equal(await lastOf(''), undefined);
    assert.equal(await lastOf('torn'), undefined);
    assert.equal(await lastOf('one\n'), 'one');
    assert.equal(await lastOf('one\ntwo\nto'), 'two');
    assert.equal(await lastOf(`${'x'.repeat(5_000)}\ntwo\n`), 'two');
    assert.equal(await lastOf(`one\n${'x'.repeat(5_000)}\n`), undefined);
  });

  it('gives lines of any length, empty ones too', async () => {
    const lines = ['one', '', 'ü'.repeat(70_000), 'x'.repeat(200_000), 'last'];
    write('a', lines.map((line) => `${line}\n`).join(''));
    assert.deepEqual(await linesOf('a'), lines);
  });

  it('gives no line that was not written to its end', async () => {
    write('a', 'one\n{"t":"se');
    assert.deepEqual(await linesOf('a'), ['one']);
  });

  it('leaves a torn line out when it goes on behind it', async () => {
    for (const torn of ['{"t":"se', '{"name":"M\u00fc', 'ü'.repeat(70_000)]) {
      write('a', `one\n${torn}`);
      await append('a', 'next', 'last');
      assert.deepEqual(await linesOf('a'), ['one', 'next', 'last']);
    }
  });

  it('takes a character that was torn apart for a torn line', async () => {
    const half = Buffer.from('ü').subarray(0, 1);
    fs.mkdirSync(path.dirname(fileOf('a')), { recursive: true });
    fs.writeFileSync(fileOf('a'), Buffer.concat([Buffer.from('one\n{"'), half]));
    await append('a', 'next');
    assert.deepEqual(await linesOf('a'), ['one', 'next']);
  });

  it('goes on behind a line for which the disk had room only in part', async () => {
    const file = await store().open('a');
    const handle = await fs.promises.open(fileOf('a'));
    const prototype = Object.getPrototypeOf(handle) as typeof handle;
    const full = mock.method(prototype, 'appendFile', (text: string) => {
      fs.appendFileSync(fileOf('a'), text.slice(0, 2));
      return Promise.reject(new Error('the disk is full'));
    });
    try {
      await assert.rejects(file.append('one'), { message: 'the disk is full' });
      await assert.rejects(file.write('two'), { message: 'the disk is full' });
    } finally {
      full.mock.restore();
      await handle.close();
    }
    await file.append('three');
    await file.close();
    assert.deepEqual(await linesOf('a'), ['three']);
  });

  it('adds no line to one that is whole, or empty', async () => {
    write('a', 'one\n');
    write('b', '');
    await append('a', 'two');
    await append('b', 'two');
    assert.deepEqual([textOf('a'), textOf('b')], ['one\ntwo\n', 'two\n']);
  });

  it('tells when a ledger was last written to or kept alive, and by nobody else', async () => {
    const file = await store().open('a');
    await file.append('one');
    const long = new Date(Date.now() - 3_600_000);
    fs.utimesSync(fileOf('a'), long, long);
    assert.ok(Math.abs(((await store().touchedAt('a')) ?? 0) - long.getTime()) < 2_000);
    await file.touch();
    assert.ok(((await store().touchedAt('a')) ?? 0) > long.getTime() + 3_000_000);
    fs.utimesSync(fileOf('a'), long, long);
    await file.append('two');
    assert.ok(((await store().touchedAt('a')) ?? 0) > long.getTime() + 3_000_000);
    await file.close();
  });

  it('deletes', async () => {
    await append('a', 'one');
    await store().delete('a');
    assert.deepEqual(await store().list(), []);
    assert.equal(await store().touchedAt('a'), undefined);
  });

  it('stays in its folder, whatever an id says', async () => {
    await append('../../a', 'one');
    assert.deepEqual(await store().list(), ['a']);
    assert.deepEqual(fs.readdirSync(folder()), ['deep']);
  });

  it('throws what is wrong with a folder, or a ledger, that cannot be read', async () => {
    const inFile = path.join(folder(), 'file');
    fs.writeFileSync(inFile, '');
    await assert.rejects(new FileLedgerStore(inFile).list(), { code: 'ENOTDIR' });
    fs.mkdirSync(fileOf('a'), { recursive: true });
    await assert.rejects(linesOf('a'), { code: 'EISDIR' });
  });

  if (process.platform !== 'win32') {
    it('lets only the user read a ledger', async () => {
      await append('a', 'one');
      assert.equal(fs.statSync(fileOf('a')).mode & 0o077, 0);
    });
  }
});
