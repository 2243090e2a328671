import assert from 'node:assert/strict';
import * as v from 'valibot';
import { PagePanel, type Page } from '../../../../src/editor/pages/pagePanel';
import { pageProtocol, type PageState } from '../../../../src/protocol/page';
import { FakePages, FakePanel, fakeWords as words } from '../../../support/fakePages';

interface State extends PageState {
  readonly rows: number;
}
interface Own {
  readonly type: 'count';
}

const page: Omit<Page<State, Own>, 'answer'> = {
  name: 'results',
  titleOf: ({ fileName }) => fileName,
  protocol: pageProtocol(
    v.object({ fileName: v.string(), fileUri: v.string(), rows: v.number() }),
    v.object({ type: v.literal('count') }),
  ),
};
const state = (rows: number): State => ({ fileName: 'a.csv', fileUri: 'file:///a.csv', rows });

const settled = (id: number, ok = true) => ({ type: 'settled', id, ok });

describe('panel of a page', () => {
  let pages: FakePages;
  let counted: number[];
  let panel: PagePanel<State, Own>;

  beforeEach(() => {
    pages = new FakePages();
    counted = [];
    panel = new PagePanel(pages, { ...page, answer: (_request, { rows }) => void counted.push(rows) });
  });

  const first = () => pages.opened[0] ?? assert.fail('no panel was opened');

  it('gives words and state when the page is ready, at every load, and newer state by itself', async () => {
    await panel.show(state(1));
    assert.deepEqual(pages.loaded, ['results']);
    assert.deepEqual(first().told, [], 'nothing is told to a page that is not there yet');
    await first().say({ id: 0, request: { type: 'ready' } });
    await panel.show(state(2));
    await first().say({ id: 0, request: { type: 'ready' } });
    assert.deepEqual(first().told, [
      words,
      { type: 'state', state: state(1) },
      settled(0),
      { type: 'state', state: state(2) },
      words,
      { type: 'state', state: state(2) },
      settled(0),
    ]);
    assert.equal(first().reveals, 1);
    assert.equal(pages.opened.length, 1);
  });

  it('takes the focus when it is asked to, opened or not, and leaves it otherwise', async () => {
    await panel.show(state(1), { takesFocus: true });
    assert.equal(first().hasFocus, true);
    await panel.show(state(2));
    assert.equal(first().hasFocus, false);
    await panel.show(state(2), { takesFocus: true });
    assert.equal(first().hasFocus, true);
  });

  describe('with a long state', () => {
    const head = { type: 'state', state: state(0) };
    const parts = (...numbers: readonly number[]) => numbers.map((part) => ({ type: 'part', part }));
    let long: PagePanel<State, Own, number>;

    // It has as many parts as rows.
    beforeEach(async () => {
      long = new PagePanel<State, Own, number>(pages, {
        ...page,
        protocol: pageProtocol(
          v.custom<State>(() => true),
          v.never(),
          v.number(),
        ),
        split: (told) => ({
          head: { ...told, rows: 0 },
          parts: Array.from({ length: told.rows }, (_, part) => part + 1),
        }),
      });
      await long.show(state(2));
    });

    it('tells it in parts', async () => {
      await first().say({ id: 0, request: { type: 'ready' } });
      assert.deepEqual(first().told, [words, head, ...parts(1, 2), settled(0)]);
    });

    it('tells the first ones without a wait, and has some on their way at once', async () => {
      await long.update(state(100));
      first().delay();
      const ready = first().say({ id: 0, request: { type: 'ready' } });
      assert.deepEqual(first().told, [words, head, ...parts(1, 2, 3, 4, 5, 6, 7)]);
      const onTheWay = Array.from({ length: 31 }, (_, part) => part + 1);
      while (first().told.length < 2 + onTheWay.length) await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setImmediate(resolve));
      assert.deepEqual(first().told, [words, head, ...parts(...onTheWay)]);
      first().arrive();
      await ready;
      assert.deepEqual(first().told.length, 2 + 100 + 1);
    });

    it('keeps back what is told no more', async () => {
      await first().say({ id: 0, request: { type: 'ready' } });
      first().told.length = 0;
      first().delay();
      const told = [long.show(state(100)), long.show(state(3))];
      first().arrive();
      await Promise.all(told);
      assert.deepEqual(first().told, [head, ...parts(1, 2, 3, 4, 5, 6, 7), head, ...parts(1, 2, 3)]);
    });
  });

  it('has a page that is in sight do something, and says when there is none', async () => {
    const ordered = new PagePanel<State, Own, never, string>(pages, {
      ...page,
      protocol: pageProtocol(
        v.custom<State>(() => true),
        v.custom<Own>(() => true),
        v.never(),
        v.string(),
      ),
    });
    assert.equal(ordered.order('copy'), false);
    await ordered.show(state(1));
    assert.equal(ordered.order('copy'), true);
    assert.deepEqual([first().told, first().hasFocus], [[{ type: 'order', order: 'copy' }], false]);
    assert.equal(ordered.order('copy', true), true);
    assert.equal(first().hasFocus, true);
    first().visible = false;
    assert.equal(ordered.order('copy'), false);
    first().dispose();
    assert.equal(ordered.order('copy'), false);
  });

  it('goes to places in the state’s own file, whatever file the page names', async () => {
    await panel.show(state(1));
    await first().say({
      id: 0,
      request: { type: 'goTo', line: 7, column: 2, fileUri: 'file:///etc/passwd' },
    });
    assert.deepEqual(pages.places, [['file:///a.csv', { line: 7, column: 2 }]]);
    assert.deepEqual(first().told, [settled(0)]);
  });

  it('has what only this page asks for done, with the state that is shown', async () => {
    await panel.show(state(5));
    await first().say({ id: 4, request: { type: 'count' } });
    assert.deepEqual(counted, [5]);
    assert.deepEqual(first().told, [settled(4)]);
  });

  it('settles what fails, and shows why', async () => {
    await panel.show(state(1));
    await first().say({ id: 0, request: { type: 'goTo', line: 13 } });
    assert.deepEqual(first().told, [settled(0, false)]);
    assert.deepEqual(pages.errors, [new Error('no such line')]);
  });

  it('settles what it does not understand, and ignores what is no request', async () => {
    await panel.show(state(1));
    for (const request of [undefined, 'ready', {}, { type: 'goTo', line: 0 }, { type: 'act' }]) {
      await first().say({ id: 2, request });
    }
    assert.deepEqual(
      first().told,
      Array.from({ length: 5 }, () => settled(2, false)),
    );
    for (const message of [
      undefined,
      null,
      'ready',
      {},
      { type: 'ready' },
      { id: -1, request: { type: 'ready' } },
    ]) {
      await first().say(message);
    }
    assert.equal(first().told.length, 5);
    assert.deepEqual([pages.places, counted, pages.errors], [[], [], []]);
  });

  it('takes over a panel that VS Code brings back, and closes a second one', async () => {
    const back = new FakePanel();
    panel.adopt(back.asPanel, state(3));
    await back.say({ id: 0, request: { type: 'ready' } });
    assert.deepEqual(back.told, [words, { type: 'state', state: state(3) }, settled(0)]);
    const second = new FakePanel();
    panel.adopt(second.asPanel, state(4));
    assert.equal(second.disposals, 1);
    await panel.show(state(5));
    assert.deepEqual([back.reveals, panel.state, pages.opened.length], [1, state(5), 0]);
  });

  it('loads a panel whose state has yet to be read, and tells that as soon as it is there', async () => {
    const back = new FakePanel();
    panel.adopt(back.asPanel, undefined);
    assert.deepEqual(pages.loaded, ['results']);
    await back.say({ id: 0, request: { type: 'ready' } });
    assert.deepEqual(back.told, [words, settled(0)]);
    await panel.update(state(3));
    assert.deepEqual(back.told.at(-1), { type: 'state', state: state(3) });
  });

  it('opens another panel when the user has closed the first, and still knows its state', async () => {
    await panel.show(state(1));
    first().dispose();
    assert.deepEqual(panel.state, state(1));
    await panel.show(state(2));
    assert.equal(pages.opened.length, 2);
    await first().say({ id: 0, request: { type: 'ready' } });
    assert.deepEqual(first().told, []);
  });

  it('may be disposed of twice, forgets its state, and settles nothing any more', async () => {
    await panel.show(state(1));
    const asked = first().say({ id: 0, request: { type: 'goTo', line: 7 } });
    panel.dispose();
    panel.dispose();
    await asked;
    assert.deepEqual([first().disposals, first().told, panel.state], [1, [], undefined]);
  });
});
