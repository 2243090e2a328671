import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { ResultsPanels } from '../../../../src/editor/results/resultsPanels';
import { sandboxNow } from '../../../../src/editor/results/stoppedSandbox';
import { rowOutcomes, type Results } from '../../../../src/protocol/results';
import { FakePages, FakePanel } from '../../../support/fakePages';

const none = Object.fromEntries(rowOutcomes.map((outcome) => [outcome, 0])) as Results['counts'];

/** Of an import that is over, unless it is said what it does. `at`: the minute. */
function resultsOf(importId: string, at: number, more: Partial<Results> = {}): Results {
  const { fileUri = 'file:///a.csv' } = more;
  return {
    ...{ importId, streamName: 'S', host: 'https://a.example', streamId: 'st-1', sandbox: false },
    ...{ fileUri, fileName: fileUri.slice(fileUri.lastIndexOf('/') + 1) },
    ...{ at: `2026-01-01T00:${String(at).padStart(2, '0')}:00.000Z`, rowCount: 0, counts: none },
    ...{ running: '', notice: '', actions: [], rows: [], rowsNotListed: 0, ...more },
  };
}

/** Keeps results by import, the one that was saved last in front. */
class FakeStore {
  kept: Results[] = [];
  aside: Results[] = [];
  isFull = false;

  save(results: Results): Promise<void> {
    if (this.isFull) return Promise.reject(new Error('disk full'));
    this.kept = [results, ...this.kept.filter(({ importId }) => importId !== results.importId)];
    return Promise.resolve();
  }
  load(importId?: string): Promise<Results | undefined> {
    return Promise.resolve(this.kept.find((each) => (importId ?? each.importId) === each.importId));
  }
  loadOf(fileUri: string): Promise<Results | undefined> {
    return Promise.resolve(this.kept.find((each) => each.fileUri === fileUri));
  }
  saveAside(results: Results): Promise<void> {
    this.aside = [results, ...this.aside];
    return Promise.resolve();
  }
  setAside(importId: string): Promise<void> {
    this.aside = this.kept.filter((each) => each.importId === importId);
    this.kept = this.kept.filter((each) => each.importId !== importId);
    return Promise.resolve();
  }
  loadAside(importId: string): Promise<Results | undefined> {
    return Promise.resolve(this.aside.find((each) => each.importId === importId));
  }
  change(renamed: (results: Results) => Results | undefined): Promise<void> {
    this.kept = this.kept.map((each) => renamed(each) ?? each);
    return Promise.resolve();
  }
  clear(): Promise<void> {
    this.kept = [];
    return Promise.resolve();
  }
}

describe('results of a sandbox', () => {
  const here = { host: 'http://127.0.0.1:1', streamId: 'st-1' };
  const sent = (more: Partial<Results>) =>
    resultsOf('i', 1, {
      ...here,
      sandbox: true,
      actions: ['resume', 'saveRest'],
      notice: 'Cut off.',
      ...more,
    });
  const now = (more: Partial<Results>, sandbox: Partial<typeof here> = here) => {
    const { notice, actions } = sandboxNow(sent(more), sandbox, 'Gone.');
    return [notice, ...actions];
  };

  it('can only be saved once it is stopped, or another one runs', () => {
    assert.deepEqual(now({}, {}), ['Gone.', 'saveRest']);
    assert.deepEqual(now({ host: 'http://127.0.0.1:2' }), ['Gone.', 'saveRest']);
    assert.deepEqual(now({ streamId: 'st-2' }), ['Gone.', 'saveRest']);
  });

  it('are as they were while it runs, while the import goes on, and on any other stream', () => {
    for (const more of [{}, { running: 'Sending', host: '' }, { sandbox: false, host: '' }])
      assert.deepEqual(now(more), ['Cut off.', 'resume', 'saveRest']);
  });
});

describe('panels of results', () => {
  let pages: FakePages;
  let store: FakeStore;
  let panels: ResultsPanels;
  let isStopped: boolean;
  let acted: (readonly string[])[];

  beforeEach(() => {
    pages = new FakePages();
    store = new FakeStore();
    isStopped = false;
    acted = [];
    panels = new ResultsPanels({
      ...{ pages, store },
      answer: (request, { importId, actions }) => {
        acted.push([request.type, importId, ...actions]);
        return Promise.resolve();
      },
      rejoin: (importId) =>
        importId === 'cut' ? Promise.resolve(resultsOf('cut', 1)) : Promise.reject(new Error('gone')),
      titleOf: ({ fileName, fileUri, streamName }, { hasOtherFile, hasOtherStream }) =>
        `${hasOtherFile ? fileUri : fileName}${hasOtherStream ? ` → ${streamName}` : ''}`,
      now: (results) => (isStopped ? { ...results, notice: 'stopped', actions: [] } : results),
    });
  });

  const titles = () => pages.opened.filter(({ disposals }) => disposals === 0).map(({ title }) => title);
  const panel = (index: number) => pages.opened[index] ?? assert.fail(`no panel ${index}`);
  const ready = (index: number) => panel(index).say({ id: 0, request: { type: 'ready' } });
  /** Which imports a page was told, in order. */
  const toldOf = ({ told }: FakePanel) =>
    (told as { type: string; state?: Results }[]).flatMap(({ state }) => (state ? [state.importId] : []));

  it('are one for each import, the others where the first is, and each is filled alone', async () => {
    const [a, b] = [
      resultsOf('a1', 1, { running: 'Sending' }),
      resultsOf('b1', 2, { fileUri: 'file:///b.csv', running: 'Sending' }),
    ];
    await panels.begin(a);
    panel(0).viewColumn = 2;
    await panels.begin(b);
    await ready(0);
    await ready(1);
    panels.fill(a, []);
    await panels.end({ ...b, running: '' }, []);
    assert.deepEqual(
      [toldOf(panel(0)), toldOf(panel(1))],
      [
        ['a1', 'a1'],
        ['b1', 'b1'],
      ],
    );
    assert.deepEqual([titles(), panel(1).viewColumn], [['a.csv', 'b.csv'], 2]);
  });

  it('are taken over by the next import of the file, but not from one that goes on', async () => {
    await panels.begin(resultsOf('a1', 1, { running: 'Sending' }));
    await panels.begin(resultsOf('a2', 2, { running: 'Sending' }));
    assert.equal(pages.opened.length, 2);
    await panels.end(resultsOf('a1', 3), []);
    await panels.end(resultsOf('a2', 4), []);
    await ready(1);
    await panels.begin(resultsOf('a3', 5, { running: 'Sending' }));
    assert.equal(pages.opened.length, 2);
    assert.deepEqual(toldOf(panel(1)), ['a2', 'a3']);
    assert.equal((await panels.of('a1'))?.at, resultsOf('a1', 3).at);
  });

  it('open an older import beside the last one, and one that is open already not again', async () => {
    await panels.begin(resultsOf('a2', 2));
    const older = resultsOf('a1', 1);
    await panels.open(older);
    await panels.open(older);
    assert.deepEqual([titles(), panel(1).hasFocus], [['a.csv', 'a.csv'], true]);
    await panels.begin(resultsOf('a3', 3));
    await panels.open(resultsOf('a3', 3));
    assert.equal(pages.opened.length, 2);
  });

  it('name the folder where two files have one name, for as long as both are open', async () => {
    await panels.open(resultsOf('a1', 1));
    await panels.open(resultsOf('c1', 2, { fileUri: 'file:///c/a.csv' }));
    assert.deepEqual(titles(), ['file:///a.csv', 'file:///c/a.csv']);
    panel(0).dispose();
    assert.deepEqual(titles(), ['a.csv']);
  });

  it('come back, each with its import, be it put together again, and are closed where it is gone', async () => {
    await store.save(resultsOf('a1', 1));
    await store.save(resultsOf('b1', 2, { fileUri: 'file:///b.csv' }));
    const back = await Promise.all(
      ['a1', 'b1', 'cut', 'gone', 'a1'].map(async (id) => {
        const one = new FakePanel();
        await panels.deserializeWebviewPanel(one.asPanel, { of: `${id} 2026-01-01T00:00:00.000Z` });
        await one.say({ id: 0, request: { type: 'ready' } });
        await setImmediate();
        return [one.title, ...toldOf(one), one.disposals];
      }),
    );
    assert.deepEqual(back, [
      ['a.csv', 'a1', 0],
      ['b.csv', 'b1', 0],
      ['a.csv', 'cut', 0],
      ['', 1],
      ['', 1],
    ]);
  });

  it('follow a file that is moved, also while its import goes on', async () => {
    const running = resultsOf('a1', 2, { running: 'Sending', fileUri: 'untitled:/a.csv' });
    await store.save(resultsOf('a0', 1, { fileUri: 'untitled:/a.csv' }));
    await panels.begin(running);
    await panels.moveFiles((uri) => (uri === 'untitled:/a.csv' ? 'file:///b%20c.csv' : undefined));
    assert.deepEqual(titles(), ['b c.csv']);
    panels.fill(running, []);
    await panels.end({ ...running, running: '' }, []);
    assert.deepEqual(titles(), ['b c.csv']);
    const [a0, a1] = [await store.load('a0'), await panels.of('a1')];
    assert.deepEqual([a0?.fileUri, a1?.fileUri], ['file:///b%20c.csv', 'file:///b%20c.csv']);
    // Another file that has the old name since is not that one.
    await panels.begin(resultsOf('a2', 3, { fileUri: 'untitled:/a.csv' }));
    assert.deepEqual(titles(), ['b c.csv', 'a.csv']);
  });

  it('come back with a page that loads while they are read', async () => {
    const back = new FakePanel();
    let read: (results: Results) => void = () => undefined;
    store.load = () => new Promise((resolve) => (read = resolve));
    await panels.deserializeWebviewPanel(back.asPanel, { of: 'a1 2026-01-01T00:00:00.000Z' });
    await back.say({ id: 0, request: { type: 'ready' } });
    assert.deepEqual([pages.loaded, toldOf(back)], [['results'], []]);
    let isBack = false;
    void panels.whenBack(60_000).then(() => (isBack = true));
    await setImmediate();
    assert.equal(isBack, false);
    read(resultsOf('a1', 1));
    await setImmediate();
    assert.deepEqual([toldOf(back), back.title, isBack], [['a1'], 'a.csv', true]);
  });

  it('are waited for when they come back, but not longer than is said', async () => {
    await panels.whenBack(60_000);
    const back = new FakePanel();
    store.load = () => new Promise(() => undefined);
    await panels.deserializeWebviewPanel(back.asPanel, { of: 'a1 2026-01-01T00:00:00.000Z' });
    await panels.whenBack(1);
    const closed = panels.whenBack(60_000);
    // A second panel of the import is closed, and changes nothing of the first.
    await panels.deserializeWebviewPanel(new FakePanel().asPanel, { of: 'a1 2026-01-01T00:00:00.000Z' });
    panels.dispose();
    await closed;
  });

  it('follow a file that was moved while they were read', async () => {
    const back = new FakePanel();
    let read: (results: Results) => void = () => undefined;
    store.load = () => new Promise((resolve) => (read = resolve));
    await panels.moveFiles((uri) => (uri === 'untitled:/a.csv' ? 'untitled://remote/a.csv' : undefined));
    await panels.deserializeWebviewPanel(back.asPanel, { of: 'a1 2026-01-01T00:00:00.000Z' });
    await panels.moveFiles((uri) => (uri === 'untitled://remote/a.csv' ? 'file:///b.csv' : undefined));
    read(resultsOf('a1', 1, { fileUri: 'untitled:/a.csv' }));
    await setImmediate();
    assert.deepEqual(
      [panels.results.map(({ fileUri }) => fileUri), back.title],
      [['file:///b.csv'], 'b.csv'],
    );
  });

  it('tell a file’s last import, from the page or from what is kept', async () => {
    const b = resultsOf('b1', 9, { fileUri: 'file:///b.csv' });
    await store.save(b);
    await store.save(resultsOf('a1', 1));
    assert.equal((await panels.last('file:///a.csv'))?.importId, 'a1');
    await panels.begin(resultsOf('a2', 2, { running: 'Sending' }));
    await panels.open(resultsOf('a0', 0));
    assert.equal((await panels.last('file:///a.csv'))?.importId, 'a2');
    assert.equal(await panels.last('file:///other.csv'), undefined, 'none of another file');
    assert.equal((await panels.last(undefined))?.importId, 'a2', 'the last one of all');
    assert.equal((await panels.last('file:///b.csv'))?.importId, 'b1');
  });

  it('know of an import that goes on what was kept of it before, and keep how far it is when the window goes', async () => {
    store.kept = [resultsOf('a1', 1), resultsOf('b1', 1)];
    await panels.begin(resultsOf('a1', 2, { running: 'Sending' }));
    assert.equal((await panels.known('a1'))?.running, 'Sending');
    assert.deepEqual([store.kept.length, store.aside[0]], [1, resultsOf('a1', 1)]);
    await panels.open(resultsOf('b1', 1));
    await panels.keepUnfinished();
    assert.deepEqual(
      store.aside.map(({ importId, running }) => [importId, running]),
      [
        ['a1', 'Sending'],
        ['a1', ''],
      ],
    );
    panels.dispose();
    assert.equal((await panels.known('a1'))?.running, 'Sending');
    assert.equal(await panels.of('a1'), undefined);
  });

  it('that are closed forget what is kept, and know what could not be', async () => {
    await panels.begin(resultsOf('a1', 1, { running: 'Sending' }));
    panel(0).dispose();
    assert.equal((await panels.of('a1'))?.running, 'Sending');
    store.isFull = true;
    await assert.rejects(panels.end(resultsOf('a1', 2), []), /disk full/);
    panel(1).dispose();
    assert.equal((await panels.of('a1'))?.running, '');
    store.isFull = false;
    await panels.end(resultsOf('a1', 2), []);
    panel(2).dispose();
    await store.clear();
    assert.equal(await panels.of('a1'), undefined);
  });

  it('say what is no longer possible, as soon as it is so, and do not do it', async () => {
    await panels.open(resultsOf('a1', 1, { sandbox: true, actions: ['resume'] }));
    await panels.open(resultsOf('b1', 1, { actions: ['resume'] }));
    await ready(0);
    await ready(1);
    await panel(0).say({ id: 1, request: { type: 'act', action: 'resume' } });
    isStopped = true;
    panels.sandboxChanged();
    await panel(0).say({ id: 2, request: { type: 'act', action: 'resume' } });
    const notices = (panel(0).told as { state?: Results }[]).flatMap(({ state }) => state?.notice ?? []);
    assert.deepEqual(
      [notices, toldOf(panel(1)), acted],
      [
        ['', 'stopped'],
        ['b1'],
        [
          ['act', 'a1', 'resume'],
          ['act', 'a1'],
        ],
      ],
    );
  });

  it('are told apart where one file was sent to two streams', async () => {
    await panels.open(resultsOf('a1', 1, { streamName: 'Alpha', streamId: 'st-a' }));
    assert.deepEqual(titles(), ['a.csv']);
    await panels.open(resultsOf('a2', 1, { streamName: 'Beta', streamId: 'st-b' }));
    assert.deepEqual(titles(), ['a.csv → Alpha', 'a.csv → Beta']);
  });

  it('offer nothing more of an import that is forgotten', async () => {
    await panels.open(resultsOf('a1', 1, { actions: ['resume', 'saveRest'] }));
    await ready(0);
    await panels.withdraw('a1');
    await panels.withdraw('of no page');
    await panel(0).say({ id: 1, request: { type: 'act', action: 'resume' } });
    const offered = (panel(0).told as { state?: Results }[]).flatMap(({ state }) =>
      state ? [state.actions] : [],
    );
    assert.deepEqual([offered, acted], [[['resume', 'saveRest'], []], [['act', 'a1']]]);
    await panels.end(resultsOf('b1', 1, { actions: ['resume'] }), []);
    await panels.withdraw('b1');
    assert.deepEqual((await store.load('b1'))?.actions, []);
  });

  it('close when the history is deleted', async () => {
    await panels.begin(resultsOf('a1', 1, { running: 'Sending' }));
    await panels.end(resultsOf('a1', 1), []);
    await panels.forget();
    assert.deepEqual(
      [titles(), await panels.of('a1'), await panels.last(undefined)],
      [[], undefined, undefined],
    );
  });
});
