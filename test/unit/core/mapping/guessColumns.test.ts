import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { contactColumns, type ContactColumn } from '../../../../src/core/contact/columns';
import { isUntelling } from '../../../../src/core/contact/recognise';
import { csvRecord } from '../../../../src/core/csv/csvRecord';
import type { ColumnSource } from '../../../../src/core/mapping/columnMap';
import { guessColumns, withOffers, type Guess } from '../../../../src/core/mapping/guessColumns';
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
        cellPhoneNumber: { field: 3 },
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

  it('reads numbers beside their code where they are not digits alone, or begin with a zero', () => {
    const headers = ['First Name', 'Last Name', 'Mobile', 'Dial Code'];
    const sourceOf = (number: string, code: string) =>
      guess(headers, [['Asha', 'Rao', number, code]]).columns.cellPhoneNumber;
    assert.deepEqual(sourceOf('(202) 555-0143', '+1'), { field: 2, part: 'nationalNumber' });
    assert.deepEqual(sourceOf('01711234567', '+49'), { field: 2, part: 'nationalNumber' });
    assert.deepEqual(sourceOf('1711234567', '+49'), { field: 2 });
  });

  it('takes mobile numbers before landlines', () => {
    const rows = [['Asha', 'Rao', '1123456789', '9876543210']];
    const { columns } = guess(['First Name', 'Last Name', 'Phone', 'Mobile'], rows);
    assert.deepEqual(columns.cellPhoneNumber, { field: 3 });
  });

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
