import assert from 'node:assert/strict';
import { findingsProtocol } from '../../../src/protocol/findings';
import { askedSchema, commonSchema, type Told } from '../../../src/protocol/page';
import { parse, type Schema } from '../../../src/protocol/parse';
import { parseResults, resultActions, resultsProtocol, rowOutcomes } from '../../../src/protocol/results';
import { everySeverity } from '../../support/page/findings';
import { contact, everyOutcome, resultsOf } from '../../support/page/results';

const lines = [0, -1, 1.5, NaN, Infinity, '7', null];

describe('protocol of every page', () => {
  it('takes what the editor tells, unchanged', () => {
    const messages: Told<unknown>[] = [
      { type: 'words', language: 'en' },
      { type: 'words', language: 'de', bundle: { Line: 'Zeile' } },
      { type: 'settled', id: 0, ok: false },
      { type: 'state', state: everySeverity },
    ];
    for (const message of messages) {
      assert.deepEqual(parse(findingsProtocol.told, structuredClone(message)), message);
    }
  });

  it('takes what a page asks for, unchanged', () => {
    const requests = [{ type: 'ready' }, { type: 'goTo', line: 7 }, { type: 'goTo', line: 7, column: 2 }];
    for (const request of requests) assert.deepEqual(parse(commonSchema, request), request);
    assert.deepEqual(parse(askedSchema, { id: 3, request: 'anything' }), { id: 3, request: 'anything' });
  });

  it('refuses every message of another shape', () => {
    const bad: unknown[] = [
      undefined,
      null,
      7,
      'ready',
      [],
      {},
      { type: 'show' },
      { type: 'words' },
      { type: 'words', language: 'de', bundle: { Line: 7 } },
      { type: 'state' },
      { type: 'state', state: {} },
      { type: 'settled', id: 0 },
      { type: 'settled', id: -1, ok: true },
      { type: 'goTo' },
      ...lines.flatMap((line) => [
        { type: 'goTo', line },
        { type: 'goTo', line: 1, column: line },
      ]),
    ];
    for (const message of bad) {
      const text = JSON.stringify(message);
      const schemas: readonly Schema<unknown>[] = [
        findingsProtocol.told,
        resultsProtocol.told,
        resultsProtocol.own,
        commonSchema,
        askedSchema,
      ];
      for (const schema of schemas) {
        assert.equal(parse(schema, message), undefined, text);
      }
    }
    for (const id of [...lines.slice(1), undefined]) {
      assert.equal(parse(askedSchema, { id, request: { type: 'ready' } }), undefined);
    }
  });
});

describe('results protocol', () => {
  const told = (state: unknown) => parse(resultsProtocol.told, { type: 'state', state });

  it('takes an import and every action, unchanged, and its rows apart', () => {
    const { rows, ...rest } = resultsOf(everyOutcome, {
      notice: 'It stopped.',
      actions: ['resume', 'saveRest'],
      rowsNotListed: 9,
    });
    const head = { ...rest, rows: [] };
    assert.deepEqual(told(structuredClone(head)), { type: 'state', state: head });
    assert.deepEqual(parseResults(structuredClone(head)), head);
    assert.equal(told({ ...head, rows }), undefined);
    for (const [number, page] of rows.entries()) {
      const message = { type: 'part', part: { number, rows: page } };
      assert.deepEqual(parse(resultsProtocol.told, structuredClone(message)), message);
      for (const part of [page, { number: -1, rows: page }, { number, rows: {} }])
        assert.equal(parse(resultsProtocol.told, { type: 'part', part }), undefined);
    }
    for (const action of resultActions) {
      assert.deepEqual(parse(resultsProtocol.own, { type: 'act', action }), { type: 'act', action });
    }
    const requests = [
      { type: 'copy', form: 'tsv', columns: ['line'], headings: ['Line'], rows: [['2']] },
      { type: 'export', selected: [0, 7], outcome: 'refused' },
      { type: 'selectInFile', rows: [3] },
    ];
    for (const request of requests) assert.deepEqual(parse(resultsProtocol.own, request), request);
    const bad = [
      { ...requests[0], form: 'xlsx' },
      { ...requests[0], columns: ['secret'] },
      { ...requests[0], rows: [[2]] },
      { type: 'export', selected: ['0'] },
      { type: 'export', outcome: 'lost' },
      { type: 'selectInFile', rows: 3 },
    ];
    for (const request of bad) assert.equal(parse(resultsProtocol.own, request), undefined);
    for (const order of [{ do: 'copy', form: 'cell' }, { do: 'goToLine' }, { do: 'mark', place: 0 }])
      assert.deepEqual(parse(resultsProtocol.told, { type: 'order', order }), { type: 'order', order });
    assert.equal(parse(resultsProtocol.told, { type: 'order', order: { do: 'send' } }), undefined);
    for (const action of ['undo', ['resume'], undefined]) {
      assert.equal(parse(resultsProtocol.own, { type: 'act', action }), undefined);
    }
  });

  it('refuses results of which any field is missing or of another type', () => {
    const results = resultsOf([]);
    for (const key of Object.keys(results)) {
      assert.equal(parseResults({ ...results, [key]: undefined }), undefined, key);
      assert.equal(parseResults({ ...results, [key]: {} }), undefined, key);
    }
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
});

describe('findings protocol', () => {
  it('refuses findings of which anything is missing or of another type, and asks for nothing of its own', () => {
    const told = (state: unknown) => parse(findingsProtocol.told, { type: 'state', state });
    const problem = everySeverity.problems[0] ?? assert.fail();
    for (const key of Object.keys(everySeverity)) {
      assert.equal(told({ ...everySeverity, [key]: {} }), undefined, key);
      assert.equal(told({ ...everySeverity, [key]: undefined }), undefined, key);
    }
    for (const key of Object.keys(problem)) {
      assert.equal(told({ ...everySeverity, problems: [{ ...problem, [key]: {} }] }), undefined, key);
    }
    const own: Schema<unknown> = findingsProtocol.own;
    assert.equal(parse(own, { type: 'act', action: 'resume' }), undefined);
  });
});
