import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aliases, aliasesBeside, fullNames, owners } from '../../../../src/core/contact/aliases';
import { isContactHeader } from '../../../../src/core/contact/contactHeader';
import { contactColumns } from '../../../../src/core/contact/columns';
import { foldHeader } from '../../../../src/core/contact/headerNames';
import { fullNameFields, recogniseHeaders } from '../../../../src/core/contact/recognise';

const recognise = (header: string) => recogniseHeaders([header])[0];
const columnsOf = (...headers: string[]) => recogniseHeaders(headers).map((meaning) => meaning?.column);

/** Near to a documented name or to an alias, and something else. */
const everydayWords = [
  ...['Movie', 'Posts', 'Poster', 'Saldo', 'Salud', 'Hombres', 'Candy', 'Hands', 'Vista', 'Titles', 'iPhone'],
  ...['Giver', 'Idcode', 'Isocode', 'Deal Code', 'Contact Photo', 'Customer Photo', 'Contacto', 'Sortable'],
  ...[
    'Last Game',
    'Last Fame',
    'Past Name',
    'Fast Name',
    'Lost Name',
    'List Name',
    'Saturation',
    'Salvation',
  ],
  ...[
    'Valuation',
    'Nachnahme',
    'Contract Number',
    'County Code',
    'Potable',
    'Cellar',
    'Cells',
    'Tile',
    'Suffix',
  ],
  ...['National Number', 'Primary Number', 'Second Name'],
  ...['User Name', 'Nickname', 'Stage Name', 'File Name', 'Product Name', 'Cellphone Model', 'pH', 'CEP'],
];

/** Names that once were missed. */
const otherSpellings = {
  firstName: ['First Name (required)', 'Person - First name', 'Customer First Name', 'First Name 1'],
  lastName: ['Apellido Paterno', 'Apellido 1', 'सरनेम', 'Person - Last name'],
  salutation: ['Title (Mr/Mrs/Ms)', 'Salutation (Mr/Mrs)', 'salutationName', 'Titolo'],
  cellPhoneNumber: [
    ...['Tél. mobile', 'Mobil-Tel.-Nr.', 'Person - Phone - Mobile', 'Phones / Primary Phone', 'phone_mobile'],
    ...[
      'cellPhone.phoneNumber',
      'number1',
      'phone1',
      'Phone (Mobile)',
      'Mobile 1',
      'WhatsApp No',
      'Tel mobil',
    ],
    ...[
      'Mobiltelefonnummer',
      'Handy-Nr',
      'Natel',
      'TEL PORT',
      'मोबाइल न.',
      '電話番号(携帯)',
      'phones',
      '手机号',
    ],
    ...['GSM', 'Tlf.', 'Tlf.nr.', 'Mobiltlf', 'Tel.-Nr.', 'PHONE (CELL)', 'Numer telefonu komórkowego'],
    ...['N° de téléphone portable', 'Telefon No', 'GSM No', 'Phone (required)', '* Mobile (Optional)'],
    ...['휴대폰', 'Телефон', 'Telefon komórkowy', 'Cep Telefonu', 'Số điện thoại', 'No. HP', 'رقم الجوال'],
  ],
  cellPhoneCountryCode: ['cellPhone.countryCode', 'Country Code*', 'Código do País'],
  cellPhoneExtension: ['cellPhone.extension', 'Ext.', 'Extension 1'],
};

describe('names that mean a column only beside another one', () => {
  const columns = (...headers: string[]) => recogniseHeaders(headers).map((meaning) => meaning?.column);

  it('mean it too once the other one has its documented name', () => {
    for (const { name, column, beside } of aliasesBeside) {
      const other = column === 'firstName' ? 'lastName' : 'firstName';
      assert.deepEqual(columns(beside[0] ?? '', name), [other, column], name);
      assert.deepEqual(columns(other, name), [other, column], name);
    }
  });

  it('are whole names by themselves, in Chinese too', () => {
    assert.deepEqual(columns('名字', '手机'), [undefined, 'cellPhoneNumber']);
    assert.deepEqual(columns('姓', '名字', '手机'), ['lastName', 'firstName', 'cellPhoneNumber']);
  });
});

describe('fullNameFields', () => {
  it('finds whole names in many languages, and those of an owner', () => {
    const headers = [
      ...fullNames,
      'Candidate Name',
      'Person - Name',
      'FULL_NAME',
      'Name *',
      'name1',
      'Name (required)',
    ];
    assert.deepEqual(fullNameFields(headers), [...headers.keys()]);
  });

  it('finds none in the names of other things, nor where the values speak against it', () => {
    const others = [
      'Product Name',
      'Company Name',
      'Account Name',
      'Username',
      'Names',
      'First Name',
      'Namen',
      '',
    ];
    assert.deepEqual(fullNameFields(others), []);
    assert.deepEqual(
      fullNameFields(['Name', 'Full Name'], (field) => field === 0),
      [1],
    );
  });
});

describe('recogniseHeaders', () => {
  it('knows the documented names', () => {
    for (const column of contactColumns) assert.deepEqual(recognise(column), { column, how: 'exact' });
  });

  it('folds case, spaces, underscores, hyphens, dots, accents, width and marks of required columns', () => {
    for (const header of [
      ...['FIRSTNAME', 'First Name', 'first_name', ' first-name ', 'First.Name', 'Fírst Nàme'],
      ...['Ｆｉｒｓｔ Ｎａｍｅ', 'First Name*', '(First Name)', '\u200BfirstName'],
    ]) {
      assert.deepEqual(recognise(header), { column: 'firstName', how: 'alias' }, header);
    }
  });

  it('knows every alias, each for one column and listed once', () => {
    const seen = new Set(contactColumns.map(foldHeader));
    const own = new Set(seen);
    for (const column of contactColumns) {
      for (const alias of aliases[column]) {
        assert.deepEqual(recognise(alias), { column, how: 'alias' }, alias);
        const fold = foldHeader(alias);
        assert.ok(fold !== '' && (!seen.has(fold) || own.has(fold)), `${alias} stands there twice`);
        seen.add(fold);
      }
    }
  });

  it('mixes no scripts in a name: it would never match', () => {
    const all = [...Object.values(aliases).flat(), ...fullNames, ...owners];
    const beside = aliasesBeside.flatMap(({ name, beside: others }) => [name, ...others]);
    const scripts = ['Latin', 'Greek', 'Cyrillic', 'Hebrew', 'Arabic', 'Thai', 'Hangul'];
    const indian = ['Devanagari', 'Bengali', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Gujarati'];
    const known = [...scripts, ...indian].map((script) => `\\p{Script=${script}}+`);
    const japanese = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]+';
    const ofOne = new RegExp(`^(?:${[...known, japanese].join('|')})$`, 'u');
    for (const name of [...all, ...beside]) {
      assert.match(name.replace(/[^\p{L}\p{M}]|[\u0300-\u036F]/gu, ''), ofOne, name);
    }
  });

  for (const [languages, header] of [
    ['Hebrew', 'שם פרטי,שם משפחה,טלפון'],
    ['Hebrew, whole', 'שם מלא,מספר טלפון'],
    ['Greek', 'Όνομα,Επώνυμο,Τηλέφωνο'],
    ['Vietnamese', 'Họ,Tên,Số điện thoại'],
    ['Croatian', 'Ime,Prezime,Telefon'],
    ['Croatian, whole', 'Ime i prezime,Mobitel'],
    ['Slovene', 'Ime,Priimek,Telefonska številka'],
    ['Serbian', 'Име,Презиме,Број телефона'],
    ['Bulgarian', 'Име,Фамилия,Телефонен номер'],
    ['Slovak', 'Meno,Priezvisko,Telefón'],
    ['Czech', 'Jméno,Příjmení,Mobilní číslo'],
    ['Ukrainian', "Ім'я,Прізвище,Номер телефону"],
    ['Russian', 'Имя клиента,Телефон клиента'],
    ['Russian, short', 'Имя,Тел.'],
    ['Polish', 'Imię,Nazwisko,Tel. kom.'],
    ['Chinese', '客户姓名,联系电话'],
    ['Chinese, phone', '姓氏,名,客户手机'],
    ['Korean', '고객명,휴대전화'],
    ['Korean, both', '고객 이름,고객 전화번호'],
    ['Japanese', 'お名前,ご連絡先電話番号'],
    ['Japanese, polite', 'ご氏名,お電話番号'],
    ['Japanese, of customers', 'お客様氏名,お客様電話番号'],
    ['Persian', 'نام,نام خانوادگی,موبایل'],
    ['Persian, whole', 'نام,شماره تلفن'],
    ['Arabic', 'اسم العميل,جوال'],
    ['Bengali', 'নাম,ফোন'],
    ['Tamil', 'பெயர்,தொலைபேசி'],
    ['Thai', 'ชื่อ,นามสกุล,หมายเลขโทรศัพท์'],
    ['Hungarian', 'Családnév,Utónév,Mobiltelefonszám'],
    ['Finnish', 'Koko nimi,Matkapuhelinnumero'],
    ['Turkish', 'İsim,Soyisim,GSM'],
    ['Estonian', 'Eesnimi,Perekonnanimi,Telefoninumber'],
    ['Latvian', 'Vārds,Uzvārds,Tālrunis'],
    ['Lithuanian', 'Vardas,Pavardė,Telefonas'],
    ['Malay', 'Nama penuh,No telefon'],
    ['Marathi', 'नाव,मोबाईल'],
    ['a form', 'Name (First),Name (Last),Phone'],
    ['a shop', 'Billing First Name,Billing Last Name,Billing Phone'],
    ['owners', 'Owner Name,Phone'],
  ] as const) {
    it(`knows a list in ${languages}`, () => {
      const headers = header.split(',');
      const meanings = recogniseHeaders(headers);
      assert.ok(isContactHeader(headers, meanings, fullNameFields(headers).length > 0), header);
      const columns = meanings.flatMap((meaning) => meaning?.column ?? []);
      assert.ok(headers.length < 3 || columns.length === 3, columns.join());
      assert.ok(columns.includes('cellPhoneNumber'), header);
    });
  }

  for (const [system, headers] of [
    ['Google', ['First Name', 'Last Name', 'Name Prefix', 'Phone 1 - Value', undefined, undefined]],
    ['Outlook', ['First Name', 'Last Name', 'Title', 'Mobile Phone', undefined, undefined]],
    ['HubSpot', ['First Name', 'Last Name', 'Salutation', 'Mobile Phone Number', 'Country Code', 'Ext.']],
    ['Salesforce', ['FirstName', 'LastName', 'Salutation', 'MobilePhone', undefined, undefined]],
    ['a German list', ['Vorname', 'Nachname', 'Anrede', 'Handynummer', 'Ländervorwahl', 'Durchwahl']],
    ['a French list', ['Prénom', 'Nom', 'Civilité', 'Téléphone portable', 'Indicatif pays', 'Poste']],
    ['a Spanish list', ['Nombre', 'Apellidos', 'Tratamiento', 'Móvil', 'Código de país', 'Extensión']],
    ['a Portuguese list', ['Nome', 'Sobrenome', 'Tratamento', 'Celular', 'Código do país', 'Ramal']],
    ['a Hindi list', ['Pehla Naam', 'Upnaam', 'Sambodhan', 'Mobile Nambar', 'Desh Code', undefined]],
    ['a Japanese list', ['名', '姓', '敬称', '携帯電話番号', '国番号', '内線']],
  ] as const) {
    it(`knows the columns of ${system}, among others that are none`, () => {
      const noise = ['Email', 'Company', 'Job Title', 'Middle Name', 'Home Phone', 'Country', 'Notes'];
      const header = [...noise, ...headers.flatMap((name) => name ?? [])];
      const expected = headers.flatMap((name, index) => (name === undefined ? [] : contactColumns[index]));
      assert.deepEqual(columnsOf(...header), [...noise.map(() => undefined), ...expected]);
    });
  }

  for (const [header, column] of [
    ['Frist Name', 'firstName'],
    ['Salutaion', 'salutation'],
    ['Lastnme', 'lastName'],
    ['firsttName', 'firstName'],
    ['cellPhnoeNumbr', 'cellPhoneNumber'],
    ['Sell Phone Numbers', 'cellPhoneNumber'],
    ['cellphonecountrycod', 'cellPhoneCountryCode'],
    ['Cell Phone Extention', 'cellPhoneExtension'],
  ] as const) {
    it(`takes ${header} for a misspelling`, () => {
      assert.deepEqual(recognise(header), { column, how: 'similar' });
    });
  }

  it('takes no other column for one', () => {
    for (const header of [
      ...['', ' ', 'name', 'names', 'email', 'price', 'country', 'constructor', '__proto__', 'Full Name'],
      ...[
        'Company Phone',
        'Work Phone',
        'Phone 2',
        'Phone Type',
        'Fax',
        'Job Title',
        'Middle Name',
        'Nom',
        'Nombre',
      ],
      ...[
        'Area Code',
        'cellPhoneNumber2',
        'Zip Code',
        'Status',
        'Contact',
        'Account Name',
        'First;Last',
        'phone;ext',
        'First Name\tPhone',
      ],
      'firstName'.repeat(10_000),
    ]) {
      assert.equal(recognise(header), undefined, header.slice(0, 40));
    }
  });

  it('takes no everyday word for a misspelling, of a documented name or an alias', () => {
    for (const header of everydayWords) assert.equal(recognise(header), undefined, header);
  });

  for (const [column, headers] of Object.entries(otherSpellings)) {
    it(`knows ${column} by the names that exports give it, also as first of several and with an owner`, () => {
      for (const header of headers) assert.deepEqual(recognise(header), { column, how: 'alias' }, header);
    });
  }

  it('takes a mobile number before any, and a name before the same one with an owner', () => {
    assert.deepEqual(columnsOf('Phone (Mobile)', 'Phone 1', 'Phone (Work)'), [
      'cellPhoneNumber',
      undefined,
      undefined,
    ]);
    assert.deepEqual(columnsOf('Customer Phone', 'Phone'), [undefined, 'cellPhoneNumber']);
    assert.deepEqual(columnsOf('Country Code', 'Dial Code'), [undefined, 'cellPhoneCountryCode']);
  });

  it('believes what is named by an alias only while its values do not speak against it', () => {
    const asked: string[] = [];
    const refutes = (field: number, meaning: string) => {
      asked.push(`${field} ${meaning}`);
      return field === 0;
    };
    const meant = recogniseHeaders(
      ['Mobile', 'Phone', 'First_Name', 'lastName', 'cellPhoneCountryCod'],
      refutes,
    );
    assert.deepEqual(
      meant.map((meaning) => meaning?.column),
      [undefined, 'cellPhoneNumber', 'firstName', 'lastName', 'cellPhoneCountryCode'],
    );
    assert.deepEqual(
      asked,
      ['0 cellPhoneNumber', '1 cellPhoneNumber'],
      'what has its own name is what it says',
    );
  });

  it('takes the name that tells more, wherever it stands, and leaves the other alone', () => {
    assert.deepEqual(columnsOf('Phone', 'Mobile'), [undefined, 'cellPhoneNumber']);
    assert.deepEqual(columnsOf('Title', 'Salutation'), [undefined, 'salutation']);
    assert.deepEqual(columnsOf('Frist Name', 'Given Name'), [undefined, 'firstName']);
    assert.deepEqual(columnsOf('First Name', 'firstName'), [undefined, 'firstName']);
  });

  it('knows names that mean something beside others only', () => {
    assert.deepEqual(columnsOf('Name', 'Vorname'), ['lastName', 'firstName']);
    for (const { name } of aliasesBeside) assert.equal(recognise(name), undefined, name);
  });

  it('never takes two cells for one column, unless both have its exact name', () => {
    const pool = [
      ...contactColumns,
      ...Object.values(aliases).flat(),
      ...aliasesBeside.map(({ name }) => name),
    ];
    const name = fc.constantFrom(...pool);
    const misspelled = fc
      .tuple(name, fc.nat(), fc.string({ maxLength: 2 }))
      .map(
        ([word, at, more]) =>
          word.slice(0, at % (word.length + 1)) + more + word.slice((at % word.length) + 1),
      );
    const header = fc.array(fc.oneof(name, misspelled, fc.string()), { maxLength: 15 });
    fc.assert(
      fc.property(header, (headers) => {
        const meanings = recogniseHeaders(headers);
        assert.equal(meanings.length, headers.length);
        for (const column of contactColumns) {
          const fields = meanings.flatMap((meaning, field) => (meaning?.column === column ? [field] : []));
          assert.ok(fields.length < 2 || fields.every((field) => headers[field] === column), column);
          for (const field of fields) {
            assert.equal(meanings[field]?.how === 'exact', headers[field] === column);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
