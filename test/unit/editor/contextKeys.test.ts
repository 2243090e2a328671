import assert from 'node:assert/strict';
import { keepContextKey, pathSpellings } from '../../../src/editor/contextKeys';

/** Something that can be true, and says when it changes. */
class Changing {
  private readonly listeners = new Set<() => void>();

  readonly onDidChange = (listener: () => void) => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };

  fire(): void {
    for (const listener of this.listeners) listener();
  }

  get isHeard(): boolean {
    return this.listeners.size > 0;
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a context key', () => {
  it('is told at once and after changes, when it differs', async () => {
    const changing = new Changing();
    const told: unknown[] = [];
    let value = ['a.csv'];
    const kept = keepContextKey(
      'lists',
      () => value,
      [changing.onDidChange],
      (key, now) => told.push([key, now]),
    );
    await settled();
    changing.fire();
    await settled();
    assert.deepEqual(told, [['lists', ['a.csv']]]);
    value = [];
    changing.fire();
    await settled();
    assert.deepEqual(told.slice(1), [['lists', []]]);
    kept.dispose();
    assert.equal(changing.isHeard, false);
  });

  it('is what was read last, however long an earlier reading takes', async () => {
    const changing = new Changing();
    const told: unknown[] = [];
    const answers: ((value: boolean) => void)[] = [];
    const read = () => new Promise<boolean>((resolve) => answers.push(resolve));
    keepContextKey('noHistory', read, [changing.onDidChange], (_, now) => told.push(now));
    changing.fire();
    answers[1]?.(false);
    await settled();
    answers[0]?.(true);
    await settled();
    assert.deepEqual(told, [false]);
  });

  it('is told no more after its end, and stays as it is when it cannot be read', async () => {
    const changing = new Changing();
    const told: unknown[] = [];
    const kept = keepContextKey(
      'noHistory',
      () => Promise.resolve(true),
      [],
      (_, now) => told.push(now),
    );
    kept.dispose();
    const failing = () => Promise.reject(new Error('no disk'));
    keepContextKey('noHistory', failing, [changing.onDidChange], (_, now) => told.push(now));
    await settled();
    assert.deepEqual(told, []);
  });
});

describe('the path of a file', () => {
  it('is spelt with the separators of either system', () => {
    assert.deepEqual(pathSpellings({ fsPath: '/lists/a.csv' }), ['/lists/a.csv', '\\lists\\a.csv']);
    assert.deepEqual(pathSpellings({ fsPath: 'c:\\lists\\a.csv' }), ['c:\\lists\\a.csv', 'c:/lists/a.csv']);
  });
});
