import assert from 'node:assert/strict';
import { State, type StateStorage } from '../../../src/editor/state';

/** Keeps what VS Code would keep: values that JSON can hold. */
class JsonStorage implements StateStorage {
  private readonly values = new Map<string, string>();

  get(key: string): unknown {
    const value = this.values.get(key);
    return value === undefined ? undefined : JSON.parse(value);
  }

  update(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, JSON.stringify(value));
    return Promise.resolve();
  }
}

describe('what the user said of files', () => {
  it('is kept for each file, the last word counts, and it is forgotten with the history', async () => {
    const storage = new JsonStorage();
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
    const state = new State(new JsonStorage());
    for (let file = 0; file < 501; file++) await state.setSaid(`file:///${file}.csv`, 'list');
    assert.equal(state.saidOf('file:///0.csv'), undefined);
    assert.equal(state.saidOf('file:///1.csv'), 'list');
  });

  it('is nothing when something else was stored', async () => {
    const storage = new JsonStorage();
    const state = new State(storage);
    for (const value of ['x', [['file:///a.csv', 'maybe']], [null], { 'file:///a.csv': 'list' }]) {
      await storage.update('contactLists', value);
      assert.equal(state.saidOf('file:///a.csv'), undefined);
    }
  });
});
