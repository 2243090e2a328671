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
  ...['BLÅ\u00A0', 'GRÅ\u00A0', 'ÅÅS\u00A0', 'BENEÅ'],
  ...['CÂMARA', 'ÂNGELA', 'D’ÂNGELO', 'TÂM', 'ĐÂN', 'CHÂU', 'TRẦN', 'NGUYỄN', 'NGUYÊN', 'ÂU'],
  ...['ÅSE', 'ÅKE', 'BLÅ', '“BLÅ”', 'SÄDE', 'LÄÄNE', 'KÄRNÄ', '„ÄGÄ“', 'ÑANDÚ', 'MUÑOZ'],
  ...['GROß', '„Groß“', 'Weiß’', 'CAFÉ»', '«Zoé»', 'Renée™', 'Mª José', 'Nº 5', 'Zoë', 'Þór'],
  // A small letter that would begin three bytes, and signs or blanks behind it.
  ...[
    '« Chez René\u00A0»',
    'Société\u00A0– Paris',
    'José\u00A0\u00A0',
    '“café…”',
    'José\u00A0· x',
    'René\u00A0«x»',
  ],
  ...[
    'Nestlé™®',
    'Rosé·®',
    'Zoé…»',
    'été’…',
    'Café\u00A0– Bar',
    '« Émilié »',
    'Ngô\u00A0– x',
    'Bé’”',
    'Lê\u00A0\u00A0',
  ],
  ...[
    'à\u00A0– x',
    'é’…',
    '«Olá»…',
    '«Aqui há»\u00A0– já',
    'Hà\u00A0»',
    'CAFÉ™',
    '“É”',
    'É…',
    'MAÇÃ®',
    'IRMÃ´s',
    'Ñ®¨',
  ],
  ...['IRMÃ\u00A0maria', '«Ã»', 'BÂ°', 'Â·'],
  ...['ÏD', 'ØRSTED', 'ÙNA', 'ÐÓRA', 'ÎLE', 'Müller', 'François', 'Łukasz', 'Šárka', 'O’Brien'],
];

/** Words and names in capitals that end with Ã, as Brazilian lists have them. */
const capitalsInTilde = [
  ...[
    'LÃ',
    'SÃ',
    'FÃ',
    'VÃ',
    'IÃ',
    'RÃ',
    'CÃ',
    'IMÃ',
    'ANÃ',
    'IRMÃ',
    'MAÇÃ',
    'ROMÃ',
    'MANHÃ',
    'VILÃ',
    'CRISTÃ',
  ],
  ...[
    'ALEMÃ',
    'BARÃ',
    'TUPÃ',
    'JAÃ',
    'AVELÃ',
    'CUNHÃ',
    'GUARÃ',
    'ITAPUÃ',
    'AMANHÃ',
    'ORFÃ',
    'CAMPEÃ',
    'HORTELÃ',
  ],
  ...[
    'PAGÃ',
    'ALDEÃ',
    'CIRURGIÃ',
    'CIDADÃ',
    'ESCRIVÃ',
    'PAVÃ',
    'MAGÃ',
    'RENÃ',
    'IVÃ',
    'DIVÃ',
    'GALÃ',
    'XAMÃ',
  ],
  ...['ACÃ', 'UBÃ', 'TARUMÃ', 'CORUMBÃ', 'BOTUCÃ', 'NHÃ', 'CANAÃ', 'ISLÃ', 'SATÃ', 'AÇAFRÃ', 'TALISMÃ'],
];

/** Right letters that begin with a capital one, or are behind one, and whose second half is a sign or is not seen. */
const behindCapitals = [
  ...[
    'Díaz',
    'Ríos',
    'Víctor',
    'Hà',
    'Bàrbara',
    'Màxim',
    'Côme',
    'Rômulo',
    'Hồ',
    'Hố',
    'Hồng',
    'Ștefan',
    'Țepeș',
  ],
  ...[
    'Sí',
    'Ní Bhriain',
    'LÒPEZ',
    'Şule',
    'Öz',
    'Đức',
    'Żaneta',
    'Œuvrard',
    'Dương',
    'Məmməd',
    'Iași',
    'Jędrzej',
    'Vì',
  ],
  ...[
    'Cœur',
    'Noà',
    'Đình',
    'Óscar',
    'Íñigo',
    'Àlex',
    'Çelik',
    'Võ',
    'Hộ',
    'Bộ',
    'Tạ',
    'à Paris',
    'Sàn',
    'ALEŠ',
    'BENEŠ',
  ],
];

describe('wrong letters', () => {
  it('are none in names that only look like it', () => {
    assert.ok(right.length >= 50);
    for (const name of right) assert.ok(!hasWrongLetters(name), name);
  });

  it('are none in fifty words in capitals with Ã at their end, whatever blank is behind it', () => {
    assert.ok(capitalsInTilde.length >= 50);
    for (const name of capitalsInTilde) {
      for (const blank of [' ', '\u00A0']) {
        for (const text of [
          ...[`${name}${blank}SILVA`, `MARIA ${name}${blank}`, `${name}${blank}E SILVA`],
          ...[
            `MARIA,${name}${blank},Mrs,9876543210`,
            `"${name}${blank}",COSTA`,
            `SILVA,${name}${blank}\r\nAna,Sá`,
          ],
        ]) {
          assert.ok(!hasWrongLetters(text), JSON.stringify(text));
        }
      }
    }
    for (const text of ['HÃ\u00A0', 'Tran,HÃ\u00A0,Mrs', 'HÃ\u00A0,Tran', 'LÃ\u00A0 Maria']) {
      assert.ok(hasWrongLetters(text), JSON.stringify(text));
    }
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

  it('are told behind a capital letter, whatever sign the other half is', () => {
    for (const name of behindCapitals) {
      const wrong = misread(name);
      assert.ok(hasWrongLetters(wrong), `${name}: ${JSON.stringify(wrong)}`);
      assert.equal(withRightLetters(wrong), name, JSON.stringify(wrong));
    }
  });

  it('come back with all that was misread beside them, and right ones stay', () => {
    for (const name of [
      ...[
        '« Chez René\u00A0»',
        'Société\u00A0– Paris',
        '“Hồ Lê”',
        'naïve ‘x’',
        'Nestlé™®',
        'José\u00A0·\u00A0x',
      ],
      ...[
        '«PÉREZ, Zoë»',
        'São\u00A0José',
        'Réné’s “x”',
        'Crème brûlée…”',
        'JOÃO José',
        'Đỗ Hà\u00A0»',
        'À Ó Sé',
      ],
    ]) {
      assert.equal(withRightLetters(misread(name)), name);
      assert.equal(withRightLetters(misread(misread(name))), name, 'encoded twice');
    }
    for (const name of right) {
      assert.equal(withRightLetters(name), name);
      if (name === 'Â·') continue;
      assert.equal(withRightLetters(`${name}\n${misread('Müller, “Zoë”')}\n`), `${name}\nMüller, “Zoë”\n`);
      // In a line that was misread, capitals too.
      if (!/\p{Ll}/u.test(name) || name.includes('Ã')) continue;
      assert.equal(withRightLetters(`${misread('Zoë')} ${name}`), `Zoë ${name}`);
    }
  });

  it('are never made of what another script would be', () => {
    assert.ok(!hasWrongLetters('Ren\u00E9\u00A0\u00BB Tom\u00E4\u00B8\u00AD'));
    assert.equal(withRightLetters('JosÃ© Ren\u00E9\u00A0\u00BB'), 'José Ren\u00E9\u00A0\u00BB');
    for (const name of ['李', '王小明', '김', 'ひ', 'राम', 'Ольга', 'Γιώργος', 'Արմեն', 'О-ВА ПИТКЭРН']) {
      assert.equal(withRightLetters(misread(name)), name);
    }
  });

  it('are NULs between the letters of UTF-16', () => {
    for (const encoding of ['utf-16le', 'utf-16be']) {
      const bytes = Buffer.from('Lech,Wałęsa\n', 'utf16le');
      const text = (encoding === 'utf-16le' ? bytes : bytes.swap16()).toString();
      assert.deepEqual([...wrongLetters(text)].map(({ how }) => how)[0], 'lost', encoding);
    }
    assert.ok(!hasWrongLetters('A\0sha \0\0\0'));
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
