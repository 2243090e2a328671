import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { withoutEntities } from '../../../../src/core/contact/entities';
import { applyEdits, fixesFor, type FixKind } from '../../../../src/core/fixes';
import { checked } from '../../../support/checked';
import { header, itFinds, type Case } from '../../../support/ruleCases';
import { fixedAll, safelyFixed } from '../fixes/fixed';

const row = (number: string, code = '+91') => `${header}\nAsha,Rao,Mrs,${number},${code},+91\n`;
const textOf = (name: string) => new TextDecoder().decode(readFileSync(`test/fixtures/cases/${name}.csv`));

describe('what becomes of country codes', () => {
  const coded = (code: string, number = '9876543210') => row(number, code);

  itFinds([
    ...(
      [
        'India',
        'INDIA',
        'Indien',
        'भारत',
        'IN',
        '+91 (India)',
        'India (+91)',
        'IN +91',
        '91.00',
        '＋９１',
      ] as const
    ).map((code): Case => [code, coded(`«${code}»`), { code: 'countryCode.invalid', canonical: '+91' }]),
    ...(['Atlantis', 'NA', 'India (+92)', 'Rao', '00', 'xIN'] as const).map((code): Case => [
      `${code} is no country's`,
      coded(`«${code}»`),
      { code: 'countryCode.invalid' },
    ]),
    ...(['+1-876', '1 876', '+1 (876)'] as const).map((code): Case => [
      `${code}: an area that the number has`,
      coded(`«${code}»`, '8765550123'),
      { code: 'countryCode.invalid', canonical: '+1' },
    ]),
    [
      '+1-876: an area that the number lacks',
      coded('«+1-876»', '5550123'),
      { code: 'countryCode.invalid', canonical: '+1', area: '876', national: '8765550123' },
    ],
  ]);

  itFinds(
    (
      [
        "'+91",
        '’91',
        '`0091',
        '=+91',
        '=91',
        '+91-',
        '+091',
        '+0091',
        '++91',
        '🇮🇳 +91',
        '🇮🇳',
        'IND',
        'ind',
        'IND +91',
      ] as const
    ).map((code): Case => [
      `${code} can only mean +91`,
      coded(`«${code}»`),
      { code: 'countryCode.invalid', canonical: '+91' },
    ]),
  );
  itFinds(
    (["'", "'+999", '🇺🇸 +91', 'XYZ', '=+', '-91'] as const).map((code): Case => [
      `${code} means none, or two`,
      coded(`«${code}»`),
      { code: 'countryCode.invalid' },
    ]),
  );

  it('mends a whole export with apostrophes: codes by itself, the rest by fixes', () => {
    const text = `${header}\nAsha,Rao,'Mrs,'9876543210,'+91,'+91\nRavi,Iyer,’mr.,'9876543211,'+91,'0091\n`;
    const safe = safelyFixed(text);
    assert.equal(
      safe,
      `${header}\nAsha,Rao,'Mrs,'9876543210,+91,'+91\nRavi,Iyer,’mr.,'9876543211,+91,'0091\n`,
    );
    const { findings, sheet } = checked(safe);
    let after = safe;
    for (const { finding } of findings.toReversed()) {
      const [fix] = fixesFor(finding, sheet);
      after = applyEdits(after, fix?.edits() ?? assert.fail(finding.code));
    }
    assert.equal(after, `${header}\nAsha,Rao,Mrs,9876543210,+91,+91\nRavi,Iyer,Mr,9876543211,+91,+91\n`);
  });

  it('finds an area in the number behind a zero too, and moves none that makes no number', () => {
    for (const [code, number, canonical, area, national] of [
      ['+44-1481', '01481 720000', '+44'],
      ['+44-1481', '720000', '+44', '1481', '1481720000'],
      ['+44-20', '020 7946 0000', '+44'],
      ['+44-20', '+44 20 7946 0000', '+44'],
      ['+44-20', '7946 0000', '+44', '20', '2079460000'],
      ['+358-18', '018 12345', '+358'],
      ['+44-1481', '12', undefined],
      ['+1876', '555 0123', '+1', '876', '8765550123'],
      ['1876', '8765550123', '+1'],
      ['(1876)', '18765550123', '+1'],
      ['1876', '12', undefined],
      ['+1999', '5550123', undefined],
      ['+44-1534', '7797712345', '+44'],
      ['+44-1534', '07797 712345', '+44'],
    ] as const) {
      const finding = checked(coded(code, number)).findings.find(
        (one) => one.finding.code === 'countryCode.invalid',
      )?.finding;
      const { range, ...said } = finding ?? assert.fail();
      assert.ok(range);
      const moved = area !== undefined && { area, national };
      const wanted = { code: 'countryCode.invalid', value: code, ...(canonical && { canonical }), ...moved };
      assert.deepEqual(said, wanted, `${code} beside ${number}`);
    }
  });

  it('gets its area in front of the number, and no fix unasked', () => {
    const text = coded('+1-876', '5550123');
    const { findings, sheet } = checked(text);
    const [fix] = findings.flatMap(({ finding }) => fixesFor(finding, sheet));
    assert.ok(fix);
    assert.deepEqual([fix.kind, fix.safe], ['moveArea', false]);
    assert.equal(applyEdits(text, fix.edits()), coded('+1', '8765550123'));
    for (const code of ['+1-876', 'India', 'India (+91)', 'IN']) {
      assert.equal(safelyFixed(coded(code)), coded(code));
    }
  });
});

describe('what becomes of numbers', () => {
  itFinds([
    ...[
      ...[
        '#####',
        '#N/A',
        '#n/a',
        '#REF!',
        '#DIV/0!',
        '#NV',
        '#WERT!',
        '#VALEUR!',
        '#N/D',
        '#¡REF!',
        '#¿NOMBRE?',
      ],
      ...[
        '#NOM?',
        '#YOK',
        '#BEZUG!',
        '#ZAHL!',
        '#ÜBERLAUF!',
        '#ДЕЛ/0!',
        '#Н/Д',
        '#PUUTTUU!',
        '#SZÁM!',
        '#GETTING_DATA',
      ],
    ].map((number): Case => [
      `${number} is gone`,
      row(`«${number}»`),
      { code: 'phone.mangled', how: 'errorValue' },
    ]),
    ...(["'9876543210", '’+919876543210'] as const).map((number): Case => [
      `${number}: an apostrophe`,
      row(`«${number}»`),
      { code: 'phone.mangled', how: 'apostrophe' },
    ]),
    ...['12:34:56', '2024:10', '237037037:00:00', '9:30 PM'].map((number): Case => [
      `${number}: a time`,
      row(`«${number}»`),
      { code: 'phone.mangled', how: 'date' },
    ]),
    ...(
      [
        ['+7', '89123456789', '9123456789'],
        ['+7', '87012345678', '7012345678'],
        ['+370', '861234567', '61234567'],
        ['+375', '80291234567', '291234567'],
      ] as const
    ).map(([code, number, canonical]): Case => [
      `${number} beside ${code}: an 8 that is only dialled`,
      row(`«${number}»`, code),
      { code: 'phone.spelling', canonical },
    ]),
    ['tel:', row('«tel:+919876543210»'), { code: 'phone.mangled', how: 'scheme' }],
    ...['٩٨٧٦٥٤٣٢١٠', '९८७६५४३२१०', '９８７６５４３２１０', '＋919876543210'].map((number): Case => [
      `${number}: one finding`,
      row(`«${number}»`),
      { code: 'phone.digits' },
    ]),
    ...([' ::: ', ' / ', ';', ' | ', '/'] as const).map((between): Case => [
      `two numbers, divided by “${between}”`,
      row(`«9876543210${between}98123 45678»`),
      { code: 'phone.several', numbers: ['9876543210', '98123 45678'] },
    ]),
    [
      'signs between digits',
      row('«(202) 555-0143»', '+1'),
      { code: 'phone.spelling', canonical: '2025550143' },
    ],
    [
      'a zero that is only dialled',
      row('«0701234567»', '+46'),
      { code: 'phone.spelling', canonical: '701234567' },
    ],
    ['a zero that belongs to the number', row('0612345678', '+39')],
    [
      'a slash within one number',
      row('«0171/1234567»', '+49'),
      { code: 'phone.spelling', canonical: '1711234567' },
    ],
    ...[
      '\uFE0F',
      '\u061C',
      '\u3164',
      '\u034F',
      '\u2062',
      '\u200D',
      '\u202F',
      '\u2007',
      '\u2800',
      '\u{E0020}',
      '\u{1D173}',
    ].map((hidden): Case => [
      `U+${hidden.charCodeAt(0).toString(16)} in a number`,
      row(`«98765${hidden}43210»`),
      { code: 'value.whitespace', column: 'cellPhoneNumber' },
    ]),
    [
      'characters as HTML writes them',
      `${header}\n«M&uuml;ller»,«O&#39;Brien»,Mrs,9876543210,+91,+91\nR&D;,A & B,Mr,9812345678,+91,+91\n`,
      { code: 'value.entity', column: 'firstName' },
      { code: 'value.entity', column: 'lastName' },
    ],
  ]);

  it('is a date in every country, with points or dashes and in many languages', () => {
    const codes = ['+49', '+46', '+36', '+43', '+358', '+39', '+45', '+62', '+31', '+91', '+1'];
    const dates = [
      ...[
        '05.12.1987',
        '5.12.1987',
        '05-12-1987',
        '31.1.2020',
        '1987.05.12',
        '05.12.1987 00:00',
        '2015/02/01',
      ],
      ...[
        '12. Mai 1987',
        '31-déc-98',
        'Mai 87',
        '15. Feb',
        '1. Jan',
        'Jän 20',
        '3 de marzo de 2020',
        '5 янв 2021',
      ],
      ...['12-Okt-23', '1 août 2019', '7. elokuuta 2020', '12 Sept 2020', '1987年5月12日', 'март 2020'],
    ];
    for (const code of codes) {
      for (const date of dates) {
        const found = checked(row(date, code)).findings.map(({ finding, severity }) => [
          'how' in finding ? finding.how : finding.code,
          severity,
        ]);
        assert.deepEqual(found, [['date', 'error']], `${date} beside ${code}`);
      }
    }
  });

  it('may be a date where a country has such a number: told, and no fix chooses', () => {
    for (const [date, code] of [
      ['21.05.87', '+298'],
      ['21-05-87', '+299'],
      ['2015-02', '+49'],
    ] as const) {
      const { findings, sheet } = checked(row(date, code));
      assert.deepEqual(
        findings.map(({ finding, severity }) => [
          'how' in finding && finding.how,
          'isDoubtful' in finding,
          severity,
        ]),
        [['date', true, 'warning']],
        date,
      );
      assert.deepEqual(
        findings.flatMap(({ finding }) => fixesFor(finding, sheet)),
        [],
      );
    }
    for (const [number, code] of [
      ['01.23.45.67.89', '+33'],
      ['21-43-65', '+298'],
      ['05.12.198', '+46'],
      ['2015-0212', '+1'],
      ['555-0143', '+1'],
      ['1-800-MARKETS', '+1'],
    ] as const) {
      assert.equal(checked(row(number, code)).codes['phone.mangled'], undefined, number);
    }
  });

  it('is an error where the digits are gone, a warning where they can be had again', () => {
    const severityOf = (number: string) => checked(row(number)).findings.map(({ severity }) => severity);
    for (const number of ['9.19877E+11', '12/05/2024', '#####', '#N/A']) {
      assert.deepEqual(severityOf(number), ['error'], number);
    }
    for (const number of ['9876543210.0', "'9876543210", 'tel:9876543210']) {
      assert.deepEqual(severityOf(number), ['warning'], number);
    }
    assert.deepEqual(severityOf('98765 43210'), ['hint']);
  });

  const mends: readonly (readonly [before: string, kind: FixKind, after: string])[] = [
    ["'9876543210", 'dropApostrophe', '9876543210'],
    ['tel:+919876543210', 'dropScheme', '+919876543210'],
    ['9876543210 x123', 'dropExtension', '9876543210'],
    ['9876543210 ext 5', 'dropExtension', '9876543210'],
    ['9876543210 Durchwahl 5', 'dropExtension', '9876543210'],
    ['9876543210 ::: 98123 45678', 'keepFirstNumber', '9876543210'],
    ['9876543210 ::: 98123 45678', 'keepSecondNumber', '98123 45678'],
    ['٩٨٧٦٥٤٣٢١٠', 'writeDigits', '9876543210'],
    ['098765-43210', 'writeNumber', '9876543210'],
  ];
  for (const [before, kind, after] of mends) {
    it(`${before}: ${kind}`, () => {
      const text = row(before);
      const { findings, sheet } = checked(text);
      const fixes = findings.flatMap(({ finding }) => fixesFor(finding, sheet));
      const fix = fixes.find((one) => one.kind === kind) ?? assert.fail(JSON.stringify(findings));
      assert.equal(applyEdits(text, fix.edits()), row(after));
      assert.equal(fix.safe, kind === 'writeDigits');
    });
  }

  for (const [before, kind, code] of [
    ['whatsapp:+919876543210', 'keepNumber', '+91'],
    ['=+919876543210', 'keepNumber', '+91'],
    ['Mobile: +919876543210', 'keepNumber', '+91'],
    ['(M) +919876543210', 'keepNumber', '+91'],
    ['https://wa.me/+919876543210', 'keepNumber', '+91'],
    ['+919876543210 WhatsApp', 'keepNumber', '+91'],
    ['+919876543210 (home)', 'keepNumber', '+91'],
    ['<+919876543210>', 'keepNumber', '+91'],
    ['📱+919876543210', 'keepNumber', '+91'],
    ['携帯：+919876543210', 'keepNumber', '+91'],
    ['9161234567 доб. 12', 'dropExtension', '+7'],
    ['9012345678 内線12', 'dropExtension', '+81'],
    ['9012345678内線12', 'dropExtension', '+81'],
    ['612345678 int. 3', 'dropExtension', '+34'],
    ['11912345678 ramal 22', 'dropExtension', '+55'],
    ['501234567 wew. 7', 'dropExtension', '+48'],
    ['9876543210#12', 'dropExtension', '+91'],
  ] as const) {
    it(`${before} beside ${code}: ${kind} alone, by itself never`, () => {
      const text = row(before, code);
      const { findings, sheet } = checked(text);
      const fixes = findings.flatMap(({ finding }) => fixesFor(finding, sheet));
      assert.deepEqual(
        fixes.map((fix) => [fix.kind, fix.safe, applyEdits(text, fix.edits())]),
        [[kind, false, row(/\+?\d{7,}/.exec(before)?.[0] ?? '', code)]],
      );
    });
  }

  it('takes no number out of what may be another one', () => {
    for (const [number, code] of [
      ...[
        ['98765l3210', '+91'],
        ['030 12345O7', '+49'],
        ['030 123456XXX', '+49'],
        ['030 12345**', '+49'],
        ['O30123456', '+49'],
        ['9876543 ext 5', '+91'],
      ],
    ]) {
      const { findings, sheet } = checked(row(number ?? '', code));
      assert.deepEqual(
        findings.flatMap(({ finding }) => fixesFor(finding, sheet)),
        [],
        number,
      );
      assert.equal(findings.length, 1, number);
    }
  });

  it('knows one person in all that a fix makes one number of', () => {
    const numbers = [
      ...[
        '9876543210',
        'tel:+919876543210',
        '9876543210.0',
        "'9876543210",
        "'+91 98765 43210",
        '9876543210 ext 5',
      ],
      ...[
        'whatsapp:+919876543210',
        '"9,876,543,210"',
        'Mobile: 98765-43210',
        'sms:0091 98765 43210',
        '٩٨٧٦٥٤٣٢١٠',
      ],
    ];
    const text = `${header}\n${numbers.map((number) => `A,B,Mr,${number},+91,+91`).join('\n')}\n`;
    assert.equal(checked(text).codes['phone.duplicate'], numbers.length - 1);
    const gone = ['9.19877E+11', '12.05.1987', '#N/A', '9876543210 / 9876543211'];
    const none = `${header}\n${[...gone, ...gone].map((number) => `A,B,Mr,${number},+91,+91`).join('\n')}\n`;
    assert.equal(checked(none).codes['phone.duplicate'], undefined);
  });

  it('writes digits of other scripts by itself, and nothing that needs a decision', () => {
    assert.equal(safelyFixed(row('٩٨٧٦٥٤٣٢١٠')), row('9876543210'));
    for (const number of ["'9876543210", '9876543210 ::: 9812345678', '098765-43210']) {
      assert.equal(safelyFixed(row(number)), row(number));
    }
  });

  it('81: takes out what is not seen in numbers, and leaves it in names', () => {
    const mended = safelyFixed(textOf('81-invisible'));
    assert.deepEqual(checked(mended).findings, []);
    const name = row('9876543210').replace('Asha', 'क्\u200Dष');
    assert.equal(safelyFixed(name), name);
  });

  it('takes a name of which nothing can be seen for an empty one, and a row of such for a blank one', () => {
    for (const hidden of [
      '\u200D',
      '\u200C',
      '\u3164',
      '\u2800',
      '\uFFA0',
      '\u115F\u1160',
      '\u{E0020}',
      ' \u200D\u3164 ',
    ]) {
      const name = `${header}\nAsha,${hidden},Mrs,9876543210,+91,+91\n`;
      const { findings } = checked(name);
      assert.ok(
        findings.some(({ finding }) => finding.code === 'value.required' && finding.column === 'lastName'),
        JSON.stringify(hidden),
      );
      const blank = `${header}\nAsha,Rao,Mrs,9876543210,+91,+91\n,,,${hidden},,\n`;
      const once = safelyFixed(blank);
      assert.equal(once, row('9876543210'), JSON.stringify(hidden));
    }
    assert.equal(checked(row('9876543210').replace('Rao', 'ക്\u200D')).codes['value.required'], undefined);
  });

  it('82: writes HTML characters as themselves', () => {
    const mended = fixedAll(textOf('82-html-entities'), 'value.entity', 'decodeEntities');
    assert.ok(!/&[a-z#]/.test(mended), mended);
    assert.equal(
      withoutEntities('&Eacute;mile &ccedil;a &#x41;&#0; &foo; &amp;lt;'),
      'Émile ça A&#0; &foo; &lt;',
    );
  });
});

describe('a zero behind a decimal sign', () => {
  const firstFix = (number: string, code: string) => {
    const { findings, sheet } = checked(row(number, code));
    return findings.flatMap(({ finding }) =>
      fixesFor(finding, sheet).map(({ kind, isDoubtful }) => [kind, isDoubtful]),
    );
  };

  it('is no digit of a number in groups, though there may be a number with one more', () => {
    assert.deepEqual(firstFix('041 2345317.0', '+358'), [['dropDecimals', undefined]]);
    assert.deepEqual(firstFix('7 1123529.0', '+252'), [['dropDecimals', undefined]]);
    assert.deepEqual(firstFix('98 765.0', '+91'), [['dropDecimals', true]]);
    assert.equal(
      fixedAll(row('041 2345317.0', '+358'), 'phone.mangled', 'dropDecimals'),
      row('041 2345317', '+358'),
    );
  });

  it('is one between groups of digits', () => {
    assert.deepEqual(firstFix('01.23.45.67.80', '+33'), [['writeNumber', undefined]]);
  });
});

describe('an apostrophe in front of names', () => {
  const found = (cells: string) =>
    checked(`${header}\n${cells}\n`).findings.flatMap(({ finding }) =>
      finding.code === 'value.textMark' ? [[finding.column, finding.isDoubtful ?? false]] : [],
    );
  const both = (isDoubtful: boolean) => [
    ['firstName', isDoubtful],
    ['lastName', isDoubtful],
  ];

  it('is a spreadsheet’s mark where other cells of the row, or the letter behind it, show it', () => {
    assert.deepEqual(found("'Asha,'Rao,Mrs,9876543210,+91,+91"), both(false));
    assert.deepEqual(found("'Asha,'Iyer,'Mrs,9876543210,+91,+91"), both(false));
    assert.deepEqual(found("'Asha,'Iyer,Mrs,'9876543210,+91,+91"), both(false));
    assert.deepEqual(found("'Gerard,''t Hooft,'Mr,'9876543210,+91,+91"), both(false));
    assert.deepEqual(found("'Asha,,Mrs,9876543210,'+91,+91"), [['firstName', true]]);
    const text = `${header}\n'Asha,'Rao,'Mrs,9876543210,+91,+91\n`;
    assert.equal(fixedAll(text, 'value.textMark', 'dropTextMark'), text.replace("'Asha,'Rao", 'Asha,Rao'));
    const coded = `${header}\n'Asha,'Iyer,Mrs,9876543210,'+91,+91\n`;
    assert.equal(safelyFixed(coded), coded, 'the mark of the code tells of those of the names');
    assert.equal(safelyFixed(text), text);
    assert.equal(fixedAll(text, 'value.salutation', 'normaliseSalutation'), text.replace("'Mrs", 'Mrs'));
  });

  it('is a spreadsheet’s mark before what it would run, as exported results have it, in one name alone, too', () => {
    const text = `${header}\n'=HYPERLINK,Rao,Mrs,9876543210,+91,+91\nAsha,'-,Mrs,9876543211,+91,+91\n`;
    const codes = checked(text).findings.flatMap(({ finding }) =>
      finding.code === 'value.textMark' ? [[finding.column, finding.isDoubtful ?? false]] : [],
    );
    assert.deepEqual(codes, [
      ['firstName', false],
      ['lastName', false],
    ]);
    const fixed = fixedAll(text, 'value.textMark', 'dropTextMark');
    assert.equal(fixed, text.replace("'=", '=').replace("'-", '-'));
    assert.equal(safelyFixed(text), text);
  });

  it('is none in names that are written so', () => {
    for (const cells of [
      "Jan,'t Hooft,Mr,9876543210,+91,+91",
      "'Mamohato,'Mabathoana,Mrs,50123456,+266,+266",
      "'Abd,'Umar,Mr,9876543210,+91,+91",
      "'Abd al-'Aziz,'Ali,Mr,9876543210,+91,+91",
      "Jean,d'Arcy,Mr,9876543210,+91,+91",
      "Jan,’s-Gravenhage,Mr,'9876543210,+91,+91",
      "'T Hart,'S Gravesande,Mr,9876543210,+91,+91",
      "'Abd,Rao,Mr,'9876543210,+91,+91",
      "Asha,'Rao,Mr,9876543210,+91,+91",
      "'Aukai,'Opunui,Mr,9876543210,+91,+91",
      "'Ndreu,'Nduja,Mr,9876543210,+91,+91",
    ]) {
      assert.deepEqual(found(cells), [], cells);
    }
  });
});
