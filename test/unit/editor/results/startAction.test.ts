import assert from 'node:assert/strict';
import { resultActions } from '../../../../src/protocol/results';
import { startAction } from '../../../../src/editor/results/startAction';
import { contact, resultsOf } from '../../../support/page/results';

describe('results panel: actions that the page asks for', () => {
  it('are started if the shown results offer them, for their import', () => {
    const results = resultsOf([contact(0)], { importId: 'run-7', actions: ['resume', 'saveRest'] });
    const started: (readonly string[])[] = [];
    for (const action of resultActions) {
      startAction({ type: 'act', action }, results, (...what) => void started.push(what));
    }
    assert.deepEqual(started, [
      ['resume', 'run-7'],
      ['saveRest', 'run-7'],
      ['lookUp', 'run-7'],
    ]);
  });
});
