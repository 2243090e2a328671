import assert from 'node:assert/strict';
import { fixesFor } from '../../../../src/core/fixes';
import { checked, marked } from '../../../support/checked';
import { header, itFinds, type Case } from '../../../support/ruleCases';

describe('rules for phone numbers', () => {
  itFinds([
    [
      'phone.invalid: 00 and the code of another country',
      `${header}\nAsha,Rao,Mrs,«0049301234567»,+91,+91\n`,
      { code: 'phone.invalid', verdict: 'otherCountry', callingCode: '91' },
    ],
    [
      'phone.invalid: with an office extension',
      `${header}\nAsha,Rao,Mrs,«2025550123 ext 5»,+1,+1\n`,
      { code: 'phone.invalid', verdict: 'notANumber', callingCode: '1', number: '2025550123' },
    ],
    ...(
      [
        ['+919876543210', '+91', '91', '9876543210'],
        ['00919876543210', '+91', '91', '9876543210'],
        ['919876543210', '+91', '91', '9876543210'],
        ['"(+91) 98765-43210"', '+91', '91', '9876543210'],
        ['12025550123', '+1', '1', '2025550123'],
        ['+44 (0)20 7946 0018', '+44', '44', '2079460018'],
        ['+39 06 1234567', '+39', '39', '061234567'],
        ['9109876543210', '+91', '91', '9876543210'],
        ['0919876543210', '+91', '91', '9876543210'],
        ['091 98123 45678', '+91', '91', '9812345678'],
        ['0447400123456', '+44', '44', '7400123456'],
        ['+4917612345678', '+49', '49', '17612345678'],
        ['4917612345678', '+49', '49', '17612345678'],
      ] as const
    ).map(([number, code, callingCode, national]): Case => [
      `phone.prefixed: ${number} beside ${code}`,
      `${header}\nAsha,Rao,Mrs,«${number}»,${code},+91\n`,
      { code: 'phone.prefixed', callingCode, national },
    ]),
    [
      'phone.prefixed: beside an ISO code',
      `${header}\r\nAsha,Rao,Mrs,«919876543210»,«IN»,+91`,
      { code: 'phone.prefixed', callingCode: '91', national: '9876543210' },
      { code: 'countryCode.invalid', canonical: '+91' },
    ],
    [
      'phone.prefixed: the only country code of its row',
      `${header}\r\nAsha,Rao,Mrs,«+919876543210»,«»,+91\r\n`,
      { code: 'phone.prefixed', callingCode: '91', national: '9876543210' },
      { code: 'value.required', column: 'cellPhoneCountryCode' },
    ],
    [
      'what follows a plus behind digits is no part of the number before it',
      `${header}\nAsha,Rao,Mrs,«+91987654+3210»,+91,+91\n`,
      { code: 'phone.invalid', verdict: 'notANumber', callingCode: '91' },
    ],
    [
      'a national number that begins like its country code holds none',
      `${header}\nAsha,Rao,Mrs,9198765432,+91,+91\n`,
    ],
    ...(
      [
        ['9.19877E+11', 'exponent'],
        ['"9,19877E+11"', 'exponent'],
        ['9.19877E 11', 'exponent'],
        ['9.19877 E+11', 'exponent'],
        ['12/05/2024', 'date'],
        ['2024-05-12', 'date'],
        ['12.05.2024', 'date'],
        ['12-May-24', 'date'],
        ['9876543210.0', 'decimal'],
        ['"9876543210,00"', 'decimal'],
        ['"9,876,543,210"', 'thousands'],
        ['"9,87,65,43,210.00"', 'thousands'],
        ["9'876'543'210", 'thousands'],
      ] as const
    ).map(([number, how]): Case => [
      `phone.mangled: ${number}, and no other finding`,
      `${header}\r\nAsha,Rao,Mrs,«${number}»,+91,+91\r\n`,
      { code: 'phone.mangled', how },
    ]),
    ...(
      [
        // A number with the zero, too: it is no digit of its own.
        ['041 2345317.0', '+358'],
        ['7 1123529.0', '+252'],
        ['041-2345317.00', '+358'],
        ['+91 98765 43210.0', '+91'],
        ['"(022) 2345 6789,0"', '+91'],
      ] as const
    ).map(([number, code]): Case => [
      `phone.mangled: decimals behind a written number, ${number}`,
      `${header}\nAsha,Rao,Mrs,«${number}»,${code},+91\n`,
      { code: 'phone.mangled', how: 'decimal' },
    ]),
    ...(
      [
        // Only with the zero; which was typed otherwise is not known.
        ['98765 4321.0', '+91'],
        ['987654321.0', '+91'],
      ] as const
    ).map(([number, code]): Case => [
      `phone.mangled: doubtful decimals, ${number}`,
      `${header}\nAsha,Rao,Mrs,«${number}»,${code},+91\n`,
      { code: 'phone.mangled', how: 'decimal', isDoubtful: true },
    ]),
    [
      'zeros of a group of digits are no decimals',
      `${header}\nAsha,Rao,Mrs,«202 555.0000»,+1,+1\nRavi,Iyer,Mr,«06.12.34.56.00»,+33,+33\n`,
      { code: 'phone.spelling', canonical: '2025550000' },
      { code: 'phone.spelling', canonical: '612345600' },
    ],
    [
      'phone.mangled: a zero that the plan has and the cell has not',
      `${header}\nAsha,Rao,Mrs,«612345678»,+39,+39\nRavi,Iyer,Mr,0612345679,+39,+39\n`,
      { code: 'phone.mangled', how: 'lostZero' },
    ],
    [
      'phone.mangled: also beside a code that means nothing',
      `${header}\nAsha,Rao,Mrs,«9.19877E+11»,«?»,+91\n`,
      { code: 'phone.mangled', how: 'exponent' },
      { code: 'countryCode.invalid' },
    ],
    [
      'numbers as people write them are not mangled',
      `${header}\nA,B,Mrs,«912.345.678»,+351,+91\nC,D,Mr,«01.23.45.67.89»,+33,+91\nE,F,Mr,«(020) 7946-0018»,+44,+91\n`,
      { code: 'phone.spelling', canonical: '912345678' },
      { code: 'phone.spelling', canonical: '123456789' },
      { code: 'phone.spelling', canonical: '2079460018' },
    ],
    [
      'phone.mangled: two rounded numbers are no duplicates',
      `${header}\nA,B,Mrs,«9.19877E+11»,+91,+91\nC,D,Mr,«9.19877E+11»,+91,+91\n`,
      { code: 'phone.mangled', how: 'exponent' },
      { code: 'phone.mangled', how: 'exponent' },
    ],
    ...(['91', '"(+91)"', '91.0', '+ 91', 'IN', 'in'] as const).map((code): Case => [
      `countryCode.invalid: ${code} can only mean +91`,
      `${header}\r\nAsha,Rao,Mrs,9876543210,«${code}»,+91`,
      { code: 'countryCode.invalid', canonical: '+91' },
    ]),
    ...(['NA', 'XX', '(91', '+', '+1684', 'n/a', 'Mr', 'ms'] as const).map((code): Case => [
      `countryCode.invalid: ${code} means none`,
      `${header}\nAsha,Rao,Mrs,12,«${code}»,+91\n`,
      { code: 'countryCode.invalid' },
    ]),
    [
      'a line of Leer, and one with its trunk zero, hold no country code',
      `${header}\nA,B,Mrs,49112345,+49,+49\nC,D,Mr,«04917612345»,+49,+49\n`,
      { code: 'phone.spelling', canonical: '4917612345' },
    ],
  ]);

  it('phone.duplicate: whatever the spelling; each later row points at the first', () => {
    const { text, ranges } = marked(
      `${header}\r\nA,B,Mr,«9876543210»,+91,+91\r\nC,D,Mr,9812345678,+91,+91\r\n` +
        `E,F,Mr,«"98765 43210"»,0091,+91\r\nK,L,Mr,«9109876543210»,+91,+91\r\nM,N,Mr,«0919876543210»,+91,+91\r\nO,P,Mr,«٩٨٧٦٥٤٣٢١٠»,+91,+91\r\nG,H,Mr,«09876543210»,IN,+91\r\nI,J,Mr,«+919876543210»,+91,+91`,
    );
    const [first, ...later] = ranges;
    const found = checked(text).findings.flatMap(({ finding, severity }) =>
      finding.code === 'phone.duplicate' ? [{ range: finding.range, first: finding.first, severity }] : [],
    );
    assert.deepEqual(
      found,
      later.map((range) => ({ range, first, severity: 'error' })),
    );
  });

  it('are judged and compared beside the name of a country as beside its code', () => {
    const codesBeside = (code: string, ...numbers: string[]) =>
      checked(
        `${header}\nA,B,Mr,7911123456,+44,+44\n${numbers.map((one) => `C,D,Mr,${one},${code},+44\n`).join('')}`,
      )
        .findings.map(({ finding: { code } }) => code)
        .filter((code) => code.startsWith('phone.'));
    for (const code of ['GB', 'England', 'United Kingdom', 'GBR', 'GB (+44)', '🇬🇧']) {
      assert.deepEqual(codesBeside(code, '9876543210'), ['phone.invalid'], code);
      assert.deepEqual(codesBeside(code, '7911123456'), ['phone.duplicate'], code);
      assert.deepEqual(codesBeside(code, '07911 123456'), ['phone.duplicate', 'phone.spelling'], code);
      assert.deepEqual(codesBeside(code, '447911123456'), ['phone.duplicate', 'phone.prefixed'], code);
    }
  });

  it('phone.duplicate: a mobile of Argentina with its 9 and without, in digits alone too', () => {
    for (const other of ['91123456789', '1123456789', '9 11 2345 6789', '011 15 2345 6789']) {
      const two = `${header}\nA,B,Mrs,+54 9 11 2345 6789,+54,+54\nC,D,Mr,${other},+54,+54\n`;
      assert.equal(checked(two).codes['phone.duplicate'], 1, other);
    }
  });

  for (const [name, ...numbers] of [
    ['a zero in front, which belongs to a number of Italy,', '0331234567,+39', '331234567,+39'],
    ['the same digits in two countries', '2025550123,+1', '2025550123,+20'],
    ['no digits', 'n/a,+91', 'n/a,+91'],
    ['empty cells', ',+91', ',+91'],
  ] as const) {
    it(`phone.duplicate: ${name} make none`, () => {
      const rows = numbers.map((number) => `Asha,Rao,Mrs,${number},+91`);
      const { findings } = checked([header, ...rows].join('\n'));
      assert.ok(findings.every(({ finding }) => finding.code !== 'phone.duplicate'));
    });
  }
});

describe('a number cell without any number', () => {
  it('is an error, whatever stands beside it', () => {
    for (const code of ['+91', 'Mrs', 'XX', '']) {
      for (const number of [
        'Rao',
        'NULL',
        'null',
        'nan',
        'N/A',
        'n/a',
        'None',
        '-',
        '?',
        'unknown',
        '+',
        'Mobile:',
        'キー',
      ]) {
        const found = checked(`${header}\nA,B,Mr,${number},${code},+91\n`).findings.flatMap(
          ({ finding, severity }) =>
            finding.code === 'phone.invalid' ? [[finding.verdict, finding.callingCode, severity]] : [],
        );
        assert.deepEqual(found, [['noDigits', undefined, 'error']], `${number} beside ${code}`);
      }
    }
  });

  it('is what is no number beside a code that means none, too', () => {
    for (const [number, verdict] of [
      ['Rao 12', 'notANumber'],
      ['eva@example.com 1', 'notANumber'],
      ['12345678901234567890', 'tooLong'],
    ]) {
      const found = checked(`${header}\nA,B,Mr,${number},Mrs,+91\n`).findings.flatMap(({ finding }) =>
        finding.code === 'phone.invalid' ? [finding.verdict] : [],
      );
      assert.deepEqual(found, [verdict], number);
    }
  });
});

describe('a country code in front', () => {
  it('is taken off only where a number of the plan is left: the same person’s', () => {
    for (const [number, code, verdict] of [
      ['+91987', '+91', 'tooShort'],
      ['0091 9876', '+91', 'tooShort'],
      ['0091 98765 43210 12345', '+91', 'tooLong'],
      ['+1 555 555 0100', '+1', 'notInUse'],
      ['+919876543210919876543211', '+91', 'tooLong'],
    ] as const) {
      const { findings } = checked(`${header}\nAsha,Rao,Mrs,${number},${code},+91\n`);
      assert.deepEqual(
        findings.map(({ finding }) => ('verdict' in finding ? finding.verdict : finding.code)),
        [verdict],
        number,
      );
    }
  });

  it('behind a zero is one as without it', () => {
    for (const [number, code, national] of [
      ['04915123456789', '+49', '15123456789'],
      ['4915123456789', '+49', '15123456789'],
    ] as const) {
      const { findings } = checked(`${header}\nAsha,Rao,Mrs,${number},${code},+91\n`);
      assert.deepEqual(
        findings.map(({ finding }) => ('national' in finding ? finding.national : finding.code)),
        [national],
        number,
      );
    }
  });

  it('before a zero in brackets: shown, not chosen, where both readings are numbers', () => {
    const text = (number: string) => `${header}\nA,B,Mrs,${number},+39,+91\n`;
    const of = (number: string) =>
      checked(text(number)).findings.map(
        ({ finding }) => finding.code === 'phone.prefixed' && finding.national,
      );
    assert.deepEqual(of('+39 (0) 3123456789'), [undefined]);
    assert.deepEqual(of('0039(0)3123456789'), [undefined]);
    assert.deepEqual(of('+39 (0)6 1234 5678'), ['0612345678']);
    assert.deepEqual(of('+39 3123456789'), ['3123456789']);
    const { findings, sheet } = checked(text('+39 (0) 3123456789'));
    assert.deepEqual(
      findings.flatMap(({ finding }) => fixesFor(finding, sheet)),
      [],
    );
    const two = `${header}\nA,B,Mrs,+39 (0) 3123456789,+39,+91\nC,D,Mr,3123456789,+39,+91\n`;
    assert.equal(checked(two).codes['phone.duplicate'], undefined, 'nobody knows');
  });
});
