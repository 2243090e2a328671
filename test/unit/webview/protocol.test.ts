import assert from 'node:assert/strict';
import { parsePageMessage, parseShowMessage } from '../../../src/protocol/messages';
import { parseResults, resultActions, rowOutcomes } from '../../../src/protocol/results';
import { everySeverity, showFindings } from '../../support/page/findings';
import { contact, everyOutcome, resultsOf, sample, show, words } from '../../support/page/results';

describe('results protocol', () => {
  it('takes what the other side sends, unchanged', () => {
    const message = show(
      resultsOf(everyOutcome, { notice: 'It stopped.', actions: ['resume', 'saveRest'], rowsNotListed: 9 }),
    );
    assert.deepEqual(parseShowMessage(structuredClone(message)), message);
    assert.deepEqual(parseResults(structuredClone(message.results)), message.results);
    assert.deepEqual(parsePageMessage({ type: 'ready' }), { type: 'ready' });
    assert.deepEqual(parsePageMessage({ type: 'goToLine', line: 7 }), { type: 'goToLine', line: 7 });
    for (const action of resultActions) {
      assert.deepEqual(parsePageMessage({ type: 'act', action }), { type: 'act', action });
    }
  });

  it('refuses every message of another shape', () => {
    const lines = [0, -1, 1.5, NaN, Infinity, '7', null, undefined];
    const bad = [
      undefined,
      null,
      7,
      'ready',
      [],
      {},
      { type: 'goToLine' },
      { type: 'save' },
      { type: 'act' },
      { type: 'act', action: 'undo' },
      { type: 'act', action: ['resume'] },
      { type: 'show' },
    ];
    for (const message of [...bad, ...lines.map((line) => ({ type: 'goToLine', line }))]) {
      assert.equal(parsePageMessage(message), undefined, JSON.stringify(message));
      assert.equal(parseShowMessage(message), undefined, JSON.stringify(message));
    }
  });

  it('refuses results of which any field is missing or of another type', () => {
    const results = resultsOf([contact(0)]);
    for (const key of Object.keys(results)) {
      assert.equal(parseResults({ ...results, [key]: undefined }), undefined, key);
      assert.equal(parseResults({ ...results, [key]: {} }), undefined, key);
    }
    const row = contact(0);
    for (const key of Object.keys(row)) {
      assert.equal(parseResults({ ...results, rows: [row, { ...row, [key]: undefined }] }), undefined, key);
      assert.equal(parseResults({ ...results, rows: [row, { ...row, [key]: {} }] }), undefined, key);
    }
    for (const details of [[['a']], [['a', 1]], [['a', 'b', 'c']], ['ab']]) {
      assert.equal(parseResults({ ...results, rows: [{ ...row, details }] }), undefined);
    }
    assert.equal(parseResults({ ...results, rows: [{ ...row, outcome: 'done' }] }), undefined);
    for (const bad of [-1, 1.5, '1', Infinity]) {
      assert.equal(parseResults({ ...results, rowCount: bad }), undefined);
      assert.equal(parseResults({ ...results, rowsNotListed: bad }), undefined);
      assert.equal(parseResults({ ...results, counts: { ...results.counts, created: bad } }), undefined);
    }
    for (const outcome of rowOutcomes) {
      assert.equal(
        parseResults({ ...results, counts: { ...results.counts, [outcome]: undefined } }),
        undefined,
      );
    }
    for (const actions of ['resume', ['undo'], [undefined]]) {
      assert.equal(parseResults({ ...results, actions }), undefined);
    }
  });

  it('refuses results as an older version kept them', () => {
    const { outcome, line, message, ...rest } = contact(0);
    assert.equal(message, '');
    const { streamName, host, streamId, sandbox, fileName, fileUri, at } = resultsOf([]);
    const about = { streamName, host, streamId, sandbox, fileName, fileUri, at };
    const counts = { rowsSent: 1, contactsReturned: 1, rowsNotReturned: 0 };
    assert.equal(parseResults({ ...about, ...counts, rows: [{ outcome, line, ...rest }] }), undefined);
    assert.equal(parseResults({ ...about, ...counts, rows: [] }), undefined);
  });

  it('refuses words that are not complete', () => {
    const results = resultsOf([]);
    for (const key of Object.keys(words)) {
      const message = { type: 'show', words: { ...words, [key]: undefined }, results };
      assert.equal(parseShowMessage(message), undefined, key);
    }
    const { resume, ...actions } = words.actions;
    assert.notEqual(resume, '');
    for (const change of [{ columns: { ...words.columns, line: undefined } }, { actions }]) {
      assert.equal(parseShowMessage({ type: 'show', words: { ...words, ...change }, results }), undefined);
    }
  });

  it('lets the rows through as they are: copying 100,000 would cost more than looking at them', () => {
    const message = show(sample(100_000, 10));
    const start = performance.now();
    const taken = parseShowMessage(message);
    assert.equal(taken?.type === 'show' && taken.results.rows, message.results.rows);
    console.log(`      ${Math.round(performance.now() - start)} ms`);
  });
});

describe('findings protocol', () => {
  it('takes what the other side sends, unchanged', () => {
    const message = showFindings(everySeverity);
    assert.deepEqual(parseShowMessage(structuredClone(message)), message);
    assert.deepEqual(parsePageMessage({ type: 'goToLine', line: 7, column: 2 }), {
      type: 'goToLine',
      line: 7,
      column: 2,
    });
  });

  it('refuses findings and words of which anything is missing or of another type', () => {
    const message = showFindings(everySeverity);
    const { words, findings } = message;
    const problem = findings.problems[0] ?? assert.fail();
    for (const key of Object.keys(findings)) {
      const changed = { ...message, findings: { ...findings, [key]: {} } };
      assert.equal(parseShowMessage(changed), undefined, key);
    }
    for (const key of Object.keys(problem)) {
      const changed = { ...message, findings: { ...findings, problems: [{ ...problem, [key]: {} }] } };
      assert.equal(parseShowMessage(changed), undefined, key);
    }
    for (const key of Object.keys(words)) {
      assert.equal(parseShowMessage({ ...message, words: { ...words, [key]: undefined } }), undefined, key);
    }
    for (const column of [0, 1.5, '1']) {
      assert.equal(parsePageMessage({ type: 'goToLine', line: 1, column }), undefined);
    }
  });
});
