import assert from 'node:assert/strict';
import {
  isUsable,
  judgeAccountId,
  judgeClientId,
  judgeStreamId,
  pastedId,
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

describe('an ID that was pasted', () => {
  const id = 'st-11111111-2222-3333-4444-555555555555';
  for (const text of [
    `"${id}",`,
    ` <${id}> `,
    `https://platform.kore.ai/app/${id}/settings`,
    `Stream: ${id}.`,
  ])
    it(`is found in ${text}`, () => assert.equal(pastedId('streamId', text), id));

  it('is left as it is where there are two, another kind, or none', () => {
    const two = `${id} ${id.replace('1', '9')}`;
    assert.equal(pastedId('streamId', two), two);
    assert.equal(pastedId('clientId', id), id);
    assert.equal(pastedId('streamId', 'my-stream'), 'my-stream');
    assert.equal(pastedId('accountId', "'63c7ebae6a2aef36de8f0000',"), '63c7ebae6a2aef36de8f0000');
    assert.equal(pastedId('streamId', `${id}-6`), `${id}-6`);
  });
});
