import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../../../support/long';
import { hasWrongLetters, withRightLetters, wrongLetters } from '../../../../src/core/contact/wrongLetters';

const windows1252 = new TextDecoder('windows-1252');
/** UTF-8 as it shows when it is read as Windows-1252, or as Latin-1. */
const misread = (text: string) => windows1252.decode(Buffer.from(text));
const misreadAsLatin1 = (text: string) => Buffer.from(text).toString('latin1');

/** Names that are as they should be, though they look a little like something misread. */
const right = [
  ...[
    'JOÃO',
    'MAGALHÃES',
    'CONCEIÇÃO',
    'GUIMARÃES',
    'ASSUNÇÃO',
    'SIMÃO',
    'ESTÊVÃO',
    'BRANDÃO',
    'FALCÃO',
    'LEITÃO',
  ],
  ...[
    'IRMÃ',
    'ROMÃ',
    'JOÃ”',
    'IRMÃ…',
    '“IRMÃ”',
    '«IRMû',
    'IRMÃ’S',
    'IRMÃ – LAR',
    'IRMÃ\u00A0MARIA',
    'MAGALHÃ\u00ADES',
  ],
  ...['CÂMARA', 'ÂNGELA', 'D’ÂNGELO', 'TÂM', 'ĐÂN', 'CHÂU', 'TRẦN', 'NGUYỄN', 'NGUYÊN', 'ÂU'],
  ...['ÅSE', 'ÅKE', 'BLÅ', '“BLÅ”', 'SÄDE', 'LÄÄNE', 'KÄRNÄ', '„ÄGÄ“', 'ÑANDÚ', 'MUÑOZ'],
  ...['GROß', '„Groß“', 'Weiß’', 'CAFÉ»', '«Zoé»', 'Renée™', 'Mª José', 'Nº 5', 'Zoë', 'Þór'],
  ...['ÏD', 'ØRSTED', 'ÙNA', 'ÐÓRA', 'ÎLE', 'Müller', 'François', 'Łukasz', 'Šárka', 'O’Brien'],
];

describe('wrong letters', () => {
  it('are none in names that only look like it', () => {
    assert.ok(right.length >= 50);
    for (const name of right) assert.ok(!hasWrongLetters(name), name);
  });

  it('are in names that were misread, and come back', () => {
    for (const name of [
      ...[
        'Müller',
        'José',
        'García',
        'Nicolà',
        'Zoë',
        'François',
        'Paweł',
        'Księżyc',
        'Škoda',
        'Šárka',
        'Łukasz',
      ],
      ...[
        'Ångström',
        'ÉMILIE',
        'CÔTE',
        'JOÃO',
        'O’Brien',
        'D’Angelo',
        'Ελένη',
        'Иван',
        'יוסי',
        'محمد',
        'राम',
        'Nguyễn',
      ],
      ...[
        'José\u0301',
        'Rau\u0301l',
        '李小龍',
        'ひろし',
        '김철수',
        'Ana 😀',
        'Ñuñez',
        'Çelik',
        'İbrahim',
        'Ağaoğlu',
      ],
    ]) {
      for (const wrong of [misread(name), misreadAsLatin1(name)]) {
        assert.ok(hasWrongLetters(wrong), `${name}: ${JSON.stringify(wrong)}`);
        assert.equal(withRightLetters(wrong), name, JSON.stringify(wrong));
      }
      assert.equal(withRightLetters(misread(misread(name))), name, 'encoded twice');
    }
  });

  it('are control characters beside letters', () => {
    assert.deepEqual([...wrongLetters('O\u0092Brien')], [{ start: 1, end: 2, how: 'control' }]);
    assert.equal(withRightLetters('O\u0092Brien \u008Akoda'), 'O’Brien Škoda');
    assert.ok(!hasWrongLetters('Asha \u0085 Rao'));
    assert.ok(!hasWrongLetters('Asha\u001FRao\tB'));
  });

  it('are told in their places', () => {
    assert.deepEqual(
      [...wrongLetters('MÃ¼ller, Jos\uFFFD\uFFFD, O\u0092B, â€œx')],
      [
        { start: 1, end: 3, how: 'misread' },
        { start: 12, end: 14, how: 'lost' },
        { start: 17, end: 18, how: 'control' },
        { start: 21, end: 24, how: 'misread' },
      ],
    );
    assert.deepEqual([...wrongLetters('A😀\uDE00')], [{ start: 3, end: 4, how: 'lost' }]);
  });

  it('are never in ASCII, and what is mended has as many lines and cells', () => {
    const characters = fc.constantFrom(...Array.from('ÃÂÅÐâ€™¼ƒ"”,;\r\n aZ\u0080\u00A0\uFFFD\u{1F600}'));
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const marks = (value: string) => value.replace(/[^,;"\r\n]/g, '');
        assert.equal(marks(withRightLetters(text)), marks(text));
      }),
      { numRuns: runs(5000) },
    );
    const ascii = Array.from({ length: 128 }, (_, unit) => String.fromCharCode(unit)).join('');
    assert.ok(!hasWrongLetters(ascii));
  });
});
