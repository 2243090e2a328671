import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { contactColumns, type ContactColumn } from '../../../../src/core/contact/columns';
import { isUntelling } from '../../../../src/core/contact/recognise';
import { csvRecord } from '../../../../src/core/csv/csvRecord';
import type { ColumnSource } from '../../../../src/core/mapping/columnMap';
import { withOffers, type Guess } from '../../../../src/core/mapping/guess';
import { guessColumns } from '../../../../src/core/mapping/guessColumns';
import { needs } from '../../../support/mapped';

interface Layout {
  readonly name: string;
  readonly header: string;
  readonly delimiter?: string;
  /** The header of the field from which a column comes; `null`: from none. A column that is not there is not judged. */
  readonly columns: Readonly<Partial<Record<ContactColumn, string | null>>>;
}

const layouts = JSON.parse(readFileSync('test/fixtures/cases/headers.json', 'utf8')) as readonly Layout[];

const guess = (headers: readonly string[], rows: readonly (readonly string[])[] = []): Guess => {
  const text = [headers, ...rows].map((cells) => `${csvRecord(cells)}\n`).join('');
  return guessColumns(readSheet(text, 'list'), needs);
};

const headersOf = ({ header, delimiter = ',' }: Layout) =>
  header
    .replace(/^\uFEFF/, '')
    .replaceAll('"', '')
    .split(delimiter);

/** What stands in the fields of a layout that no column comes from, by what their headers hold. */
const fillers: readonly (readonly [RegExp, ...values: string[]])[] = [
  [/e-?mail|correo|メール/i, 'asha@example.org', 'ravi@example.org'],
  [/country code|^cc$|iso/i, 'IN', 'US'],
  [/country|land|pays/i, 'India', 'Germany'],
  [/phone|tel|mobil|fax|pager|cell|電話|自宅/i, '+91 11 2345 6789', '+49 30 901820'],
  [/title|titre|título|titolo|役職|titel/i, 'Sales Manager', 'Vice President'],
  [/ext/i, '201', '202'],
  [/name|nom|氏名/i, 'Asha Rao', 'Ravi Iyer'],
];

/** What stands in those that one comes from. */
const samples: Readonly<Record<ContactColumn, readonly [string, string]>> = {
  firstName: ['Asha', 'Ravi'],
  lastName: ['Rao', 'Iyer'],
  salutation: ['Mrs', 'Mr'],
  cellPhoneNumber: ['9876543210', '9812345678'],
  cellPhoneCountryCode: ['+91', '+91'],
  cellPhoneExtension: ['+91', '+91'],
};

/** Two rows for a layout; without `isTelling`, where its names alone do not tell, with what else they may mean. */
function rowsOf(layout: Layout, isTelling: boolean): readonly (readonly string[])[] {
  const taken = new Set<string>();
  const fields = headersOf(layout).map((header) => {
    const column = contactColumns.find((name) => layout.columns[name] === header && !taken.has(name));
    if (column) taken.add(column);
    if (
      column &&
      (isTelling || !['salutation', 'cellPhoneCountryCode', 'cellPhoneExtension'].includes(column))
    ) {
      return samples[column];
    }
    return fillers.find(([known]) => known.test(header))?.slice(1) ?? ['x', 'y'];
  });
  return [0, 1].map((row) => fields.map((values) => String(values[row])));
}

const fieldOf = (source: ColumnSource | undefined) =>
  source !== undefined && 'field' in source ? source.field : undefined;

describe('guessColumns, for real layouts', () => {
  for (const layout of layouts) {
    const headers = headersOf(layout);
    const judged = Object.entries(layout.columns) as [ContactColumn, string | null][];
    const nameOf = (source: ColumnSource | undefined) => headers[fieldOf(source) ?? -1] ?? null;

    it(`is right, or an offer: ${layout.name}`, () => {
      const { columns, offers } = guess(headers);
      for (const [column, wanted] of judged) {
        const got = nameOf(columns[column]);
        if (got === wanted) continue;
        assert.equal(got, null, `${column}: ${String(got)}`);
        const offered = offers[column]?.map(({ source }) => nameOf(source)) ?? [];
        // An office extension is no dialing prefix, for which there is a default.
        assert.ok(
          column === 'cellPhoneExtension' || offered.includes(wanted),
          `${column}: ${offered.join()}`,
        );
      }
    });

    it(`is right with telling values: ${layout.name}`, () => {
      const { columns } = guess(headers, rowsOf(layout, true));
      for (const [column, wanted] of judged) {
        // Where no column has the code, the numbers have it.
        if (column === 'cellPhoneCountryCode' && wanted === null) continue;
        assert.equal(nameOf(columns[column]), wanted, column);
      }
    });

    it(`takes no job for a salutation, no country for a code, no office line for a prefix: ${layout.name}`, () => {
      const { columns } = guess(headers, rowsOf(layout, false));
      for (const column of ['salutation', 'cellPhoneCountryCode', 'cellPhoneExtension'] as const) {
        const name = nameOf(columns[column]);
        const isOfNumber = fieldOf(columns[column]) === fieldOf(columns.cellPhoneNumber);
        assert.ok(name === null || isOfNumber || !isUntelling(name), `${column}: ${String(name)}`);
      }
    });
  }
});

/** A header by what each column comes from, in other languages; values as in the rows of {@link samples}. */
const languages: Readonly<
  Record<string, readonly [first: string, last: string, salutation: string, phone: string]>
> = {
  'in Chinese': ['名', '姓', '称呼', '手机号码'],
  'in traditional Chinese': ['名', '姓', '稱呼', '手機號碼'],
  'in Korean': ['이름', '성', '호칭', '휴대폰 번호'],
  'in Japanese': ['名', '姓', '敬称', '携帯電話番号'],
  'in Russian': ['Имя', 'Фамилия', 'Обращение', 'Мобильный телефон'],
  'in Polish': ['Imię', 'Nazwisko', 'Zwrot grzecznościowy', 'Telefon komórkowy'],
  'in Turkish': ['Ad', 'Soyad', 'Hitap', 'Cep Telefonu'],
  'in Vietnamese': ['Tên', 'Họ', 'Danh xưng', 'Số điện thoại di động'],
  'in Indonesian': ['Nama Depan', 'Nama Belakang', 'Sapaan', 'Nomor HP'],
  'in Arabic': ['الاسم الأول', 'اسم العائلة', 'اللقب الشرفي', 'رقم الجوال'],
  'in Greek': ['ΟΝΟΜΑ', 'ΕΠΩΝΥΜΟ', 'Προσφώνηση', 'Κινητό'],
  'in Hebrew': ['שם', 'משפחה', 'פנייה', 'נייד'],
  'in Hebrew, with articles': ['השם הפרטי', 'שם המשפחה', 'פנייה', 'נייד'],
  'in Hindi': ['पहला नाम', 'उपनाम', 'संबोधन', 'मोबाइल नंबर'],
};

describe('guessColumns, in other languages', () => {
  for (const [language, headers] of Object.entries(languages)) {
    it(`is right ${language}`, () => {
      const rows = [0, 1].map((row) =>
        contactColumns.slice(0, 4).map((column) => samples[column][row] ?? ''),
      );
      const { columns } = guess(headers, rows);
      assert.deepEqual(columns, {
        firstName: { field: 0 },
        lastName: { field: 1 },
        salutation: { field: 2 },
        cellPhoneNumber: { field: 3, part: 'nationalNumber' },
        cellPhoneExtension: { same: 'cellPhoneCountryCode' },
      });
    });
  }
});

const names = { order: 'givenFirst', oneWord: 'holdBack' } as const;

describe('guessColumns, by values', () => {
  it('takes code and number out of one phone column, and the prefix from the code', () => {
    const { columns, offers } = guess(
      ['phoneNumber', 'firstName', 'lastName', 'timeZone', 'uniqueId', 'contactPriority'],
      [
        ['+12025550143', 'Asha', 'Rao', 'America/New_York', '1', '5'],
        ['+442079460958', 'Ravi', 'Iyer', 'Europe/London', '2', '5'],
      ],
    );
    assert.deepEqual(columns, {
      firstName: { field: 1 },
      lastName: { field: 2 },
      cellPhoneNumber: { field: 0, part: 'nationalNumber' },
      cellPhoneCountryCode: { field: 0, part: 'callingCode' },
      cellPhoneExtension: { same: 'cellPhoneCountryCode' },
    });
    assert.deepEqual(offers, {});
  });

  it('offers the parts of a full name, with a title where one stands in it', () => {
    const { columns, offers } = guess(
      ['Full Name', 'Phone', 'Title'],
      [
        ['Mr John Smith', '+1 202 555 0143', 'Engineer'],
        ['Jane Doe', '+1 202 555 0144', 'CEO'],
      ],
    );
    assert.deepEqual(columns.firstName, undefined);
    assert.deepEqual(columns.salutation, undefined);
    assert.deepEqual(offers, {
      firstName: [{ source: { field: 0, part: 'firstName', ...names }, reason: 'fullName' }],
      lastName: [{ source: { field: 0, part: 'lastName', ...names }, reason: 'fullName' }],
      salutation: [{ source: { field: 0, part: 'salutation', ...names }, reason: 'fullName' }],
    });
    const all = withOffers({ columns, offers });
    assert.deepEqual(all.lastName, { field: 0, part: 'lastName', ...names });
    assert.deepEqual(all.cellPhoneCountryCode, { field: 1, part: 'callingCode' });
  });

  it('reads names with the family name first where the header says so', () => {
    const { offers } = guess(['ФИО', 'Телефон'], [['Иванов Иван Иванович', '+7 912 345-67-89']]);
    assert.deepEqual(offers.firstName?.[0]?.source, {
      field: 0,
      part: 'firstName',
      ...names,
      order: 'familyFirst',
    });
  });

  it('reads names of East Asia with the family name first, whatever the header says', () => {
    const { offers } = guess(['Name', 'Phone'], [['王 小明', '+86 138 0013 8000']]);
    assert.deepEqual(offers.lastName?.[0]?.source, {
      ...{ field: 0, part: 'lastName', ...names },
      order: 'familyFirst',
    });
  });

  const familyFirst = { ...names, order: 'familyFirst' } as const;

  it('reads names with the family name first where most say so themselves', () => {
    const orderOf = (...cells: string[]) => {
      const source = guess(
        ['Name', 'Phone'],
        cells.map((cell) => [cell, '+91 98765 43210']),
      ).offers.lastName?.[0]?.source;
      return source && 'order' in source ? source.order : undefined;
    };
    assert.equal(orderOf('Nguyễn Văn An', 'Trần Thị Bình', 'Lê Minh'), 'familyFirst');
    assert.equal(orderOf('DUPONT Jean', 'MARTIN Marie', 'Anne'), 'familyFirst');
    assert.equal(orderOf('Jean DUPONT', 'Marie MARTIN', 'Nguyễn Văn An'), 'givenFirst');
  });

  for (const header of [
    ...['Name (Last First)', 'Name (Last, First)', 'Last First', 'Surname Name', 'Фамилия Имя Отчество'],
    ...['Apellidos y nombres', 'Příjmení a jméno', 'Priezvisko a meno', 'Prezime i ime'],
    ...['Επώνυμο Όνομα', 'Επώνυμο και όνομα', 'שם משפחה ושם פרטי'],
  ]) {
    it(`reads names with the family name first under ${header}`, () => {
      const { offers } = guess([header, 'Phone'], [['Rao Asha', '+91 98765 43210']]);
      assert.deepEqual(offers.lastName?.[0]?.source, { field: 0, part: 'lastName', ...familyFirst });
    });
  }

  for (const header of ['Ονοματεπώνυμο', 'Ον/μο', 'Όνομα πελάτη', 'שם מלא', 'שם לקוח', 'שם פרטי ומשפחה']) {
    it(`offers the parts of the names under ${header}`, () => {
      const { offers } = guess([header, 'Phone'], [['Asha Rao', '+91 98765 43210']]);
      assert.deepEqual(offers.lastName?.[0]?.source, { field: 0, part: 'lastName', ...names });
    });
  }

  it('takes a column that holds the first name too for the full name', () => {
    const rows = [
      ['Asha Rao', 'Asha', '+91 98765 43210'],
      ['Anna Maria Meier', 'Anna Maria', '+91 98765 43211'],
    ];
    for (const headers of [
      ['Name', 'Vorname', 'Mobil'],
      ['Nom', 'Prénom', 'Portable'],
    ]) {
      const { columns, offers } = guess(headers, rows);
      assert.deepEqual(columns.firstName, { field: 1 });
      assert.equal(columns.lastName, undefined);
      assert.deepEqual(offers.lastName, [
        { source: { field: 0, part: 'lastName', ...names }, reason: 'fullName' },
      ]);
    }
    const turned = guess(
      ['Name', 'Vorname', 'Mobil'],
      [
        ['Rao Asha', 'Asha', '+91 98765 43210'],
        ['Meier, Anna', 'Anna', '+91 98765 43211'],
      ],
    );
    assert.deepEqual(turned.offers.lastName?.[0]?.source, { field: 0, part: 'lastName', ...familyFirst });
  });

  it('takes no nickname for a last name', () => {
    const { columns, offers } = guess(
      ['Nome', 'Apelido', 'Celular'],
      [
        ['João Silva', 'Joca', '+55 11 91234 5678'],
        ['Maria Clara Souza', 'Clarinha', '+55 11 91234 5679'],
      ],
    );
    assert.deepEqual([columns.firstName, columns.lastName], [undefined, undefined]);
    assert.deepEqual(offers.firstName?.[0]?.source, { field: 0, part: 'firstName', ...names });
    assert.deepEqual(offers.lastName?.[0]?.source, { field: 0, part: 'lastName', ...names });
    const portuguese = guess(
      ['Nome', 'Apelido'],
      [
        ['João', 'Silva'],
        ['Maria Clara', 'Souza'],
      ],
    ).columns;
    assert.deepEqual([portuguese.firstName, portuguese.lastName], [{ field: 0 }, { field: 1 }]);
  });

  it('leaves a last name alone that a first name happens to be in', () => {
    const rows = [
      ['Martin Luther', 'Martin', '1'],
      ['Rao', 'Asha', '2'],
      ['Iyer', 'Ravi', '3'],
    ];
    assert.deepEqual(guess(['Nachname', 'Vorname', 'Mobil'], rows).columns.lastName, { field: 0 });
  });

  it('leaves what Fr. means to the user', () => {
    const rows = ['Fr.', 'Hr.'].map((value) => ['A', 'B', value, '1']);
    const { columns } = guess(['Vorname', 'Nachname', 'Anrede', 'Handy'], rows);
    assert.deepEqual(columns.salutation, { field: 2, table: { 'Fr.': 'asIs', 'Hr.': 'Mr' } });
  });

  it('gives salutations of other languages their meaning, and leaves what is not certain', () => {
    const rows = ['Frau', 'Herr', 'Herr', 'Dr.', ''].map((value) => ['A', 'B', value, '1']);
    const { columns } = guess(['Vorname', 'Nachname', 'Anrede', 'Handy'], rows);
    const table = { Herr: 'Mr', '': 'asIs', 'Dr.': 'asIs', Frau: 'Mrs' };
    assert.deepEqual(columns.salutation, { field: 2, table });
  });

  it('prefers a dial code to an ISO code, and only offers the country of an address', () => {
    const headers = ['First Name', 'Last Name', 'Mobile', 'Country', 'Dial Code'];
    const row = ['Asha', 'Rao', '9876543210', 'IN', '+91'];
    assert.deepEqual(guess(headers, [row]).columns.cellPhoneCountryCode, { field: 4 });
    const { columns, offers } = guess(headers.slice(0, 4), [row.slice(0, 4)]);
    assert.equal(columns.cellPhoneCountryCode, undefined);
    assert.deepEqual(offers.cellPhoneCountryCode, [
      { source: { field: 3, part: 'countryCallingCode' }, reason: 'country' },
    ]);
  });

  it('offers ISO codes in a column called Country Code', () => {
    const rows = [['Asha', 'Rao', '9876543210', 'IN']];
    const { columns, offers } = guess(['First Name', 'Last Name', 'Mobile', 'Country Code'], rows);
    assert.equal(columns.cellPhoneCountryCode, undefined);
    assert.deepEqual(offers.cellPhoneCountryCode?.[0], {
      source: { field: 3, part: 'countryCallingCode' },
      reason: 'country',
    });
  });

  it('writes a dial code with its plus', () => {
    const rows = [['Asha', 'Rao', '9876543210', '91']];
    assert.deepEqual(
      guess(['First Name', 'Last Name', 'Mobile', 'Country Code'], rows).columns.cellPhoneCountryCode,
      { field: 3, part: 'countryCallingCode' },
    );
  });

  it('reads numbers of other columns than the documented ones, digits alone too: they may hold their country code', () => {
    const headers = ['First Name', 'Last Name', 'Mobile', 'Dial Code'];
    const source = { field: 2, part: 'nationalNumber' };
    for (const [number, code] of [
      ['(202) 555-0143', '+1'],
      ['01711234567', '+49'],
      ['1711234567', '+49'],
      ['4915123456789', ''],
    ] as const) {
      assert.deepEqual(guess(headers, [['Asha', 'Rao', number, code]]).columns.cellPhoneNumber, source);
    }
    const documented = ['firstName', 'lastName', 'cellPhoneNumber', 'Dial Code'];
    assert.deepEqual(
      guess(documented, [['Asha', 'Rao', '1711234567', '+49']]).columns.cellPhoneNumber,
      source,
    );
  });

  it('takes mobile numbers before landlines', () => {
    const rows = [['Asha', 'Rao', '1123456789', '9876543210']];
    const { columns } = guess(['First Name', 'Last Name', 'Phone', 'Mobile'], rows);
    assert.deepEqual(columns.cellPhoneNumber, { field: 3, part: 'nationalNumber' });
  });

  const mobile = (at: number) => `+49 151 2345${1000 + at}`;
  const landline = (at: number) => `+49 30 9018${1000 + at}`;
  const rowsOfTwo = (...cells: readonly ((at: number) => string)[]) =>
    [1, 2, 3].map((at) => ['Asha', 'Rao', ...cells.map((cell) => cell(at))]);
  const guessTwo = (headers: readonly string[], ...cells: readonly ((at: number) => string)[]) =>
    guess(['First Name', 'Last Name', ...headers], rowsOfTwo(...cells));
  const said = (text: string) => () => text;
  const id = (at: number) => String(9876000001 + at * 37);

  for (const [headers, cells, field] of [
    [['Phone', 'Phone 2'], [landline, mobile], 3],
    [['Telefon', 'Telefon 2'], [landline, mobile], 3],
    [['Tel 1', 'Tel 2'], [landline, mobile], 3],
    [['Phone', 'Phone 2'], [mobile, landline], 2],
    [['Phone', 'Phone 2'], [landline, landline], 2],
    [['Mobile', 'Phone'], [said(''), mobile], 3],
    [['Mobile', 'Phone'], [said('-'), landline], 3],
    [['Mobile', 'Phone'], [mobile, mobile], 2],
    [['Mobile', 'Phone'], [id, landline], 2],
    [
      ['Phone 1 - Label', 'Phone 1 - Value', 'Phone 2 - Label', 'Phone 2 - Value'],
      [said('Home'), (at) => `+1 202 555 01${40 + at}`, said('Mobile'), (at) => `+1 202 555 01${50 + at}`],
      5,
    ],
    [
      ['Phone 1 - Type', 'Phone 1 - Value', 'Phone 2 - Type', 'Phone 2 - Value'],
      [said('Work Fax'), landline, said('Work'), landline],
      5,
    ],
  ] as const satisfies readonly (readonly [
    readonly string[],
    readonly ((at: number) => string)[],
    number,
  ])[]) {
    it(`takes the number that values and labels speak for: ${headers.join()} ${cells.map((cell) => cell(1)).join()}`, () => {
      const { cellPhoneNumber } = guessTwo(headers, ...cells).columns;
      assert.equal(fieldOf(cellPhoneNumber), field);
    });
  }

  it('offers both where a column named Mobile has numbers that nothing confirms', () => {
    for (const header of ['Mobile', 'Cell']) {
      const { columns, offers } = guessTwo([header, 'Phone'], id, mobile);
      assert.equal(columns.cellPhoneNumber, undefined);
      assert.deepEqual(
        offers.cellPhoneNumber?.map(({ source, reason }) => [fieldOf(source), reason]),
        [
          [3, 'untellingValues'],
          [2, 'untellingValues'],
        ],
      );
    }
  });

  it('takes no fax number for a default', () => {
    const { columns, offers } = guessTwo(['Phone 1 - Type', 'Phone 1 - Value'], said('Work Fax'), landline);
    assert.equal(columns.cellPhoneNumber, undefined);
    assert.equal(fieldOf(offers.cellPhoneNumber?.[0]?.source), 3);
  });

  for (const [code, number, isDefault] of [
    ['91', '98765 43210', true],
    ['44', '7911 123456', true],
    ['234', '803 123 4567', true],
    ['356', '98765 43210', false],
    ['40', '664 1234567', false],
    ['276', '0151 23456789', false],
    // Mainland China, and a country of numbers that are none of its own.
    ['86', '138 1234 1000', true],
    // By one of them a number of Maine, by the other one of London.
    ['44', '207 946 0958', false],
  ] as const) {
    it(`takes ${code} beside ${number} for a dial code only where that is the country's number`, () => {
      const { columns, offers } = guessTwo(['Country Code', 'Phone'], said(code), said(number));
      const source = { field: 2, part: 'countryCallingCode' };
      assert.deepEqual(columns.cellPhoneCountryCode, isDefault ? source : undefined);
      if (!isDefault) assert.ok(offers.cellPhoneCountryCode !== undefined);
    });
  }

  for (const value of ['Dear Asha', 'Sales Manager']) {
    it(`offers a column called Salutation that says ${value}`, () => {
      const { columns, offers } = guessTwo(['Salutation', 'Mobile'], said(value), mobile);
      assert.equal(columns.salutation, undefined);
      assert.deepEqual(offers.salutation, [{ source: { field: 2 }, reason: 'untellingValues' }]);
    });
  }

  for (const [value, isPrefix] of [
    ['00', false],
    ['0', false],
    ['9', false],
    ['+49', true],
    ['0049', true],
    ['49', true],
    ['', false],
  ] as const) {
    it(`takes ${JSON.stringify(value)} for ${isPrefix ? 'a' : 'no'} dialing prefix`, () => {
      const { columns } = guessTwo(['Dialing Prefix', 'Mobile'], said(value), mobile);
      assert.deepEqual(
        columns.cellPhoneExtension,
        isPrefix ? { field: 2 } : { same: 'cellPhoneCountryCode' },
      );
    });
  }

  for (const [header, value] of [
    ['Team', 'E'],
    ['Created By Last Name', 'y'],
    ['Mobile Number Portability', 'Y'],
    ['Language Code', 'de'],
    ['Language', 'fr'],
    ['Gender', 'M'],
  ] as const) {
    it(`offers no salutation where ${header} is ${value}`, () =>
      assert.deepEqual(guessTwo([header, 'Mobile'], said(value), mobile).offers, {}));
  }

  it('offers no number that only its digits make one', () => {
    const { offers } = guessTwo(['donor_number'], (at) => String(8483485680 + at * 7919));
    assert.deepEqual(offers, {});
  });

  it('offers a dial code under another name where the numbers confirm it', () => {
    const offersOf = (value: string, number: string) =>
      guessTwo(['Prefix', 'Phone'], said(value), said(number)).offers;
    const source = { field: 2, part: 'countryCallingCode' };
    assert.deepEqual(offersOf('91', '98765 43210'), {
      cellPhoneCountryCode: [{ source, reason: 'values' }],
    });
    assert.deepEqual(offersOf('30', '9018 1234'), {});
  });

  for (const header of ['Phone number (recommended)', 'Моб. тел.']) {
    it(`knows ${header}`, () => assert.equal(fieldOf(guessTwo([header], mobile).columns.cellPhoneNumber), 2));
  }

  it('offers what is merely spelled like a column, or looks like one, and takes none of it', () => {
    const { columns, offers } = guess(
      ['frstName', 'lastName', 'Work line', 'Rufname der Anrede'],
      [
        ['Asha', 'Rao', '+91 98765 43210', 'Frau'],
        ['Ravi', 'Iyer', '+91 98123 45678', 'Herr'],
      ],
    );
    assert.deepEqual(Object.keys(columns).toSorted(), ['cellPhoneExtension', 'lastName']);
    assert.deepEqual(offers.firstName, [{ source: { field: 0 }, reason: 'similarName' }]);
    assert.deepEqual(offers.cellPhoneNumber, [
      { source: { field: 2, part: 'nationalNumber' }, reason: 'values' },
    ]);
    assert.deepEqual(offers.salutation, [
      { source: { field: 3, table: { Frau: 'Mrs', Herr: 'Mr' } }, reason: 'values' },
    ]);
  });

  it('leaves the documented columns as they stand', () => {
    const row = ['Asha', 'Rao', 'Mrs', '98765-43210', '+91', '+91'];
    assert.deepEqual(guess(contactColumns, [row]), {
      columns: Object.fromEntries(contactColumns.map((column, field) => [column, { field }])),
      offers: {},
    });
  });

  it('takes nothing of an empty header', () => {
    assert.deepEqual(Object.keys(guess(['']).columns), ['cellPhoneExtension']);
    assert.deepEqual(withOffers(guess([''])), guess(['']).columns);
  });
});

describe('guessColumns, of whose columns they are', () => {
  const mobiles = ['+91 98765 43210', '+91 98123 45678'] as const;
  const valueOf = (header: string, row: number) => {
    if (/phone|mobile|number/i.test(header)) return mobiles[row] ?? '';
    return (
      (/last/i.test(header)
        ? ['Rao', 'Iyer']
        : /first/i.test(header)
          ? ['Asha', 'Ravi']
          : ['Asha Rao', 'Ravi Iyer'])[row] ?? ''
    );
  };
  const guessed = (...headers: readonly string[]) => {
    const { columns, offers } = guess(
      headers,
      [0, 1].map((row) => headers.map((header) => valueOf(header, row))),
    );
    const nameOf = (column: ContactColumn) => {
      const source = columns[column] ?? offers[column]?.[0]?.source;
      const name = headers[fieldOf(source) ?? -1] ?? '';
      return columns[column] ? name : `? ${name}`;
    };
    return [nameOf('firstName'), nameOf('lastName'), nameOf('cellPhoneNumber')];
  };

  for (const [headers, ...expected] of [
    [['First Name', 'Last Name', 'Phone', 'Owner Mobile'], 'First Name', 'Last Name', 'Phone'],
    [['Parent Mobile', 'First Name', 'Last Name', 'Phone'], 'First Name', 'Last Name', 'Phone'],
    [
      ['Lead First Name', 'Lead Last Name', 'Owner Mobile', 'Lead Phone'],
      ...['Lead First Name', 'Lead Last Name', 'Lead Phone'],
    ],
    [
      ['Owner First Name', 'Owner Last Name', 'Owner Phone', 'Lead Name', 'Lead Mobile'],
      ...['? Lead Name', '? Lead Name', 'Lead Mobile'],
    ],
    [
      ['Student First Name', 'Student Last Name', 'Parent Mobile'],
      ...['Student First Name', 'Student Last Name', '? Parent Mobile'],
    ],
    [
      ['Billing First Name', 'Shipping Last Name', 'Shipping Phone', 'Billing Phone'],
      ...['Billing First Name', '? Shipping Last Name', 'Billing Phone'],
    ],
    [
      [
        'Member First Name',
        'Member Last Name',
        'Guest First Name',
        'Guest Last Name',
        'Guest Mobile',
        'Member Phone',
      ],
      ...['Member First Name', 'Member Last Name', 'Member Phone'],
    ],
    [
      ['Account Holder First Name', 'Last Name', 'Mobile'],
      '? Account Holder First Name',
      'Last Name',
      'Mobile',
    ],
    [
      ['Buyer Name', 'Recipient Name', 'Recipient Phone'],
      '? Recipient Name',
      '? Recipient Name',
      'Recipient Phone',
    ],
    [['Contact Phone', 'First Name', 'Last Name'], 'First Name', 'Last Name', 'Contact Phone'],
    [
      ['Person - First name', 'Person - Last name', 'Person - Phone', 'Person - Phone 2', 'Phone'],
      ...['Person - First name', 'Person - Last name', 'Person - Phone'],
    ],
  ] as const satisfies readonly (readonly [readonly string[], string, string, string])[]) {
    it(`takes one person's alone: ${headers.join()}`, () => assert.deepEqual(guessed(...headers), expected));
  }

  it('says that it may be another person’s', () => {
    const { offers } = guess(['First Name', 'Last Name', 'Parent Mobile'], [['Asha', 'Rao', mobiles[0]]]);
    assert.deepEqual(
      offers.cellPhoneNumber?.map(({ reason }) => reason),
      ['otherPerson'],
    );
  });
});

describe('guessColumns, by what other columns say', () => {
  /** The header of a column's source, `?` before one that is only offered, and why. */
  const guessed = (headers: readonly string[], ...rows: readonly (readonly string[])[]) => {
    const { columns, offers } = guess(headers, rows);
    return (column: ContactColumn) => {
      const [offer] = offers[column] ?? [];
      const name = headers[fieldOf(columns[column] ?? offer?.source) ?? -1] ?? '';
      return columns[column] || !offer ? name : `? ${name}: ${offer.reason}`;
    };
  };

  for (const [headers, row] of [
    [
      ['Nome', 'Sobrenome', 'DDI', 'DDD', 'Celular'],
      ['Asha', 'Rao', '55', '11', '961234567'],
    ],
    [
      ['First Name', 'Last Name', 'STD Code', 'Phone'],
      ['Asha', 'Rao', '011', '23456789'],
    ],
    [
      ['Vorname', 'Nachname', 'Vorwahl', 'Rufnummer'],
      ['Asha', 'Rao', '0221', '4710123'],
    ],
  ] as const) {
    it(`only offers a number whose area code is elsewhere: ${headers.join()}`, () => {
      const number = guessed(headers, row)('cellPhoneNumber');
      assert.equal(number, `? ${headers.at(-1) ?? ''}: partElsewhere`);
    });
  }

  it('takes a number beside a code of its country, or with its own', () => {
    const headers = ['First Name', 'Last Name', 'Vorwahl', 'Phone'];
    assert.equal(guessed(headers, ['Asha', 'Rao', '49', '15123456789'])('cellPhoneNumber'), 'Phone');
    assert.equal(guessed(headers, ['Asha', 'Rao', '0221', '+49 221 4710123'])('cellPhoneNumber'), 'Phone');
  });

  it('only offers a last name whose particle is elsewhere', () => {
    const headers = ['Voornaam', 'Tussenvoegsel', 'Achternaam', 'Mobiel'];
    const of = (particle: string) =>
      guessed(headers, ['Jan', particle, 'Berg', '+31 6 12345678'])('lastName');
    assert.equal(of('van der'), '? Achternaam: partElsewhere');
    assert.equal(of(''), 'Achternaam');
  });

  it('takes Name beside Surname for the first name, and for the whole one where it is', () => {
    const of = guessed(['Name', 'Surname', 'Cell'], ['Asha', 'Rao', '+27 82 123 4567']);
    assert.deepEqual([of('firstName'), of('lastName')], ['Name', 'Surname']);
    const whole = guessed(['Name', 'Surname', 'Cell'], ['Asha Rao', 'Rao', '+27 82 123 4567']);
    assert.deepEqual([whole('firstName'), whole('lastName')], ['? Name: fullName', 'Surname']);
  });

  it('takes a first name that stands alone for the whole one, where it has several words', () => {
    for (const [header, cell] of [
      ['Имя', 'Иванов Иван'],
      ['First Name', 'Asha Rao'],
    ] as const) {
      const of = guessed([header, 'Phone'], [cell, '+7 912 345-67-89']);
      assert.deepEqual([of('firstName'), of('lastName')], [`? ${header}: fullName`, `? ${header}: fullName`]);
    }
    assert.equal(guessed(['Имя', 'Phone'], ['Иван', '+7 912 345-67-89'])('firstName'), 'Имя');
  });

  it('takes no last name that is a form of address', () => {
    const of = guessed(
      ['الاسم الكامل', 'رقم الجوال', 'اللقب'],
      ['أحمد علي', '+966 50 123 4567', 'السيد'],
      ['فاطمة علي', '+966 50 123 4568', 'السيدة'],
    );
    assert.deepEqual([of('lastName'), of('salutation')], ['? الاسم الكامل: fullName', '? اللقب: values']);
  });

  for (const [headers, landline, mobile] of [
    [['Tlf.', 'Tlf. móvil'], '912 345 678', '612 345 678'],
    [['TEL', '携帯TEL'], '03-1234-5678', '090-1234-5678'],
    [['Phone', 'Mobile (WA)'], '030 901820', '0151 23456789'],
  ] as const) {
    it(`goes for the mobile number where a header says so, by default or offered: ${headers.join()}`, () => {
      const number = guessed(
        ['First Name', 'Last Name', ...headers],
        ['Asha', 'Rao', landline, mobile],
      )('cellPhoneNumber');
      assert.match(number, new RegExp(`^(?:\\? )?${headers[1].replace(/[()]/g, '\\$&')}`));
    });
  }

  it('offers another number where cellPhoneNumber is empty, and says so', () => {
    const headers = ['firstName', 'lastName', 'cellPhoneNumber', 'Mobile'];
    assert.equal(
      guessed(headers, ['Asha', 'Rao', '', '+91 98765 43210'])('cellPhoneNumber'),
      '? Mobile: namedIsEmpty',
    );
    assert.equal(guessed(headers, ['Asha', 'Rao', '', ''])('cellPhoneNumber'), 'cellPhoneNumber');
  });

  for (const [code, number, isDefault] of [
    // Malta's dial code, and the number of India in ISO 3166: the numbers decide.
    ['356', '9987 1000', true],
    ['356', '98765 43210', false],
    ['356', '1234 5678', false],
  ] as const) {
    it(`lets numbers decide what ${code} beside ${number} is`, () => {
      const of = guessed(['First Name', 'Last Name', 'Country Code', 'Phone'], ['Asha', 'Rao', code, number]);
      assert.equal(of('cellPhoneCountryCode').startsWith('? '), !isDefault);
    });
  }

  for (const [header, cell] of [
    // In Turkey a mobile number, in Brazil a code of addresses.
    ['Cep', '0532 123 45 67'],
    ['Other Phone', '+91 98765 43210'],
    ['Other Phone', '98765 43210'],
  ] as const) {
    it(`offers ${header} with ${cell}`, () => {
      const of = guessed(['First Name', 'Last Name', header], ['Asha', 'Rao', cell]);
      assert.equal(of('cellPhoneNumber'), `? ${header}: values`);
    });
  }

  for (const odd of [
    ...[
      'María del Carmen Pérez',
      'Jean de La Fontaine',
      'Ravi Kumar S',
      'DUPONT Jean',
      'Nguyễn Văn An',
      '김 철수',
    ],
  ]) {
    it(`reads all names in the order of most, though one is ${odd}`, () => {
      const rows = ['John Smith', 'Mary Jones', odd].map((name) => [name, '+1 202 555 0143']);
      const source = guess(['Name', 'Phone'], rows).offers.lastName?.[0]?.source;
      assert.equal(source && 'order' in source && source.order, 'givenFirst');
    });
  }

  for (const [headers, row, first, last] of [
    [['姓氏', '名字', '手机'], ['王', '小明', '138 0013 8000'], '名字', '姓氏'],
    [['名字', '手机'], ['王 小明', '138 0013 8000'], '? 名字: fullName', '? 名字: fullName'],
    [['名字', '名', '携帯'], ['田中', '太郎', '090-1234-5678'], '名', '名字'],
    [['苗字', '名前', '携帯'], ['田中', '太郎', '090-1234-5678'], '名前', '苗字'],
    [
      ['Name', 'F.Name', 'Cell No'],
      ['Asha Rao', 'Mohan Rao', '98765 43210'],
      '? Name: fullName',
      '? Name: fullName',
    ],
    [['FName', 'LName', 'Cell No'], ['Asha', 'Rao', '98765 43210'], 'FName', 'LName'],
  ] as const) {
    it(`takes names for what they are in ${headers.join()}`, () => {
      const of = guessed(headers, row);
      assert.deepEqual([of('firstName'), of('lastName')], [first, last]);
    });
  }

  for (const [header, values, isDefault] of [
    ['Title', ['HR', 'HR', 'Sales'], false],
    ['Title', ['M', 'F', 'M'], false],
    ['Titre', ['Directeur', 'M.', 'Mme', 'PDG'], false],
    ['Title', ['Mr', 'Mrs', 'Dr'], true],
    ['Titre', ['M.', 'Mme'], true],
  ] as const) {
    it(`takes ${header} with ${values.join()} for ${isDefault ? 'a salutation' : 'none unasked'}`, () => {
      const rows = values.map((value) => ['Asha', 'Rao', value]);
      assert.equal('salutation' in guess(['First Name', 'Last Name', header], rows).columns, isDefault);
    });
  }

  it('gives HR no meaning', () => {
    const { columns } = guess(
      ['Vorname', 'Nachname', 'Anrede'],
      ['HR', 'Frau', 'Hr.'].map((value) => ['A', 'B', value]),
    );
    assert.deepEqual(columns.salutation, { field: 2, table: { HR: 'asIs', Frau: 'Mrs', 'Hr.': 'Mr' } });
  });

  for (const header of ['Dahili', 'Klapka', 'Toestelnummer', 'Добавочный', '分機']) {
    it(`takes no office line for a dialing prefix: ${header}`, () => {
      const rows = ['212', '216', '41'].map((line) => ['Asha', 'Rao', '+90 532 123 45 67', line]);
      const { columns } = guess(['Ad', 'Soyad', 'Cep Telefonu', header], rows);
      assert.deepEqual(columns.cellPhoneExtension, { same: 'cellPhoneCountryCode' });
    });
  }

  it('offers no dates for numbers', () => {
    assert.equal(
      guessed(['First Name', 'Last Name', 'DateLatest'], ['Asha', 'Rao', '2024-05-12'])('cellPhoneNumber'),
      '',
    );
  });

  it('offers no CEP, which is an address', () => {
    assert.equal(guessed(['Nome', 'Sobrenome', 'CEP'], ['Asha', 'Rao', '01310-100'])('cellPhoneNumber'), '');
  });

  for (const header of ['Phone', 'Mobile 1', 'Full Name', 'c']) {
    it(`looks at the values of few of a thousand columns: ${header}`, () => {
      const cells = Array.from({ length: 1000 }, (_, at) => `9876 5${10_000 + at}`);
      const rows = Array.from({ length: 100 }, () => cells.join());
      const text = [cells.map(() => header).join(), ...rows].join('\n');
      let numbers = 0;
      const read: typeof needs.phones.read = (...of) => {
        numbers++;
        return needs.phones.read(...of);
      };
      guessColumns(readSheet(text, 'list'), { ...needs, phones: { ...needs.phones, read } });
      assert.ok(numbers < 20_000, String(numbers));
    });
  }
});
