import assert from 'node:assert/strict';
import {
  isUsable,
  judgeAccountId,
  judgeClientId,
  judgeStreamId,
  type IdentifierVerdict,
} from '../../../../src/core/stream/identifiers';

const uuid = '733b03fb-667c-58d4-89ab-9d13f63f0123';
const unfit = [
  'a b',
  'a/b',
  'a\\b',
  'a?b',
  'a#b',
  'a%2fb',
  'a\r\nb',
  'a\tb',
  'é',
  '.',
  '..',
  '"',
  'x'.repeat(201),
];

type Row = readonly [text: string, verdict: IdentifierVerdict];
const tables: readonly (readonly [
  name: string,
  judge: (text: string) => IdentifierVerdict,
  rows: readonly Row[],
])[] = [
  [
    'judgeStreamId',
    judgeStreamId,
    [
      [`st-${uuid}`, 'ok'],
      [`ST-${uuid.toUpperCase()}`, 'ok'],
      ['st-733b03fb-667c-58d4-89ab-9d13f63fxxxx', 'unusual'], // The page's own sample, masked.
      ['st-1', 'unusual'],
      [uuid, 'bare'],
      [uuid.slice(1), 'unusual'],
      [`cs-${uuid}`, 'swapped'],
    ],
  ],
  [
    'judgeClientId',
    judgeClientId,
    [
      [`cs-${uuid}`, 'ok'],
      ['cs-short', 'unusual'],
      [uuid, 'bare'],
      ['client', 'unusual'],
      [`st-${uuid}`, 'swapped'],
    ],
  ],
  [
    'judgeAccountId',
    judgeAccountId,
    [
      ['63c7ebae6a2aef36de8f0123', 'ok'],
      ['63c7ebae6a2aef36de8fxxxx', 'unusual'],
      ['x: y', 'invalid'],
    ],
  ],
];

for (const [name, judge, rows] of tables) {
  describe(name, () => {
    for (const [text, verdict] of rows)
      it(`calls ${text} ${verdict}`, () => assert.equal(judge(text), verdict));

    it('calls nothing but white space empty', () => {
      for (const text of ['', ' ', '\t\n']) assert.equal(judge(text), 'empty');
    });

    for (const text of unfit) {
      it(`refuses ${JSON.stringify(text.slice(0, 10))}`, () => assert.equal(judge(text), 'invalid'));
    }
  });
}

describe('isUsable', () => {
  it('lets everything through that a server could take', () => {
    const verdicts: IdentifierVerdict[] = ['ok', 'unusual', 'swapped', 'empty', 'invalid'];
    assert.deepEqual(verdicts.filter(isUsable), ['ok', 'unusual', 'swapped']);
  });
});
