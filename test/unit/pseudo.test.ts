import assert from 'node:assert/strict';
import { formatMessage } from '../../src/protocol/messageFormat';
import { bareEnglish } from '../support/l10n/bareEnglish';
import { pseudo, pseudoBundle, pseudoLanguage, pseudoManifestWords } from '../support/l10n/pseudo';

describe('the pseudo-language', () => {
  it('changes words, and leaves what is filled in', () => {
    assert.equal(pseudo('{0} of {file} sent'), '{0} ǿƒ {file} şḗƞŧ');
    assert.equal(pseudo('$(warning) [Skip]({2}) `+91`'), '$(warning) [Şķīƥ]({2}) `+91`');
  });

  it('leaves the syntax of plural forms, and changes the words in them', () => {
    const message = pseudo('{count, plural, one {# row is} other {# rows are}} sent to {stream}.');
    assert.equal(message, '{count, plural, one {# řǿẇ īş} other {# řǿẇş ȧřḗ}} şḗƞŧ ŧǿ {stream}.');
    assert.equal(
      formatMessage(message, { count: 2, stream: 'Support' }, pseudoLanguage),
      '2 řǿẇş ȧřḗ şḗƞŧ ŧǿ Support.',
    );
  });

  it('can be made of every message: each is one that ICU reads', () => {
    const bundle = Object.entries(pseudoBundle());
    assert.ok(bundle.length > 500);
    for (const [message, changed] of bundle) assert.equal(changed.length, message.length, message);
    assert.deepEqual(bareEnglish([pseudoManifestWords().displayName], []), []);
  });

  it('shows what is still English', () => {
    assert.deepEqual(bareEnglish(['Řǿẇ of a.csv', '3 řǿẇş, x'], ['a.csv']), ['of  ←  Řǿẇ of a.csv']);
  });
});
