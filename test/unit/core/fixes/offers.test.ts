import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/checks/finding';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { applyEdits, fixAllOf, fixesFor, type FixKind } from '../../../../src/core/fixes';
import { at, kinds, offered, sheetOf, type Bare } from './fixed';
import { toEnd } from '../../../../src/core/csv/toEnd';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';

describe('what a finding offers', () => {
  const row = 'Asha,Rao,Mrs,98765,+91,+';
  const sheet = sheetOf(`${header}\n${row}`);
  /** A finding on the cell that begins with that text. */
  const on = (cell: string, bare: Bare): Finding => at(bare, sheet.table.text.indexOf(cell));

  const offers: readonly (readonly [Bare, cell: string, FixKind[]])[] = [
    [{ code: 'csv.unclosedQuote' }, 'Asha', ['closeQuote', 'removeQuote']],
    [{ code: 'csv.strayQuote' }, 'Asha', ['quoteCell', 'removeQuote']],
    [{ code: 'csv.delimiter', delimiter: ';' }, 'firstName', ['convertDelimiter']],
    [{ code: 'csv.encoding' }, 'Asha', []],
    [{ code: 'csv.fieldCount', expected: 7, actual: 6 }, 'Asha', ['padRow']],
    [{ code: 'csv.fieldCount', expected: 5, actual: 6 }, '+\n', ['cutRow']],
    [{ code: 'csv.blankRow', hasCells: true }, 'Asha', ['deleteRow']],
    [{ code: 'csv.noRows' }, 'firstName', []],
    [{ code: 'columns.none' }, 'firstName', []],
    [{ code: 'columns.none', seems: 'list' }, 'firstName', []],
    [{ code: 'columns.missing', columns: ['firstName'] }, 'firstName', ['addColumns']],
    [{ code: 'columns.unknown', header: 'x' }, 'firstName', ['removeColumn']],
    [{ code: 'value.required', column: 'firstName' }, 'Asha', ['deleteRow']],
    [{ code: 'value.required', column: 'salutation' }, 'Asha', ['writeMr', 'writeMrs']],
    [{ code: 'value.required', column: 'cellPhoneExtension' }, '98765', ['copyCountryCode']],
    [{ code: 'value.whitespace', column: 'firstName' }, 'Asha', []],
    [{ code: 'value.salutation' }, 'Asha', ['writeMr', 'writeMrs']],
    [{ code: 'phone.invalid', verdict: 'tooShort', callingCode: '91' }, '98765', []],
    [{ code: 'phone.mangled', how: 'exponent' }, '98765', []],
    [{ code: 'phone.mangled', how: 'date' }, '98765', []],
    [{ code: 'phone.mangled', how: 'thousands' }, '98765', []],
    [{ code: 'phone.mangled', how: 'decimal' }, '98765', []],
    [{ code: 'phone.mangled', how: 'lostZero' }, '98765', ['addLeadingZero']],
    [{ code: 'phone.prefixed', callingCode: '91', national: '8' }, '98765', ['splitPrefix']],
    [{ code: 'phone.prefixed', callingCode: '44', national: '8' }, '98765', []],
    [{ code: 'phone.duplicate', first: { start: 0, end: 0 } }, '98765', ['deleteRow']],
    [{ code: 'countryCode.invalid' }, '+91', []],
    [{ code: 'countryCode.invalid', canonical: '+92' }, '+91', ['normaliseCountryCode']],
    [{ code: 'extension.unusual' }, '+\n', ['copyCountryCode']],
  ];
  for (const [bare, cell, expected] of offers) {
    it(`${JSON.stringify(bare)}: ${expected.join(', ') || 'nothing'}`, () => {
      const finding = cell === '+\n' ? at(bare, sheet.table.text.length - 1) : on(cell, bare);
      assert.deepEqual(kinds(finding, sheet), expected);
    });
  }

  it('is safe only where nothing can be lost or invented', () => {
    const odd = sheetOf(` Phone ,firstName\n a\u0000 ,91\n,`);
    const safe = (bare: Bare, start: number) => fixesFor(at(bare, start), odd).map((fix) => fix.safe);
    const named = { code: 'columns.misnamed', header: ' Phone ', column: 'cellPhoneNumber' } as const;
    const numbers = sheetOf(' Phone ,firstName\n9876543210,Asha\n');
    assert.deepEqual(
      fixesFor(at({ ...named, how: 'alias' }, 0), numbers).map((fix) => fix.safe),
      [true],
    );
    assert.deepEqual(safe({ ...named, how: 'similar' }, 0), [false]);
    const [cell, code, blank] = [18, 23, 26];
    assert.deepEqual(safe({ code: 'value.salutation', canonical: 'Mr' }, cell), [false]);
    assert.deepEqual(safe({ code: 'csv.blankRow', hasCells: true }, blank), [true]);
    assert.deepEqual(safe({ code: 'phone.duplicate', first: { start: 0, end: 0 } }, blank), [false]);
    assert.deepEqual(safe({ code: 'columns.unknown', header: '' }, 0), [false]);
    // The values of the first column are no numbers.
    assert.deepEqual(safe({ code: 'value.whitespace', column: 'cellPhoneNumber' }, cell), [false]);
    assert.deepEqual(safe({ code: 'countryCode.invalid', canonical: '+91' }, code), [true]);
  });

  it('is safe for values only where the column has its own name or an alias, and never for ISO codes', () => {
    for (const [name, isSafe] of [
      ['cellPhoneCountryCode', true],
      ['Country Code', true],
      ['cellPhoneCountryCod', false],
    ] as const) {
      const text = `cellPhoneNumber,${name}\n9876543210, 0091\u0000\n9876543211,US\n`;
      const list = sheetOf(text);
      const safe = (bare: Bare, start: number) => fixesFor(at(bare, start), list).map((fix) => fix.safe);
      const place = text.indexOf(' 0091');
      const column = 'cellPhoneCountryCode';
      assert.deepEqual(safe({ code: 'value.whitespace', column }, place), [isSafe], name);
      assert.deepEqual(safe({ code: 'value.controlCharacter', column }, place), [isSafe], name);
      assert.deepEqual(safe({ code: 'countryCode.invalid', canonical: '+91' }, place), [isSafe], name);
      assert.deepEqual(
        safe({ code: 'countryCode.invalid', canonical: '+1' }, text.indexOf('US')),
        [false],
        name,
      );
    }
  });

  it('is the header alone where the first line is a contact, or there is none', () => {
    for (const text of ['Asha,Rao,9876543210\nBo,Day,9876543211\n', '']) {
      const headless = sheetOf(text);
      for (const bare of [
        { code: 'columns.none', seems: 'headless' },
        { code: 'columns.missing', columns: ['firstName', 'lastName'] },
      ] as const) {
        assert.deepEqual(kinds(at(bare, 0), headless), ['insertHeader'], bare.code);
      }
    }
  });

  it('asks for a value only where one value makes sense for every row', () => {
    const finding = at(
      { code: 'columns.missing', columns: ['lastName', 'salutation', 'cellPhoneCountryCode'] },
      0,
    );
    const fixes = fixesFor(finding, sheet);
    assert.deepEqual(
      fixes.map(({ kind, asks }) => [kind, asks]),
      [
        ['fillColumn', 'cellPhoneCountryCode'],
        ['fillColumn', 'salutation'],
        ['addColumns', undefined],
      ],
    );
    assert.deepEqual(offered(finding, sheet, 'fillColumn').edits(), [], 'nothing without an answer');
  });

  it('leaves a cell with a broken quote to the fixes of quotes', () => {
    const broken = sheetOf('firstName,lastName\n a"b ,c');
    assert.deepEqual(kinds(at({ code: 'value.whitespace', column: 'firstName' }, 19), broken), []);
    assert.deepEqual(kinds(at({ code: 'csv.strayQuote' }, 21), broken), ['quoteCell', 'removeQuote']);
  });

  it('changes no shape of a text that ends inside a quote', () => {
    const open = sheetOf('firstName,id\na,"b\nc,d\n');
    assert.deepEqual(kinds(at({ code: 'columns.unknown', header: 'id' }, 10), open), []);
    assert.deepEqual(kinds(at({ code: 'columns.missing', columns: ['lastName'] }, 0), open), []);
    assert.deepEqual(kinds(at({ code: 'csv.fieldCount', expected: 3, actual: 2 }, 13), open), []);
    assert.deepEqual(kinds(at({ code: 'phone.duplicate', first: { start: 0, end: 0 } }, 13), open), []);
  });

  it('offers nothing for a place that is in no cell', () => {
    for (const { code, ...more } of [
      { code: 'value.whitespace', column: 'firstName' },
      { code: 'csv.strayQuote' },
      { code: 'csv.blankRow', hasCells: false },
      { code: 'csv.fieldCount', expected: 3, actual: 2 },
      { code: 'phone.prefixed', callingCode: '91', national: '8' },
      { code: 'phone.mangled', how: 'lostZero' },
      { code: 'columns.unknown', header: 'id' },
    ] as const) {
      assert.deepEqual(kinds(at({ code, ...more } as Bare, 5000), sheet), [], code);
    }
  });
});

describe('fixes of other dialects', () => {
  it('keep to the delimiter of the file', () => {
    const sheet = sheetOf('firstName;lastName\n" a, b";c\nd', ';');
    const { text } = sheet.table;
    const apply = (bare: Bare, place: number, kind: FixKind, answer?: string) =>
      applyEdits(text, offered(at(bare, place), sheet, kind).edits(answer));
    assert.equal(apply({ code: 'csv.fieldCount', expected: 2, actual: 1 }, 30, 'padRow'), `${text};`);
    assert.equal(
      apply({ code: 'columns.missing', columns: ['salutation'] }, 0, 'fillColumn', 'a;b,c'),
      'firstName;lastName;salutation\n" a, b";c;"a;b,c"\nd;;"a;b,c"',
    );
    assert.equal(apply({ code: 'columns.unknown', header: '' }, 10, 'removeColumn'), 'firstName\n" a, b"\nd');
    assert.equal(apply({ code: 'columns.unknown', header: '' }, 0, 'removeColumn'), 'lastName\nc\n');
    const headless = sheetOf('Asha;9876543210\n', ';');
    const insert = offered(at({ code: 'columns.none' }, 0), headless, 'insertHeader').edits();
    assert.equal(applyEdits(headless.table.text, insert), 'firstName;cellPhoneNumber\nAsha;9876543210\n');
  });

  it('quote a value that a delimiter makes two', () => {
    const sheet = sheetOf('firstName\tlastName\na\tb', '\t');
    const finding = at({ code: 'columns.missing', columns: ['salutation'] }, 0);
    const edits = offered(finding, sheet, 'fillColumn').edits('M\tr');
    assert.equal(applyEdits(sheet.table.text, edits), 'firstName\tlastName\tsalutation\na\tb\t"M\tr"');
  });
});

describe('convertDelimiter', () => {
  const convert = (text: string, delimiter: string) => {
    const sheet = sheetOf(text, delimiter);
    const finding = at({ code: 'csv.delimiter', delimiter: ';' }, 0);
    return applyEdits(text, offered(finding, sheet, 'convertDelimiter').edits());
  };

  for (const newline of ['\n', '\r\n']) {
    it(`divides by commas, quoting only what then needs it, ${JSON.stringify(newline)}`, () => {
      const before = ['\uFEFFa;"b;c";d', 'x,y;"x,y";"q""q"', '', ';;', '9'].join(newline);
      const after = ['\uFEFFa,"b;c",d', '"x,y","x,y","q""q"', '', ',,', '9'].join(newline);
      assert.equal(convert(before, ';'), after);
      assert.equal(convert(before + newline, ';'), after + newline);
    });
  }

  it('knows tabs and pipes', () => {
    assert.equal(convert('a\tb\n1,5\t2\n', '\t'), 'a,b\n"1,5",2\n');
    assert.equal(convert('a|b\n"|"|2', '|'), 'a,b\n"|",2');
  });

  it('waits for broken quotes, and for those that join rows: only the delimiter tells what they hold', () => {
    const finding = at({ code: 'csv.delimiter', delimiter: ';' }, 0);
    for (const text of ['a;b\nx"y;z\n', 'a;b\n1;"x,y;\nz', 'a;b\nx;"y\nz;"w\n']) {
      assert.deepEqual(kinds(finding, sheetOf(text, ';')), [], text);
    }
    assert.deepEqual(
      kinds(finding, sheetOf('a;b\n="01";x\n', ';')),
      ['convertDelimiter'],
      'a formula is no such',
    );
  });
});

describe('insertHeader', () => {
  it('writes the first line into an empty text', () => {
    const sheet = sheetOf('');
    const { edits } = offered(at({ code: 'columns.none' }, 0), sheet, 'insertHeader');
    assert.equal(applyEdits('', edits()), `${header}\n`);
  });
});

describe('insertHeader, by the first contact', () => {
  const inserted = (first: string, delimiter = ',') =>
    applyEdits(
      first,
      offered(
        at({ code: 'columns.none', seems: 'headless' }, 0),
        sheetOf(first, delimiter),
        'insertHeader',
      ).edits(),
    );

  for (const [first, names] of [
    ['Asha,Rao,Mrs,9876543210,+91,+91', header],
    ['Asha,Rao,,9876543210,91,', header],
    [
      '9876543210,+91,Asha,Rao,Mr,+91',
      'cellPhoneNumber,cellPhoneCountryCode,firstName,lastName,salutation,cellPhoneExtension',
    ],
    [
      'Mrs,Asha,Rao,9876543210,+91,+91',
      'salutation,firstName,lastName,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension',
    ],
    ['Asha,Rao,9876543210,+91', 'firstName,lastName,cellPhoneNumber,cellPhoneCountryCode'],
    ['17,Asha,Rao,Pune,,9876543210', 'column1,firstName,lastName,column4,column5,cellPhoneNumber'],
  ] as const) {
    it(first, () => {
      assert.equal(inserted(`${first}\n`), `${names}\n${first}\n`);
      assert.equal(readSheet(inserted(`${first}\n`)).standing, 'list');
    });
  }
});

describe('fixAllOf', () => {
  const sheet = sheetOf('firstName,id,note\n a ,1,x\n b ,2,y');
  const whitespace = (start: number) =>
    at({ code: 'value.whitespace', column: 'firstName' }, start, start + 3);

  it('orders the edits and mends a cell once, whatever the findings', () => {
    const edits = toEnd(fixAllOf([whitespace(26), whitespace(18), whitespace(26)], 'trim', sheet));
    assert.deepEqual(edits, [
      { range: { start: 18, end: 21 }, text: 'a' },
      { range: { start: 26, end: 29 }, text: 'b' },
    ]);
  });

  it('leaves findings alone that do not offer the fix', () => {
    const exponent = at({ code: 'phone.mangled', how: 'exponent' }, 18);
    assert.deepEqual(toEnd(fixAllOf([exponent], 'dropDecimals', sheet)), []);
    assert.deepEqual(toEnd(fixAllOf([whitespace(18)], 'removeColumn', sheet)), []);
    assert.deepEqual(toEnd(fixAllOf([], 'deleteRow', sheet)), []);
  });

  it('takes neighbouring columns out together', () => {
    const unknown = [17, 10].map((start) => at({ code: 'columns.unknown', header: '' }, start));
    const edits = toEnd(fixAllOf(unknown, 'removeColumn', sheet));
    assert.equal(applyEdits(sheet.table.text, edits), 'firstName\n a \n b ');
  });
});
