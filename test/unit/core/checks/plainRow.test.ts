import assert from 'node:assert/strict';
import { Row } from '../../../../src/core/checks/row';
import { contactRules } from '../../../../src/core/checks/rules';
import { requiredValue } from '../../../../src/core/checks/rules/requiredValue';
import { ContactSheet } from '../../../../src/core/checks/sheet';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';
import { isBlankText, trimmed, withoutControlCharacters } from '../../../../src/core/contact/text';
import { scan } from '../../../../src/core/csv/scan';
import { seeded } from '../../../bench/random';
import { header } from '../../../support/ruleCases';
import { runs } from '../../../support/long';

const phones = createPhoneNumbers();

describe('a plain row', () => {
  it('has the values that the table has, and nothing for the rules that spare it', () => {
    const random = seeded(11);
    const pieces = [
      'A',
      'ë',
      'ÿ',
      '~',
      '+',
      '9',
      ' ',
      '  ',
      '"',
      '\t',
      '\u00a0',
      '\u00ad',
      '\u200b',
      '\ufffd',
      'Ω',
    ];
    let plain = 0;
    for (let turn = 0; turn < runs(20_000); turn++) {
      // Mostly plain, or none would be.
      const piece = () => pieces[random.below(random.below(12) === 0 ? pieces.length : 6)] ?? '';
      const cell = () => Array.from({ length: random.below(5) }, piece).join('');
      const cells = Array.from({ length: random.below(8) === 0 ? random.below(9) : 6 }, cell);
      const sheet = new ContactSheet(scan(`${header}\n${cells.join(',')}\n`));
      const found = sheet.plainCells(1);
      if (found === undefined) continue;
      plain++;
      assert.deepEqual(
        found,
        cells.map((_, field) => sheet.table.value(1, field)),
      );
      assert.ok(sheet.isRow(1));
      // The rules for values pass plain ones over themselves, so that they cannot tell whether these are.
      for (const value of found) {
        assert.ok(value === '' || !isBlankText(value), JSON.stringify(value));
        assert.equal(trimmed(withoutControlCharacters(value)), value);
      }
      for (const rule of contactRules) {
        const report = () => assert.fail(`${rule.code} in ${JSON.stringify(cells)}`);
        if ('checkRecord' in rule && rule.sparesPlain) rule.checkRecord(sheet, 1, report, true);
        if ('checkRow' in rule && rule.sparesPlain) rule.checkRow(new Row(sheet, 1), report, { phones });
      }
    }
    assert.ok(plain > runs(5_000), String(plain));
  });

  for (const [what, text] of [
    ['nothing but empty cells', ',,,,,'],
    ['a cell too few', 'Asha,Rao,Mrs,9876543210,+91'],
    ['a cell too many', 'Asha,Rao,Mrs,9876543210,+91,+91,x'],
    ['a quote', '"Asha",Rao,Mrs,9876543210,+91,+91'],
    ['a space at an end', 'Asha ,Rao,Mrs,9876543210,+91,+91'],
    ['a length beyond the limit', `${'A'.repeat(5_000)},Rao,Mrs,9876543210,+91,+91`],
  ] as const) {
    it(`is not one with ${what}`, () => {
      assert.equal(new ContactSheet(scan(`${header}\n${text}\n`)).plainCells(1), undefined);
    });
  }

  it('may have empty cells, which the list still lacks', () => {
    const sheet = new ContactSheet(scan(`${header}\n,,,9876543210,,\n`));
    const row = new Row(sheet, 1, sheet.plainCells(1));
    const missed: string[] = [];
    requiredValue.checkRow(
      row,
      (finding) => missed.push('column' in finding ? finding.column : finding.code),
      { phones },
    );
    assert.deepEqual(missed, [
      'firstName',
      'lastName',
      'salutation',
      'cellPhoneCountryCode',
      'cellPhoneExtension',
    ]);
  });

  it('is divided by the delimiter of its file, and holds commas then', () => {
    const sheet = new ContactSheet(
      scan(`${header.replaceAll(',', ';')}\nA,B;Rao;Mrs;9876543210;+91;+91\n`, ';'),
    );
    assert.deepEqual(sheet.plainCells(1), ['A,B', 'Rao', 'Mrs', '9876543210', '+91', '+91']);
    assert.equal(sheet.plainCells(0), undefined, 'the header is no row');
  });
});
