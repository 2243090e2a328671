import assert from 'node:assert/strict';
import { fixesFor, offersFor } from '../../../../src/core/fixes';
import { found, safelyFixed, sheetOf } from './fixed';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';

const names = [
  ...[
    'ALEŠ',
    'BENEŠ',
    'TOMÁŠ',
    'LUKÁŠ',
    'Tomáš',
    'Dvořák',
    'ŽIŽKA',
    'Łukasz',
    'ŻAK',
    'Świątek',
    'Győző',
    'SZŰCS',
  ],
  ...[
    'Nicolà',
    'García',
    'JOÃO',
    'IRMÃ',
    'Zoë',
    'Örjan',
    'Åse',
    'BLÅ',
    'Müller',
    'GROß',
    'Þór',
    'ÂNGELA',
    'Noël',
  ],
  ...[
    'ПЕТР',
    'Пётр',
    'АННА',
    'Юлия',
    'ЩУКИНА',
    'Ђорђе',
    'Ірина',
    'ΓΙΩΡΓΟΣ',
    'Ελένη',
    'ΆΝΝΑ',
    'İBRAHİM',
    'Şükrü',
  ],
  ...[
    'אברהם',
    'שרה',
    'محمد',
    'فاطمة',
    'आशा',
    'राव',
    '山田',
    '太郎',
    '김민준',
    '王',
    'สมชาย',
    'Nguyễn',
    'Đặng',
    'José\u00A0',
  ],
];

/** Bytes as another program reads them. */
const readers: readonly (readonly [name: string, read: (bytes: Buffer) => string])[] = [
  ...[
    ...[
      'windows-1250',
      'windows-1251',
      'windows-1252',
      'windows-1253',
      'windows-1254',
      'windows-1256',
      'windows-1257',
    ],
    ...['windows-874', 'iso-8859-2', 'iso-8859-15', 'koi8-r', 'ibm866', 'macintosh', 'gbk', 'shift_jis'],
  ].map((name) => [name, (bytes: Buffer) => new TextDecoder(name).decode(bytes)] as const),
  ['latin1', (bytes) => bytes.toString('latin1')],
];

describe('names that were misread', () => {
  for (const [reader, read] of readers) {
    it(`lose nothing unasked, nor by what is offered first: UTF-8 as ${reader}`, () => {
      for (const name of names) {
        const cell = read(Buffer.from(name));
        if (/[",\r\n]/.test(cell)) continue;
        const text = `${header}\n${cell},Rao,Mr,9876543210,+91,+91\n`;
        assert.equal(safelyFixed(text), text, JSON.stringify([name, cell]));
        const sheet = sheetOf(text);
        for (const code of ['value.whitespace', 'value.controlCharacter'] as const) {
          for (const finding of found(code, sheet)) {
            assert.deepEqual(fixesFor(finding, sheet), [], JSON.stringify([name, cell]));
            assert.ok(offersFor(finding, sheet).length > 0);
          }
        }
      }
    });
  }

  // Bytes of cp850, cp437 and Mac Roman as Latin-1, and of Japanese and Korean mail, of which some characters are not seen.
  for (const name of [
    ...[
      'Nicol\u0085',
      '\u0085rjan',
      'Andr\u0082',
      '\u0085',
      'Maria \u0085 Costa',
      'Garc\u0092a',
      '\u0080ngela',
    ],
    ...['\u001B$BB@O:\u001B(B', '\u001B$B;3ED\u001B(B', '\u000E@L\u000F', '\u001B$)C\u000E1h\u000F'],
  ]) {
    it(`lose nothing unasked: ${JSON.stringify(name)}`, () => {
      const text = `${header}\n${name},Rao,Mr,9876543210,+91,+91\n`;
      assert.equal(safelyFixed(text), text);
      const sheet = sheetOf(text);
      const findings = (['csv.encoding', 'value.controlCharacter', 'value.required'] as const).flatMap(
        (code) => found(code, sheet),
      );
      assert.ok(findings.length > 0, 'it is told');
      assert.deepEqual(
        findings.flatMap((finding) => fixesFor(finding, sheet)).filter(({ kind }) => kind !== 'deleteRow'),
        [],
      );
    });
  }
});
