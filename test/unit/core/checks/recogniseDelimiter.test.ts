import assert from 'node:assert/strict';
import { recogniseDelimiter } from '../../../../src/core/checks/recogniseDelimiter';

describe('recogniseDelimiter', () => {
  for (const [name, delimiter, text] of [
    ['an empty text', ',', ''],
    ['a contact header alone', ';', 'First Name;Last Name;Phone'],
    ['a quoted header', ';', '"First Name";"Last Name"\r\n"Asha";"Rao, PhD"\r\n'],
    ['a byte order mark', '\t', '\uFEFFVorname\tNachname\nAsha\tRao\n'],
    ['bars', '|', 'firstName|lastName\nA,s,h,a|Rao\n'],
    ['one contact column alone', ',', 'Phone\n1;2\n3;4\n5;6\n'],
    ['a comma file with semicolons in its values', ',', 'Name,Phone\nA;B;C,1;2\nD;E;F,3;4\n'],
    ['a comma file with another delimiter in its header', ',', 'Phone,Notes; more\n1,a;b\n2,c;d\n'],
    ['a header that reads well, rows that do not', ',', 'First Name;Phone\nAsha\nRavi\nLena\n'],
    ['rows that mostly agree', ';', 'First Name;Phone\nAsha;1\nRavi;2\nLena\n'],
    ['another list with semicolons', ';', 'sku;price\n1;2,50\n3;4,50\n5;6,50\n'],
    ['another list with commas, and as many semicolons', ',', 'sku,a;b\n1,2;3\n4,5;6\n'],
    ['another list too short to tell', ',', 'sku;price\n1;2\n'],
    ['prose', ',', 'One day; it rained.\nThen not.\nAnd so on; and on; and on.\n'],
    ['one giant line', ',', 'x;'.repeat(500_000)],
    ['a quote that swallows everything', ',', `"firstName,lastName\n${'a;b\n'.repeat(1000)}`],
  ] as const) {
    it(`${name}: ${JSON.stringify(delimiter)}`, () => assert.equal(recogniseDelimiter(text), delimiter));
  }

  it('looks at the beginning only', () => {
    const rows = 'Asha;9876543210\n'.repeat(100_000);
    const start = performance.now();
    assert.equal(recogniseDelimiter(`First Name;Phone\n${rows}`), ';');
    assert.ok(performance.now() - start < 500);
  });
});
