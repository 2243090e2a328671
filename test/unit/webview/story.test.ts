import assert from 'node:assert/strict';
import { resultActions, rowOutcomes, type RowOutcome } from '../../../src/protocol/results';
import { groupActionLabel, groupSentence, noActionLabel } from '../../../src/webview/results/happenedLabels';
import { createFormat } from '../../../src/webview/shared/format';
import { actionsFor, tellStory, type OutcomeGroup, type ToldRow } from '../../../src/webview/results/story';

const row = (outcome: RowOutcome, message = '', change: Partial<ToldRow> = {}): ToldRow => ({
  outcome,
  message,
  remark: '',
  ...change,
});
const times = (count: number, told: ToldRow) => Array.from({ length: count }, () => told);
const sentences = (rows: readonly ToldRow[], counts = {}) =>
  tellStory(rows, counts).groups.map((group) => groupSentence(group, createFormat('en')));

describe('results page: what happened', () => {
  it('is a line an outcome and reason, the most pressing first, and none for what was simply created', () => {
    const rows = [
      ...times(5, row('created')),
      row('present', '', { note: 'otherName', remark: 'Another name.' }),
      row('present'),
      row('notSent', 'firstName is empty.'),
      ...times(2, row('notReturned')),
      ...times(3, row('unknown')),
      ...times(24, row('refused', 'cellPhoneExtension is required')),
      row('created', '', { note: 'storedAs', remark: 'Stored as “X”.' }),
    ];
    assert.deepEqual(sentences(rows), [
      '24 refused: “cellPhoneExtension is required”',
      '2 not returned',
      '3 got no clear answer and may exist',
      '1 found on the stream under another name',
      '1 not sent: firstName is empty.',
      '1 stored under another name',
      '1 found on the stream',
    ]);
  });

  it('has quotes for words of the stream alone, and says of a whole request once what became of it', () => {
    const batch = { note: 'batch', remark: 'The whole request was refused.' } as const;
    const gone = { note: 'gone', remark: 'Removed since then.' } as const;
    const rows = [
      ...times(4, row('refused', 'no', batch)),
      ...times(3, row('refused', '', batch)),
      ...times(2, row('refused', '', gone)),
      row('unknown', '', { note: 'status', remark: 'An undocumented status.' }),
    ];
    assert.deepEqual(sentences(rows), [
      '4 refused with their whole requests: “no”',
      '3 refused with their whole requests',
      '2 refused: Removed since then.',
      '1 got no clear answer and may exist: An undocumented status.',
    ]);
  });

  it('offers nothing for rows that the file has no more, of which nothing else is known', () => {
    const rows = (['notReturned', 'notSent', 'unknown', 'refused'] as const).map((outcome) =>
      row(outcome, '', { note: 'gone', remark: 'Removed since then.' }),
    );
    for (const group of tellStory(rows, {}).groups) {
      assert.deepEqual(actionsFor(group, resultActions), []);
      assert.equal(noActionLabel(group, false), 'Restore in the file to go on');
    }
  });

  it('sends nobody to the file for rows whose number is on the stream', () => {
    const rows = (['notReturned', 'unknown', 'refused'] as const).map((outcome) =>
      row(outcome, '', { note: 'byNumber', remark: 'On the stream under “Another”.' }),
    );
    for (const group of tellStory(rows, {}).groups) {
      assert.deepEqual(actionsFor(group, resultActions), []);
      assert.equal(noActionLabel(group, false), 'Look in Agent Assist');
    }
  });

  it('takes reasons for one that differ in numbers and quoted values only', () => {
    const rows = [
      row('refused', 'Row 17: “98765” is no number'),
      row('refused', 'Row 4: “1” is no number'),
      row('refused', 'Other'),
    ];
    const { groups, groupOf } = tellStory(rows, {});
    assert.deepEqual(
      groups.map(({ reason, count }) => [reason, count]),
      [
        ['Row …: “…” is no number', 2],
        ['Other', 1],
      ],
    );
    assert.deepEqual([...groupOf], [0, 0, 1]);
  });

  it('has a line for each column that is named, and one for all values of it', () => {
    const rows = [
      ...times(2, row('refused', '"cellPhoneExtension" is required')),
      row('refused', '"firstName" is required'),
      row('refused', '"contacts[3].lastName" with value "Rao 2" is too long'),
      row('refused', '"contacts[17].lastName" with value "Iyer" is too long'),
      row('refused', "The salutation 'Dr' isn't known"),
      row('refused', "The salutation 'Prof' isn't known"),
    ];
    assert.deepEqual(sentences(rows), [
      '2 refused: “"cellPhoneExtension" is required”',
      '2 refused: “"contacts[…].lastName" with value "…" is too long”',
      "2 refused: “The salutation '…' isn't known”",
      '1 refused: “"firstName" is required”',
    ]);
  });

  it('has one line for rows that are on the stream by other imports, about which nothing is to be done', () => {
    const left = (date: string) => row('notSent', '', { note: 'leftOut', remark: `The import of ${date}.` });
    const [day, other] = [left('Jan 2, 2026'), left('Feb 3, 2026')];
    assert.deepEqual(sentences([day, day]), [
      '2 not sent, already on the stream: “The import of Jan 2, 2026.”',
    ]);
    const { groups, groupOf } = tellStory([day, row('notSent'), other], {});
    assert.deepEqual([...groupOf], [1, 0, 1]);
    const [, told] = groups;
    assert.ok(told);
    assert.equal(groupSentence(told, createFormat('en')), '2 not sent, already on the stream');
    assert.deepEqual(actionsFor(told, resultActions), []);
    assert.equal(noActionLabel(told, false), 'Nothing to do');
  });

  it('warns of rows that were left out and are there under another name', () => {
    const remark = 'The import of Jan 2, 2026 found this number under another name.';
    const other = row('notSent', '', { note: 'leftOutOther', remark });
    const { groups } = tellStory([row('notSent', '', { note: 'leftOut' }), row('notSent'), other], {});
    const [told] = groups;
    assert.ok(told);
    assert.equal(
      groupSentence(told, createFormat('en')),
      `1 not sent, on the stream under another name: “${remark}”`,
    );
    assert.deepEqual(actionsFor(told, resultActions), []);
    assert.equal(noActionLabel(told, false), 'Look in Agent Assist');
  });

  it('has three lines for the reasons of an outcome, and one for all others', () => {
    const rows = ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'e'].map((words) => row('refused', words));
    assert.deepEqual(sentences(rows), [
      '2 refused: “a”',
      '2 refused: “b”',
      '2 refused: “c”',
      '2 refused, for other reasons',
    ]);
    assert.deepEqual([...tellStory(rows, {}).groupOf], [0, 0, 1, 1, 2, 2, 3, 3]);
    assert.equal(sentences(rows.slice(0, 7)).length, 4);
  });

  it('counts what the table does not list', () => {
    assert.deepEqual(sentences([row('refused', 'no')], { refused: 12, unknown: 3, created: 90 }), [
      '1 refused: “no”',
      '11 refused, not listed below',
      '3 got no clear answer and may exist, not listed below',
    ]);
  });

  it('keeps rows that were simply created out of every group', () => {
    assert.deepEqual([...tellStory([row('created'), row('refused')], {}).groupOf], [-1, 0]);
  });

  it('has a next step for every outcome, or says that there is none', () => {
    const group = (outcome: RowOutcome, more: Partial<OutcomeGroup> = {}): OutcomeGroup => ({
      outcome,
      reason: '',
      count: 1,
      ...more,
    });
    const format = createFormat('en');
    const step = (told: OutcomeGroup) => {
      const labels = actionsFor(told, resultActions).map((action) => groupActionLabel(action, told, format));
      return labels.length > 0 ? labels.join(' · ') : noActionLabel(told, false);
    };
    assert.equal(noActionLabel(group('unknown'), true), 'Nothing to do');
    // Nothing was sent, so that there is nothing to resume: the credentials were refused.
    assert.equal(noActionLabel(group('notSent'), false), 'Send the file again');
    assert.deepEqual(Object.fromEntries(rowOutcomes.map((outcome) => [outcome, step(group(outcome))])), {
      created: 'Nothing to do',
      notReturned: 'Look It Up…',
      refused: 'Save as CSV…',
      unknown: 'Look It Up…',
      present: 'Nothing to do',
      absent: 'Send It… · Save as CSV…',
      notSent: 'Send It… · Save as CSV…',
      unmatched: 'Nothing to do',
      waiting: 'Nothing to do',
    });
    assert.equal(step(group('unknown', { count: 2 })), 'Look Them Up…');
    assert.equal(step(group('absent', { count: 2 })), 'Send Them… · Save as CSV…');
    assert.equal(step(group('refused', { note: 'batch' })), 'Find Which… · Save as CSV…');
    assert.equal(step(group('notSent', { reason: 'firstName is empty.' })), 'Save as CSV…');
    assert.equal(step(group('present', { note: 'otherName' })), 'Save as CSV…');
    assert.deepEqual(actionsFor(group('unknown'), []), []);
  });

  it('groups 100,000 rows of many reasons in a moment', () => {
    const rows = Array.from({ length: 100_000 }, (_, place) =>
      row('refused', `Row ${place}: “${place}” is no number`),
    );
    const start = performance.now();
    assert.equal(tellStory(rows, {}).groups.length, 1);
    console.log(`      ${Math.round(performance.now() - start)} ms`);
  });
});
