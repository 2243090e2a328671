import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { saveFile } from '../../../../src/core/files/saveFile';

describe('a file that the user saves', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'save-file-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  // eslint-disable-next-line @typescript-eslint/require-await
  async function* pieces(...texts: readonly (string | Error)[]): AsyncGenerator<string> {
    for (const text of texts) {
      if (typeof text !== 'string') throw text;
      yield text;
    }
  }

  it('is written piece by piece, and may be used by whom a file of the user may be', async () => {
    const [file, own] = [path.join(folder, 'a.csv'), path.join(folder, 'b.csv')];
    await saveFile(file, pieces('a', 'b'));
    await writeFile(own, '');
    assert.equal(await readFile(file, 'utf8'), 'ab');
    assert.equal((await stat(file)).mode, (await stat(own)).mode);
  });

  it('keeps its rights, and its place behind a link', async () => {
    if (process.platform === 'win32') return;
    const [file, link] = [path.join(folder, 'a.csv'), path.join(folder, 'link.csv')];
    await writeFile(file, 'before');
    await chmod(file, 0o640);
    await symlink(file, link);
    await saveFile(link, pieces('after'));
    assert.equal(await readFile(file, 'utf8'), 'after');
    assert.equal((await stat(file)).mode & 0o777, 0o640);
  });

  it('is as it was when it is given up', async () => {
    const file = path.join(folder, 'a.csv');
    await writeFile(file, 'before');
    await assert.rejects(saveFile(file, pieces('after', new Error('given up'))), /given up/);
    assert.equal(await readFile(file, 'utf8'), 'before');
    assert.deepEqual(await readdir(folder), ['a.csv']);
  });
});
