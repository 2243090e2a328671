import assert from 'node:assert/strict';
import { warningsOf } from '../../../../src/core/checks/warningKinds';
import { checked } from '../../../support/checked';
import { good, header } from '../../../support/ruleCases';

describe('the warnings of a file', () => {
  const text = `${header}\n${good}\nRavi,Iyer,Dr,12,+91,+91\nLena,Day,Dr,9812345678,+91,x5\n,Rao,Mr,9823456789,+91,+91\n`;

  it('are counted by their kinds, the most frequent first, and no others', () => {
    assert.deepEqual(warningsOf(checked(text)), {
      count: 4,
      kinds: [
        { kind: 'value.salutation', count: 2 },
        { kind: 'phone.invalid', count: 1 },
        { kind: 'extension.unusual', count: 1 },
      ],
    });
    assert.deepEqual(warningsOf(checked(`${header}\n${good}\n`)), { count: 0, kinds: [] });
  });

  it('are all counted, though not all are kept', () => {
    const { count, kinds } = warningsOf(checked(text, { limit: 3 }));
    assert.equal(count, 4);
    assert.deepEqual(kinds, [
      { kind: 'value.salutation', count: 1 },
      { kind: 'phone.invalid', count: 1 },
    ]);
  });
});
