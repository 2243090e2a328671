import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { RememberedMap } from '../../../src/core/mapping/columnMap';
import { State, type StateStorage } from '../../../src/editor/state';

/** State that ends with the test, kept as VS Code keeps it: as JSON. */
class JsonState implements StateStorage {
  constructor(private readonly texts = new Map<string, string>()) {}

  get(key: string): unknown {
    const text = this.texts.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  update(key: string, value: unknown): Promise<void> {
    this.texts.set(key, JSON.stringify(value));
    return Promise.resolve();
  }
}

const fixture = path.join(import.meta.dirname, '../../fixtures/columnMaps/v1.json');
const frozen = () => new State(new JsonState(new Map([['columnMaps', fs.readFileSync(fixture, 'utf8')]])));
const german = ['Vorname', 'Nachname', 'Anrede', 'Handy', 'E-Mail'];
const english = ['First Name', 'Surname', '', 'Mobile, private'];

describe('column maps of version 1', () => {
  it('are read by every later version', () => {
    assert.deepEqual(frozen().columnMapFor(german), {
      headers: german,
      columns: {
        firstName: { field: 0 },
        lastName: { field: 1 },
        salutation: { field: 2 },
        cellPhoneNumber: { field: 3 },
        cellPhoneCountryCode: { constant: '+49' },
        cellPhoneExtension: { constant: '' },
      },
    });
    assert.deepEqual(frozen().columnMapFor(english)?.columns, {
      firstName: { field: 0 },
      lastName: { field: 1 },
      salutation: { constant: 'Mr' },
      cellPhoneNumber: { field: 3 },
      cellPhoneCountryCode: { field: 2 },
      cellPhoneExtension: { field: 2 },
    });
    assert.equal(frozen().columnMapFor(german.slice(1)), undefined);
  });

  it('are kept beside what this version adds', async () => {
    const state = frozen();
    const columns = frozen().columnMapFor(german)?.columns ?? assert.fail('nothing was read');
    await state.setColumnMap({ headers: [...german, 'Notiz'], columns });
    for (const headers of [german, english, [...german, 'Notiz']]) assert.ok(state.columnMapFor(headers));
    await state.forgetColumnMaps();
    assert.equal(state.columnMapFor(german), undefined);
  });
});

describe('column maps of version 2, with parts and tables', () => {
  const text = fs.readFileSync(path.join(path.dirname(fixture), 'v2.json'), 'utf8');
  const maps = JSON.parse(text) as readonly RememberedMap[];

  it('are read by every later version', () => {
    const state = new State(new JsonState(new Map([['columnMaps', text]])));
    assert.equal(maps.length, 3);
    for (const map of maps) assert.deepEqual(state.columnMapFor(map.headers), map);
  });
});

describe('the last import when the marks of a file were cleared', () => {
  it('is kept for each file, and forgotten with the history', async () => {
    const storage = new JsonState();
    const state = new State(storage);
    await state.setMarksCleared('file:///a.csv', 'import-1');
    await state.setMarksCleared('file:///b.csv', 'import-2');
    await state.setMarksCleared('file:///a.csv', 'import-3');
    const later = new State(storage);
    assert.equal(later.marksClearedAt('file:///a.csv'), 'import-3');
    assert.equal(later.marksClearedAt('file:///b.csv'), 'import-2');
    await later.forgetClearedMarks();
    assert.equal(later.marksClearedAt('file:///a.csv'), undefined);
  });
});

describe('what the user said of files', () => {
  it('is kept for each file, the last word counts, and it is forgotten with the history', async () => {
    const storage = new JsonState();
    const state = new State(storage);
    await state.setSaid('file:///a.csv', 'list');
    await state.setSaid('file:///b.csv', 'noList');
    await state.setSaid('file:///a.csv', 'noList');
    await state.setSaid('file:///a.csv', 'list');
    const later = new State(storage);
    assert.equal(later.saidOf('file:///a.csv'), 'list');
    assert.equal(later.saidOf('file:///b.csv'), 'noList');
    assert.equal(later.saidOf('file:///c.csv'), undefined);
    await later.forgetSaid();
    assert.equal(later.saidOf('file:///a.csv'), undefined);
  });

  it('is kept of the last 500 files', async () => {
    const state = new State(new JsonState());
    for (let file = 0; file < 501; file++) await state.setSaid(`file:///${file}.csv`, 'list');
    assert.equal(state.saidOf('file:///0.csv'), undefined);
    assert.equal(state.saidOf('file:///1.csv'), 'list');
  });

  it('is nothing when something else was stored', async () => {
    const storage = new JsonState();
    const state = new State(storage);
    for (const value of ['x', [['file:///a.csv', 'maybe']], [null], { 'file:///a.csv': 'list' }]) {
      await storage.update('contactLists', value);
      assert.equal(state.saidOf('file:///a.csv'), undefined);
    }
  });
});

describe('what is kept of a file', () => {
  it('goes with it when it is moved, in place of what was kept there', async () => {
    const storage = new JsonState();
    const state = new State(storage);
    await state.setSaid('untitled:/a.csv', 'list');
    await state.setSaid('file:///a.csv', 'noList');
    await state.setSaid('file:///b.csv', 'noList');
    await state.setRules('untitled:/a.csv', { 'value.required': 'off' });
    await state.setMarksCleared('untitled:/a.csv', 'import-1');
    await state.moveFiles((uri) => (uri === 'untitled:/a.csv' ? 'file:///a.csv' : undefined));
    const later = new State(storage);
    assert.deepEqual(
      ['file:///a.csv', 'file:///b.csv', 'untitled:/a.csv'].map((uri) => later.saidOf(uri)),
      ['list', 'noList', undefined],
    );
    assert.deepEqual(later.rulesOf('file:///a.csv'), { 'value.required': 'off' });
    assert.equal(later.marksClearedAt('file:///a.csv'), 'import-1');
  });
});
