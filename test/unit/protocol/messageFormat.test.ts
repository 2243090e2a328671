import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/protocol/messageFormat';

const rows = '{count, plural, one {# row is} other {# rows are}} sent to {stream}.';

describe('formatMessage', () => {
  it('takes the plural form and the digits of the language', () => {
    assert.equal(formatMessage(rows, { count: 1, stream: 'Support' }, 'en'), '1 row is sent to Support.');
    assert.equal(
      formatMessage(rows, { count: 1998, stream: 'Support' }, 'en'),
      '1,998 rows are sent to Support.',
    );
    assert.equal(formatMessage('{n, number}', { n: 12345 }, 'de'), '12.345');
  });

  it('gives a translation the forms of its own language', () => {
    const polish = '{count, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}}';
    const forms = [1, 3, 5].map((count) => formatMessage(polish, { count }, 'pl'));
    assert.deepEqual(forms, ['1 wiersz', '3 wiersze', '5 wierszy']);
  });

  it('reads nothing in a value: braces, tags and apostrophes come through', () => {
    const stream = "{count} <b>O'Brien's</b> '{'";
    assert.equal(formatMessage(rows, { count: 1, stream }, 'en'), `1 row is sent to ${stream}.`);
  });

  it('reads a language that Intl refuses as English', () => {
    assert.equal(formatMessage(rows, { count: 2, stream: 's' }, 'no such tag'), '2 rows are sent to s.');
  });
});
