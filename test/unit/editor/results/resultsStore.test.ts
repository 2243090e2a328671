import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ResultsStore } from '../../../../src/editor/results/resultsStore';
import {
  importShown,
  rowOutcomes,
  stateName,
  type ResultRow,
  type Results,
} from '../../../../src/protocol/results';
import { encodePage } from '../../../../src/protocol/encodedPage';
import { packAll } from '../../../../src/protocol/packRows';
import { useFolder } from '../../../support/delivery/folder';

function rowOn(line: number): ResultRow {
  const text = { salutation: 'Ms', firstName: 'Ada', lastName: 'Łę\u2028"', phoneNumber: '1' };
  const more = {
    countryCode: '',
    extension: '',
    status: '',
    id: `id${line}`,
    createdAt: '',
    message: '',
    remark: '',
  };
  return {
    outcome: 'created',
    line,
    place: line - 2,
    ...text,
    ...more,
    stored: { ...text, countryCode: '', extension: '' },
    history: [['created', '2026-01-01T00:00:00.000Z']],
    details: [['email', '[\n  "a@b.example"\n]']],
  };
}

function resultsOf(importId: string, rows = 3): Results {
  const none = Object.fromEntries(rowOutcomes.map((outcome) => [outcome, 0])) as Results['counts'];
  const texts = {
    streamName: 'Test',
    host: 'https://a.example',
    streamId: 'st-1',
    fileName: 'a.csv',
    running: '',
    notice: '',
  };
  return {
    ...{ importId, ...texts, fileUri: 'file:///a.csv', at: '2026-01-01T00:00:00.000Z', sandbox: false },
    ...{
      rowCount: rows + 2,
      counts: { ...none, created: rows + 2 },
      actions: ['saveRest'],
      rowsNotListed: 2,
    },
    rows: packAll(Array.from({ length: rows }, (_, index) => rowOn(index + 2))).map(encodePage),
  };
}

describe('results that are kept', () => {
  const folder = useFolder();
  let results: string;
  let store: ResultsStore;
  beforeEach(() => {
    results = path.join(folder(), 'results');
    store = new ResultsStore(results);
  });
  const kept = () => fs.readdirSync(results).toSorted();
  const fileOf = (id: string) => path.join(results, `${id}.results`);
  const writtenAt = (id: string, seconds: number) => fs.utimesSync(fileOf(id), seconds, seconds);

  it('are those of the import that is asked for, or the last ones', async () => {
    for (const [index, id] of ['a', 'b', 'c'].entries()) {
      await store.save(resultsOf(id));
      writtenAt(id, [10, 30, 20][index] ?? 0);
    }
    assert.deepEqual(await store.load('a'), resultsOf('a'));
    assert.deepEqual(await store.load(), resultsOf('b'));
    assert.equal(await store.load('d'), undefined);
    assert.deepEqual(
      await new ResultsStore(results).load(importShown({ of: stateName(resultsOf('c')) })),
      resultsOf('c'),
    );
  });

  it('are those of the last import of a file', async () => {
    const ofFile = (id: string, fileUri: string) => ({ ...resultsOf(id), fileUri });
    const [a, b] = ['file:///a.csv', 'file:///b.csv'];
    assert.equal(await store.loadOf(a), undefined);
    for (const [index, id] of ['a1', 'a2', 'b1', 'a3'].entries()) {
      await store.save(ofFile(id, id.startsWith('a') ? a : b));
      writtenAt(id, 1_000 + index);
    }
    assert.deepEqual(await store.loadOf(b), ofFile('b1', b));
    fs.writeFileSync(fileOf('a3'), 'damaged');
    assert.deepEqual(await store.loadOf(a), ofFile('a2', a));
    assert.equal(await store.loadOf('file:///c.csv'), undefined);
  });

  it('follow a file that is moved, in the order in which they were kept', async () => {
    await store.save(resultsOf('a'));
    await store.save({ ...resultsOf('b'), fileUri: 'file:///b.csv' });
    writtenAt('a', 1_000);
    writtenAt('b', 2_000);
    const fileUri = 'file:///c.csv';
    await store.change((results) =>
      results.fileUri === 'file:///a.csv' ? { ...results, fileUri } : undefined,
    );
    assert.deepEqual(await store.load('a'), { ...resultsOf('a'), fileUri });
    assert.equal((await store.load())?.importId, 'b');
  });

  for (const rows of [0, 1, 1_000, 1_001, 4_700]) {
    it(`are whole: ${rows} rows`, async () => {
      await store.save(resultsOf('a', rows));
      assert.deepEqual(await store.load('a'), resultsOf('a', rows));
    });
  }

  it('are none before the first import', async () => {
    assert.equal(await store.load(), undefined);
    assert.equal(await store.load('a'), undefined);
    await store.clear();
  });

  it('are those of twenty imports, each in one file that only its owner may read', async () => {
    for (let index = 0; index < 22; index++) {
      await store.save(resultsOf(`import-${index}`));
      writtenAt(`import-${index}`, 1_000 + index);
    }
    await store.save(resultsOf('import-21', 1));
    assert.equal(kept().length, 20);
    assert.equal(kept().includes('import-1.results'), false);
    assert.equal((await store.load())?.rows[0]?.count, 1);
    if (process.platform === 'win32') return;
    for (const name of kept()) assert.equal(fs.statSync(path.join(results, name)).mode & 0o777, 0o600);
    assert.equal(fs.statSync(results).mode & 0o777, 0o700);
  });

  it('are not shown when their file is damaged', async () => {
    await store.save(resultsOf('a', 2_200));
    const whole = fs.readFileSync(fileOf('a'));
    const flipped = (at: number) => {
      const harmed = Buffer.from(whole);
      harmed[at] = (harmed[at] ?? 0) ^ 1;
      return harmed;
    };
    const places = [0, 3, 4, whole.indexOf('"rows":[]') + 8, whole.indexOf('"sizes":[[') + 10];
    for (const harmed of [
      ...[0, 3, 4, 50, whole.length - 40, whole.length - 1].map((length) => whole.subarray(0, length)),
      ...[...places, whole.length >> 1, whole.length - 33, whole.length - 1].map(flipped),
      Buffer.concat([whole, Buffer.of(0)]),
    ]) {
      fs.writeFileSync(fileOf('a'), harmed);
      assert.equal(await store.load('a'), undefined);
    }
  });

  it('stay what they were when the next ones cannot be written', async () => {
    await store.save(resultsOf('a'));
    const cyclic = {
      ...resultsOf('a', 1),
      get rows(): never {
        throw new Error('no');
      },
    };
    await assert.rejects(store.save(cyclic), { message: 'no' });
    assert.deepEqual(await store.load('a'), resultsOf('a'));
    assert.deepEqual(kept(), ['a.results']);
  });

  it('are one whole state when two windows write them at once', async () => {
    const sizes = [900, 1_000, 700];
    await Promise.all(sizes.map((rows) => new ResultsStore(results).save(resultsOf('a', rows))));
    assert.equal(sizes.includes((await store.load('a'))?.rows[0]?.count ?? 0), true);
    assert.deepEqual(kept(), ['a.results']);
  });

  it('go with their import', async () => {
    for (const id of ['a', 'b', 'c']) await store.save(resultsOf(id));
    await store.setAside('a');
    await store.remove(['a', 'c', 'never kept']);
    assert.deepEqual(kept(), ['b.results']);
  });

  it('are set aside while their import goes on, and gone once there are newer ones', async () => {
    await store.save(resultsOf('a', 2));
    await store.setAside('a');
    await store.setAside('never kept');
    assert.deepEqual([await store.load('a'), await store.load()], [undefined, undefined]);
    assert.deepEqual(await store.loadAside('a'), resultsOf('a', 2));
    await store.saveAside(resultsOf('a', 3));
    assert.deepEqual(await store.loadAside('a'), resultsOf('a', 3));
    await store.save(resultsOf('a', 4));
    assert.deepEqual(kept(), ['a.results']);
    assert.equal(await store.loadAside('a'), undefined);
  });

  it('that are set aside are no more than the others', async () => {
    for (let index = 0; index < 22; index++) await store.saveAside(resultsOf(`aside${index}`));
    await store.save(resultsOf('a'));
    assert.equal(kept().length, 21);
  });

  it('go with those that an older version left in one file', async () => {
    const older = path.join(folder(), 'last-results.json');
    fs.writeFileSync(older, '{}');
    await new ResultsStore(results, [older, path.join(folder(), 'nowhere', 'last-results.json')]).clear();
    assert.equal(fs.existsSync(older), false);
  });

  it('leave nothing when they are deleted, and no id leads out of their folder', async () => {
    await store.save(resultsOf('../../a'));
    assert.deepEqual(kept(), ['a.results']);
    await store.clear();
    assert.deepEqual(fs.readdirSync(folder()), []);
  });
});
