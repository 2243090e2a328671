import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { aliases, fullNames } from '../../../../src/core/contact/aliases';
import { contactColumns, type ContactColumn } from '../../../../src/core/contact/columns';
import { isContactHeader, looksLikeContact } from '../../../../src/core/contact/contactHeader';
import { fullNameFields, recogniseHeaders } from '../../../../src/core/contact/recognise';

const isList = (...headers: string[]) =>
  isContactHeader(headers, recogniseHeaders(headers), fullNameFields(headers).length > 0);

interface Layout {
  readonly name: string;
  readonly header: string;
  readonly delimiter?: string;
}

const layouts = JSON.parse(readFileSync('test/fixtures/cases/headers.json', 'utf8')) as readonly Layout[];

/** Headers that are odd in one way or another, and whether they are a contact list's. */
const oddHeaders: readonly (readonly [isList: boolean, ...headers: string[]])[] = [
  // The names with `cellPhone`, misspelled by up to two letters, tell by themselves.
  [true, 'cellPhoneNumber'],
  [true, 'cellPhoneNumbr', 'a'],
  [true, 'celPhoneNumbr'],
  [true, 'CELLPHONENUMBER'],
  [true, 'cell_phone_number', 'price'],
  [true, 'Cell Phone Number'],
  [true, 'sku', 'cellPhonNumber'],
  [true, 'cellPhoneNumbers'],
  [true, 'cellphoneCountryCode'],
  [true, 'cellPhoneContryCode'],
  [true, 'cellPhoneCountyCod'],
  [true, 'cell phone extention'],
  [true, 'cellPhoneExtensoin'],
  [true, 'cellPhone.extension'],
  [false, 'clPhonNumbr'],
  [false, 'cellPhoneNumber2'],
  [false, 'cellPhone'],
  [false, 'phoneNumber'],
  // Three different columns.
  [true, 'First', 'Last', 'Title'],
  [true, 'Title', 'CC', 'Extension'],
  [true, 'salutation', 'Surname', 'Given Name'],
  [true, 'Anrede', 'Vorname', 'Nachname'],
  [true, 'Civilité', 'Nom', 'Prénom'],
  [false, 'Title', 'Salutation', 'Prefix'],
  [false, 'Phone', 'Mobile', 'Tel'],
  [false, 'frstName', 'lstName', 'salutaion'],
  [false, 'Frist Name', 'Lsat Name', 'Title'],
  // Two documented names, but for the two that every table has.
  [true, 'firstName', 'salutation'],
  [true, 'LAST NAME', 'Salutation', 'x'],
  [true, 'salutation', 'lastname'],
  [false, 'firstName', 'lastName'],
  [false, 'First Name', 'Last Name', 'Email', 'Score'],
  [false, 'firstName', 'firstName'],
  [false, 'salutation', 'salutation'],
  [false, 'firstName', 'salutaion'],
  [false, 'Vorname', 'Anrede'],
  // A number and a name.
  [true, 'Phone', 'Name'],
  [true, 'name', 'email', 'phone_number'],
  [true, 'Mobile', 'First Name'],
  [true, 'Surname', 'Tel.'],
  [true, '氏名', '携帯電話番号'],
  [true, 'नाम', 'मोबाइल न.'],
  [true, 'ФИО', 'Телефон'],
  [true, 'S.No.', 'Candidate Name', 'Mob. No.'],
  [true, 'Apellidos y nombre', 'Teléfono'],
  [true, 'ＮＡＭＥ', 'ＰＨＯＮＥ'],
  [true, ' name ', '\u200Bphone\u00A0'],
  [true, 'Name*', 'Phone (Mobile)'],
  [false, 'Phone', 'Company Name'],
  [false, 'iPhone', 'Name'],
  [false, 'Phone', 'Nmae'],
  [false, 'Phnoe', 'Name'],
  [false, 'Phone', 'Title'],
  [false, 'Phone', 'Country Code'],
  [false, 'Home Phone', 'Name'],
  [false, 'Contact', 'Name'],
  [false, 'Name', 'Title'],
  // Nothing of it.
  [false],
  [false, ''],
  [false, 'phone'],
  [false, 'Country', 'Country Code', 'Capital', 'Population'],
  [false, 'SKU', 'Title', 'Price', 'Extension'],
  [false, 'ISBN', 'Title', 'Author', 'Year'],
  [false, 'Date', 'CC', 'Amount', 'Description'],
  [false, 'firstName;lastName;cellPhoneNumber'],
  [false, 'x'.repeat(10_000), 'Phone'],
];

describe('isContactHeader', () => {
  for (const { name, header, delimiter = ',' } of layouts) {
    const expected = !name.includes('not contacts');
    it(`${expected ? 'knows' : 'leaves alone'}: ${name}`, () => {
      const headers = header
        .replace(/^\uFEFF/, '')
        .replaceAll('"', '')
        .split(delimiter);
      assert.equal(isList(...headers), expected);
    });
  }

  it('judges odd headers by the rule', () => {
    assert.ok(oddHeaders.length >= 60);
    for (const [expected, ...headers] of oddHeaders) {
      assert.equal(isList(...headers), expected, headers.join(' | ').slice(0, 80));
    }
  });

  it('takes no everyday word for enough', () => {
    for (const name of [...Object.values(aliases).flat(), ...fullNames]) {
      assert.equal(
        isList(name, 'id', 'value'),
        contactColumns.slice(3).some((own) => isLike(name, own)),
        name,
      );
    }
  });

  it('is the rule, whatever stands beside and in which order', () => {
    const pools: readonly (readonly [part: Part, names: readonly string[]])[] = [
      ...contactColumns.map((column) => [column, aliases[column].slice(0, 20)] as const),
      ['fullName', ['Full Name', 'Display Name', 'Candidate Name']],
      ['none', ['id', 'Email', 'Company', 'Home Phone', 'Amount', 'frstName', 'Salutaions', '']],
    ];
    const cell = fc
      .constantFrom(...pools)
      .chain(([part, names]) => fc.constantFrom(...names).map((name) => ({ part, name })));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 5 }), (cells) => {
        const parts = new Set(cells.map(({ part }) => part));
        const columns = contactColumns.filter((column) => parts.has(column));
        const isNamed = parts.has('firstName') || parts.has('lastName') || parts.has('fullName');
        const isOwn = ({ part, name }: { part: Part; name: string }) =>
          part !== 'none' && part !== 'fullName' && isLike(name, part);
        const own = new Set(cells.filter(isOwn).map(({ part }) => part));
        const expected =
          contactColumns.slice(3).some((column) => own.has(column)) ||
          columns.length >= 3 ||
          (own.size >= 2 && own.has('salutation')) ||
          (parts.has('cellPhoneNumber') && isNamed);
        assert.equal(isList(...cells.map(({ name }) => name)), expected);
      }),
      { numRuns: 1000 },
    );
  });
});

type Part = ContactColumn | 'fullName' | 'none';

/** Whether a name is the column's own but for case and what is no letter. */
function isLike(name: string, column: ContactColumn): boolean {
  return name.replace(/[^A-Za-z]/g, '').toLowerCase() === column.toLowerCase();
}

describe('looksLikeContact', () => {
  for (const [expected, ...cells] of [
    [true, 'Asha', 'Rao', 'Mrs', '9876543210', '+91', '+91'],
    [true, 'Beata', '669 721 172'],
    [true, 'Mary Ann', "O'Brien", '(202) 555-0143'],
    [true, 'राम', '+91-98765-43210'],
    [false, 'firstName', 'lastName'],
    [false, '9876543210', '9812345678'],
    [false, 'Country', '2020-01-22', '22.01.2020'],
    [false, 'setosa', '0.12345678', '12.3456789'],
    [false, 'Asha', '98765'],
    [false, 'Asha', '12345678901234567890'],
    [false, 'name\rAsha', '9876543210'],
    [false, ...Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? 'Asha' : '9876543210'))],
    [false],
  ] as const) {
    it(`${expected ? 'sees one in' : 'sees none in'} ${cells.join(' | ').slice(0, 60)}`, () => {
      assert.equal(looksLikeContact(cells), expected);
    });
  }
});
