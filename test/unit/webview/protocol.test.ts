import assert from 'node:assert/strict';
import { parsePageMessage, parseResults, parseShowMessage } from '../../../src/protocol/results';
import { contact, missing, resultsOf, sample, show, words } from '../../support/page/results';

describe('results protocol', () => {
  it('takes what the other side sends, unchanged', () => {
    const message = show(
      resultsOf([contact(0), missing(1), contact(2, { outcome: 'unmatched', line: null })]),
    );
    assert.deepEqual(parseShowMessage(structuredClone(message)), message);
    assert.deepEqual(parseResults(structuredClone(message.results)), message.results);
    assert.deepEqual(parsePageMessage({ type: 'ready' }), { type: 'ready' });
    assert.deepEqual(parsePageMessage({ type: 'goToLine', line: 7 }), { type: 'goToLine', line: 7 });
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
    assert.equal(parseResults({ ...results, rowsSent: -1 }), undefined);
  });

  it('refuses words that are not complete', () => {
    const results = resultsOf([]);
    for (const key of Object.keys(words)) {
      const message = { type: 'show', words: { ...words, [key]: undefined }, results };
      assert.equal(parseShowMessage(message), undefined, key);
    }
    const columns = { ...words.columns, line: undefined };
    assert.equal(parseShowMessage({ type: 'show', words: { ...words, columns }, results }), undefined);
  });

  it('validates 100,000 rows in time', () => {
    const message = show(sample(100_000, 10));
    const start = performance.now();
    assert.equal(parseShowMessage(message)?.results.rows.length, 100_000);
    // It takes 20 ms; the limit leaves room for other work on the machine.
    assert.ok(performance.now() - start < 2_000);
  });
});
