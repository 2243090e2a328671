import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitName, type NameOrder } from '../../../../src/core/contact/fullName';
import { titles, suffixes, particles } from '../../../../src/core/contact/nameWords';

/** A cell, and first name, last name and salutation of it; nothing when they cannot be told. */
type Case = readonly [cell: string, ...parts: readonly string[]];

const givenFirst: Readonly<Record<string, readonly Case[]>> = {
  'in English': [
    ['John Smith', 'John', 'Smith', ''],
    ['  John \u00A0 Smith ', 'John', 'Smith', ''],
    ['Mr John Smith', 'John', 'Smith', 'Mr'],
    ['MRS. JANE DOE', 'JANE', 'DOE', 'MRS.'],
    ['Smith, John', 'John', 'Smith', ''],
    ['Smith, Mr John', 'John', 'Smith', 'Mr'],
    ['Mr Smith, John', 'John', 'Smith', 'Mr'],
    ['John Smith Jr.', 'John', 'Smith Jr.', ''],
    ['John Smith, Jr.', 'John', 'Smith Jr.', ''],
    ['Smith Jr., John', 'John', 'Smith Jr.', ''],
    ['Smith, John III', 'John', 'Smith III', ''],
    ['Smith, John, PhD', 'John', 'Smith PhD', ''],
    ['Dr. Jane Q. Public, MD, PhD', 'Jane Q.', 'Public MD PhD', 'Dr.'],
    ['Mary Ann O’Neil', 'Mary Ann', 'O’Neil', ''],
    ['Al Gore', 'Al', 'Gore', ''],
    ['Van Morrison', 'Van', 'Morrison', ''],
    ['Sarah Ben Smith'],
    ['Junior Smith', 'Junior', 'Smith', ''],
  ],
  'in German and Dutch': [
    ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven', ''],
    ['Frau Dr. med. Anna von der Leyen', 'Anna', 'von der Leyen', 'Frau Dr. med.'],
    ['Prof. Dr. Hans-Peter Meier', 'Hans-Peter', 'Meier', 'Prof. Dr.'],
    ['Müller, Dr., Anna', 'Anna', 'Müller', 'Dr.'],
    ['Berg, Jan van den', 'Jan', 'van den Berg', ''],
    ['mevrouw Fleur de Vries', 'Fleur', 'de Vries', 'mevrouw'],
  ],
  'in Spanish, Portuguese and Italian': [
    ['García Márquez, Gabriel José', 'Gabriel José', 'García Márquez', ''],
    ['José Ortega y Gasset', 'José', 'Ortega y Gasset', ''],
    ['Ana de la Cruz', 'Ana', 'de la Cruz', ''],
    ['de la Cruz, Ana', 'Ana', 'de la Cruz', ''],
    ['João Neto', 'João', 'Neto', ''],
    ['Sra Ana Pérez', 'Ana', 'Pérez', 'Sra'],
    ['Sr. Juan Pérez', 'Juan', 'Pérez', 'Sr.'],
    ['João Silva Neto', 'João', 'Silva Neto', ''],
    ['Maria Costa e Silva', 'Maria', 'Costa e Silva', ''],
    ['Leonardo da Vinci', 'Leonardo', 'da Vinci', ''],
    ['María del Carmen Pérez López'],
  ],
  'in Arabic, Hebrew and Malay': [
    ['Osama bin Ahmed bin Ali', 'Osama', 'bin Ahmed bin Ali', ''],
    ['Mohammed al-Rashid', 'Mohammed', 'al-Rashid', ''],
    ['Khalid al Faisal', 'Khalid', 'al Faisal', ''],
    ['David ben Gurion', 'David', 'ben Gurion', ''],
    ['Siti binti Ahmad', 'Siti', 'binti Ahmad', ''],
  ],
  'in India': [
    ['Asha Rao', 'Asha', 'Rao', ''],
    ['Hon Van Nguyen', 'Hon', 'Van Nguyen', ''],
    ['Hon. Asha Rao', 'Asha', 'Rao', 'Hon.'],
    ['Shri Ravi Kumar Iyer', 'Ravi Kumar', 'Iyer', 'Shri'],
    ['श्रीमती आशा राव', 'आशा', 'राव', 'श्रीमती'],
    ['Md Rahman', 'Md', 'Rahman', ''],
    ['O. V. Singh', 'O. V.', 'Singh', ''],
  ],
  'of one word, which is the first one': [
    ['Asha', 'Asha', '', ''],
    ['Frau Müller', 'Müller', '', 'Frau'],
    ['王小明', '王小明', '', ''],
  ],
  'that are nothing, or more than a name': [
    ['', '', '', ''],
    [' \u00A0 ', '', '', ''],
    ['Mr'],
    ['Smith,'],
    [', Smith'],
    ['Smith, John, Bob'],
    ['John and Jane Smith'],
    ['John & Jane Smith'],
    ['Max Mustermann (alt)'],
    ['ACME 24'],
    ['asha@example.org'],
    ['Maria Jr'],
    ['Ana y Silva'],
  ],
  'that are two persons, or a family': [
    ['Sr. y Sra. López'],
    ['Mr Mrs Smith'],
    ['Ana y Luis Pérez'],
    ['Ana María y Luis Pérez'],
    ['ANA Y LUIS PÉREZ'],
    ['ANA E JOÃO SILVA'],
    ['JOHN E SMITH', 'JOHN E', 'SMITH', ''],
    ['JOSÉ ORTEGA Y GASSET', 'JOSÉ', 'ORTEGA Y GASSET', ''],
    ['Ana e João Silva'],
    ['Familie Müller'],
    ['Fam. Müller'],
    ['Eheleute Müller'],
    ['The Smiths'],
    ['Acme GmbH'],
  ],
  'with more than a name behind or before': [
    ['Marie Curie née Skłodowska'],
    ['Marie Curie nee Skłodowska'],
    ['Frau Dr. Angela Merkel geb. Kasner'],
    ['Ing. Jan Novák, CSc.'],
    ['John Smith, FACS'],
    ['Smith, TJ', 'TJ', 'Smith', ''],
    ['z.Hd. Herr Müller'],
    ['Jane Doe Ms'],
    ['Müller Frau'],
    ['Ayşe Hanım'],
    ['John Smith - Sales'],
    ['Mrs.John Smith', 'John', 'Smith', 'Mrs.'],
    ['Jaya Shree', 'Jaya', 'Shree', ''],
    ['Dr.ssa Anna Bianchi', 'Anna', 'Bianchi', 'Dr.ssa'],
  ],
  'whose particles begin the last name': [
    ['Mohammed Al Maktoum', 'Mohammed', 'Al Maktoum', ''],
    ['Ali El Fassi', 'Ali', 'El Fassi', ''],
    ['محمد بن سلمان', 'محمد', 'بن سلمان', ''],
    ['محمد عبد الله', 'محمد', 'عبد الله', ''],
    ['דוד בן גוריון', 'דוד', 'בן גוריון', ''],
    ['A P J Abdul Kalam', 'A P J', 'Abdul Kalam', ''],
    ['Gerard ’t Hooft', 'Gerard', '’t Hooft', ''],
    ["Sophie in 't Veld", 'Sophie', "in 't Veld", ''],
    ['Kim In Su', 'Kim In', 'Su', ''],
  ],
  'with a former name or a remark in small letters': [
    ...[
      ...['Marie Dupont épouse Martin', 'Marie Dupont ép. Martin', 'Anna Nowak z domu Kowalska'],
      ...[
        'Eva Nová roz. Malá',
        'Anna Svensson född Olsson',
        'Anna Hansen f. Olsen',
        'Anna Virtanen o.s. Korhonen',
      ],
      ...['Anna Schmidt ehem. Meier', 'Anna Hansen formerly Olsen', 'María López viuda de García'],
      ...['Maria Rossi ved. Bianchi', 'John Smith aka Jack', 'John Smith home', 'Estate of John Smith'],
      ...[
        'Jean Dupont père',
        'Anna Schmidt jun',
        'John Smith "Jack"',
        'John "Jack" Smith',
        "John 'Jack' Smith",
      ],
      ...['John „Jack“ Smith', '~Ravi', 'John Smith, Sales', 'Anna Meier, Vertrieb'],
    ].map((cell): Case => [cell]),
    ['Asha rao', 'Asha', 'rao', ''],
    ['Catherine d’Artagnan Rao', 'Catherine d’Artagnan', 'Rao', ''],
    ['Ali ul-Haq Rashid', 'Ali ul-Haq', 'Rashid', ''],
    ['Md. Asha Rahman', 'Md. Asha', 'Rahman', ''],
    ["O'Brien, Ann", 'Ann', "O'Brien", ''],
  ],
  'that are companies': [
    ...[
      ...[
        'Siemens AG',
        'Müller KG',
        'Dupont SA',
        'Rossi SRL',
        'García SL',
        'Construcciones Pérez SA',
        'Jansen BV',
      ],
      ...[
        'Hansen ApS',
        'Virtanen Oy',
        'Acme Corporation',
        'Acme Holdings',
        'PT Maju Jaya',
        'ИП Иванов',
        'Smith Trust',
      ],
      ...['Shah Traders', '株式会社トヨタ', 'García S.L.'],
    ].map((cell): Case => [cell]),
    ['MARIA SA', 'MARIA', 'SA', ''],
    ['Maria Sa', 'Maria', 'Sa', ''],
  ],
  'with other titles': [
    ['Pani Anna Nowak', 'Anna', 'Nowak', 'Pani'],
    ['Mgr. Petr Svoboda', 'Petr', 'Svoboda', 'Mgr.'],
    ['JUDr. Karel Dvořák', 'Karel', 'Dvořák', 'JUDr.'],
    ['Frl. Schmidt', 'Schmidt', '', 'Frl.'],
    ['السيد محمد أحمد', 'محمد', 'أحمد', 'السيد'],
    ['ד"ר יוסי כהן', 'יוסי', 'כהן', 'ד"ר'],
    ["גב' שרה לוי", 'שרה', 'לוי', "גב'"],
    ['Captain Cook'],
    ['Lady Gaga'],
    ['Haji Abdullah'],
    ['ifj. Kovács János'],
    ['田中さん'],
    ['김철수님'],
    ['Ravi Kumar Ji'],
    ['Ravi Bhai'],
    ['Otto Graf Lambsdorff', 'Otto', 'Graf Lambsdorff', ''],
    ['Karl Freiherr von Stein', 'Karl', 'Freiherr von Stein', ''],
    ['Eva Gräfin von Hardenberg', 'Eva', 'Gräfin von Hardenberg', ''],
    ['Steffi Graf', 'Steffi', 'Graf', ''],
    ['John Smith CFA', 'John', 'Smith CFA', ''],
  ],
  'that begin with a particle, or have one that is a name': [
    ...[
      'van der Berg',
      'De Niro',
      'Von Neumann',
      'El Chapo',
      'Le Corbusier',
      'Mc Donald',
      'Abdul Rahman',
    ].map((cell): Case => [cell]),
    ...['Marine Le Pen', 'Antonio Lo Presti', 'David Ben Gurion', 'Joke Smit-de Vries'].map((cell): Case => [
      cell,
    ]),
    ['Van Gogh', 'Van', 'Gogh', ''],
    ['Marine LE PEN', 'Marine', 'LE PEN', ''],
    ['Ben Kingsley', 'Ben', 'Kingsley', ''],
  ],
  'of Vietnam and Russia, whose order is another one': [
    ...['Nguyễn Anh Vũ', 'Lê Thị Lý', 'Phan Văn Khải', 'Cao Văn Quát', 'Nguyen Van An', 'Tran Hung Dao'].map(
      (cell): Case => [cell],
    ),
    ['Иванов Иван Иванович'],
    ['Иванова Мария Петровна'],
    ['Роман Аркадьевич Абрамович', 'Роман Аркадьевич', 'Абрамович', ''],
    ['Kim Nguyen', 'Kim', 'Nguyen', ''],
  ],
  'whose order is another one, or not certain': [
    ['Nguyễn Văn An'],
    ['DUPONT Jean'],
    ['Jean Paul DUPONT MARTIN', 'Jean Paul', 'DUPONT MARTIN', ''],
    ['Jan van der BERG', 'Jan', 'van der BERG', ''],
    ['Vincent VAN GOGH', 'Vincent', 'VAN GOGH', ''],
    ['Peter CHAN Tai Man'],
    ['TJ Miller', 'TJ', 'Miller', ''],
    ['李 小龙'],
    ['李小龙 Bruce Lee'],
    ['M. Dupont'],
    ['Ramanujan S'],
    ['Иванов И.И.'],
    ['J.R.R. Tolkien', 'J.R.R.', 'Tolkien', ''],
    ['Dhr. J. de Vries', 'J.', 'de Vries', 'Dhr.'],
    ['R K Narayan', 'R K', 'Narayan', ''],
    ['Smith, J.', 'J.', 'Smith', ''],
  ],
};

const familyFirst: readonly Case[] = [
  ['Nguyễn Văn An', 'Văn An', 'Nguyễn', ''],
  ['王 小明', '小明', '王', ''],
  ['Иванов Иван Иванович', 'Иван Иванович', 'Иванов', ''],
  ['Frau Müller Anna Maria', 'Anna Maria', 'Müller', 'Frau'],
  ['van den Berg Jan', 'Jan', 'van den Berg', ''],
  ['Ortega y Gasset José', 'José', 'Ortega y Gasset', ''],
  ['Smith, John', 'John', 'Smith', ''],
  ['van den'],
  ['Sr. y Sra. López'],
  ['DUPONT Jean', 'Jean', 'DUPONT', ''],
  ['Jean DUPONT'],
  ['김 철수', '철수', '김', ''],
  ['Nguyen Van An', 'Van An', 'Nguyen', ''],
  ['Иван Иванович Иванов'],
  ['Pani Anna Nowak', 'Nowak', 'Anna', 'Pani'],
  ['DE LA CRUZ Juan', 'Juan', 'DE LA CRUZ', ''],
  ['LE PEN Marine', 'Marine', 'LE PEN', ''],
  ['García S.L.'],
];

/** Cells that are held back, separated by ` | `: in any order, or in one, since the other is as likely. */
const heldBack: Readonly<Record<NameOrder | 'eitherOrder', string>> = {
  eitherOrder:
    'MARIE DUPONT ÉPOUSE MARTIN | Empresa Silva ME | Smith Co | HR Manager | HR Sharma | Sharma HR | Gayu Mam | Мария Петровна | Иван Петрович | Anna Schmidt vormals Meier | María López vda. de García | Jean Dupont aîné | John «Jack» Smith | Dupont SAS | Silva EIRELI | Jansen B.V. | Smith Co. | Acme Company | Shah Traders | CV Sumber Rejeki | ООО Ромашка | Kowalski Sp. z o.o. | Demir A.Ş. | Graf Lambsdorff | özv. Kovács Jánosné | Алиев Вагиф оглы | 田中太郎様 | 王先生 | Sharma Ji',
  givenFirst:
    'Di Maria | Di Maria Angelo | Angelo Di Maria | Cao Bá Quát | Mai Thúy Hằng | Abd El Fattah El Sisi | MARINE LE PEN | Gian Carlo Lo Monaco | Van der Berg | Ivanov Ivan Ivanovich | Ravi Kumar Ji',
  familyFirst: 'Lambsdorff Otto Graf | Smit-de Vries Joke | Di Maria Angelo | Мария Петровна Иванова',
};

/** Names as most are, which must not be held back; first the order. */
const ordinary: Readonly<Record<string, readonly [NameOrder, string]>> = {
  English: ['givenFirst', 'John Smith | Scarlett O’Hara | Della Reese | Mac Miller | Susan McDonald'],
  German: ['givenFirst', 'Jürgen Weber | Karl-Heinz Koch | Felix Herzog | Jutta Ritter | Max Ernst'],
  French: ['givenFirst', 'Chloé Lefèvre | Anne-Sophie Roux | Émile Zola | Zoé Legrand | Jean-luc Dupont'],
  Spanish: ['givenFirst', 'José Martínez | Ana Pastor | Ma. Teresa Ruiz | ana garcía | Fco. Javier Gil'],
  Portuguese: ['givenFirst', 'João Silva | Ana da Silva | João Sá | Maria dos Santos | MARIA DA SILVA'],
  Italian: ['givenFirst', "Mario Rossi | Robert De Niro | Sandro del Piero | Lorenzo de' Medici | Dario Fo"],
  Dutch: ['givenFirst', 'Jan de Vries | Jan Van Den Berg | Jan v.d. Berg | Ben van der Ploeg | Wim Kok'],
  Nordic: ['givenFirst', 'Bjørn Dahl | Åsa Lindgren | Jón Jónsson | Kari Lie | Ole As'],
  Polish: ['givenFirst', 'Łukasz Zieliński | Anna Nowak-Kowalska | Jerzy Pan | mgr inż. Jan Lis'],
  Hungarian: ['familyFirst', 'Kovács János | Nagy Anna | Kis-Nagy Éva'],
  Russian: ['givenFirst', 'Иван Иванов | Мария Петровна Иванова | Roman Abramovich | Лев Толстой'],
  Greek: ['givenFirst', 'Γιώργος Παπαδόπουλος | Δρ. Μαρία Παπά'],
  Turkish: ['givenFirst', 'Mehmet Ali Yılmaz | Ayşe Demir | Sayın Ece Su'],
  Arabic: [
    'givenFirst',
    'Fatima Hassan | Khalid al-Faisal | محمد أحمد | السيدة فاطمة علي | Abdul Karim Khan',
  ],
  Hebrew: ['givenFirst', 'Noa Peretz | יוסי כהן | ג׳ורג׳ כהן | גב׳ שרה לוי'],
  Indian: ['givenFirst', 'Asha Rao | Mohd. Rafi | Ram Pani | Md. Abdul Karim | आशा राव | Subrata Das'],
  Indonesian: ['givenFirst', 'Budi Santoso | Sri Mulyani | Bpk. Joko Widodo'],
  Chinese: ['familyFirst', '王 小明 | Wang Wei | Lo Wei'],
  Japanese: ['familyFirst', '山田 太郎 | Yamada Taro'],
  Korean: ['familyFirst', '김 철수 | Kim Min Ji | Kim Do Young'],
  Vietnamese: ['familyFirst', 'Nguyễn Văn An | Tran Thi Mai | Lê Văn Nam | Le Anh'],
  'Vietnamese abroad': ['givenFirst', 'Tuấn Nguyễn | Jenny Le | Kim Tran'],
  Thai: ['givenFirst', 'สมชาย ใจดี | นาย สมชาย ใจดี'],
  African: ['givenFirst', 'Chinua Achebe | Mamadou Ba | Ọlá Adébáyọ̀ | Prince Boateng'],
};

function itSplits([cell, ...parts]: Case, order: NameOrder): void {
  it(JSON.stringify(cell), () => {
    const [firstName, lastName, salutation] = parts;
    const name = splitName(cell, order);
    if (parts.length === 0) assert.ok('untold' in name, JSON.stringify(name));
    else assert.deepEqual(name, { firstName, lastName, salutation });
  });
}

describe('splitName', () => {
  for (const [kind, cases] of Object.entries(givenFirst)) {
    describe(`divides names ${kind}`, () => {
      for (const one of cases) itSplits(one, 'givenFirst');
    });
  }

  describe('divides names with the family name first', () => {
    for (const one of familyFirst) itSplits(one, 'familyFirst');
  });

  for (const [cell, reason] of [
    ['John & Jane Smith', 'severalPersons'],
    ['John and Jane Smith', 'severalPersons'],
    ['Ana y Luis Pérez', 'severalPersons'],
    ['Sr. y Sra. López', 'severalPersons'],
    ['Mr Mrs Smith', 'severalPersons'],
    ['Familie Müller', 'severalPersons'],
    ['The Smiths', 'severalPersons'],
    ['Max Mustermann (alt)', 'moreThanName'],
    ['Acme GmbH', 'moreThanName'],
    ['Marie Curie née Skłodowska', 'moreThanName'],
    ['John Smith home', 'moreThanName'],
    ['Captain Cook', 'moreThanName'],
    ['DUPONT Jean', 'unclearName'],
    ['De Niro', 'unclearName'],
    ['Smith,', 'unclearName'],
  ] as const) {
    it(`says of ${cell} why it does not: ${reason}`, () =>
      assert.deepEqual(splitName(cell, 'givenFirst'), { untold: reason }));
  }

  for (const [order, cells] of Object.entries(heldBack)) {
    const orders = order === 'eitherOrder' ? (['givenFirst', 'familyFirst'] as const) : [order as NameOrder];
    for (const cell of cells.split(' | ')) {
      it(`holds ${cell} back with ${order}`, () => {
        for (const one of orders) assert.ok('untold' in splitName(cell, one), one);
      });
    }
  }

  for (const [language, [order, cells]] of Object.entries(ordinary)) {
    it(`divides names as most are in ${language}`, () => {
      for (const cell of cells.split(' | ')) assert.ok('lastName' in splitName(cell, order), cell);
    });
  }

  it('loses no word of any name, and adds none', () => {
    const word = fc.oneof(
      fc.constantFrom(...titles, ...suffixes, ...particles, 'y', 'e', 'Jr.', 'MD', 'Md'),
      fc.constantFrom('Asha', 'RAO', 'Müller', 'de', 'Al', 'Ben', '小明', 'O’Neil', 'X.'),
    );
    const between = fc.constantFrom(' ', ', ', '  ', ',', ' , ');
    const name = fc
      .array(fc.tuple(word, between), { minLength: 1, maxLength: 7 })
      .map((parts) => parts.flat().slice(0, -1).join(''));
    const wordsOf = (text: string) => (text.match(/[^\s,]+/gu) ?? []).toSorted();
    fc.assert(
      fc.property(name, fc.constantFrom<NameOrder>('givenFirst', 'familyFirst'), (cell, order) => {
        const parts = splitName(cell, order);
        if ('untold' in parts) return;
        assert.deepEqual(wordsOf(Object.values(parts).join(' ')), wordsOf(cell));
        assert.notEqual(parts.firstName, '');
      }),
      { numRuns: 2000 },
    );
  });
});
