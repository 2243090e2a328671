import assert from 'node:assert/strict';
import { resultActions, type Results } from '../../../../src/protocol/results';
import { answerPage, type PageRequests } from '../../../../src/editor/results/answerPage';
import { contact, resultsOf } from '../../../support/page/results';

/** Notes what was asked for, in order. */
class Requests implements PageRequests {
  readonly made: (readonly unknown[])[] = [];
  async show() {
    await this.#note('show');
  }
  async goToLine(...place: [fileUri: string, line: number]) {
    await this.#note('goToLine', ...place);
  }
  readonly act = (...choice: unknown[]) => this.#note('act', ...choice);

  async #note(...request: unknown[]) {
    await Promise.resolve();
    this.made.push(request);
  }
}

describe('results panel: messages from the page', () => {
  const results = resultsOf([contact(0)], { importId: 'run-7', actions: ['resume', 'saveRest'] });
  const asked = async (shown: Results | undefined, ...messages: unknown[]) => {
    const requests = new Requests();
    for (const message of messages) await answerPage(message, shown, requests);
    return requests.made;
  };

  it('show the results, a line of their own file, and what they offer', async () => {
    const made = await asked(
      results,
      { type: 'ready' },
      { type: 'goToLine', line: 7, fileUri: 'file:///etc/passwd' },
      { type: 'act', action: 'saveRest', importId: 'run-8' },
    );
    assert.deepEqual(made, [['show'], ['goToLine', results.fileUri, 7], ['act', 'saveRest', 'run-7']]);
  });

  it('start no action that the shown results do not offer', async () => {
    const all = resultActions.map((action) => ({ type: 'act', action }));
    assert.deepEqual(await asked(results, ...all), [
      ['act', 'resume', 'run-7'],
      ['act', 'saveRest', 'run-7'],
    ]);
    assert.deepEqual(await asked({ ...results, actions: [] }, ...all), []);
  });

  it('do nothing when they are not understood, or when there are no results', async () => {
    const bad = [undefined, 'ready', {}, { type: 'goToLine', line: 0 }, { type: 'act', action: 'undo' }];
    assert.deepEqual(await asked(results, ...bad), []);
    assert.deepEqual(await asked(undefined, { type: 'ready' }, { type: 'act', action: 'resume' }), []);
  });
});
