import assert from 'node:assert/strict';
import { codeOfKey } from '../../../../src/core/checks/columnCounts';
import { LiveCheck } from '../../../../src/core/checks/live/liveCheck';
import { NumberKeys } from '../../../../src/core/checks/numberKeys';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { warningsOf } from '../../../../src/core/checks/warningKinds';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';
import {
  allFindings,
  applyEdits,
  fixAllOf,
  countryCodesOf,
  fixesFor,
  proposals,
  safeEdits,
} from '../../../../src/core/fixes';
import { checked, marked } from '../../../support/checked';
import { finished } from '../../../support/finished';
import { header } from '../../../support/ruleCases';
import { toEnd } from '../../../../src/core/csv/toEnd';

const phones = createPhoneNumbers();

/** Rows with these numbers. */
const list = (code: string, ...numbers: readonly string[]) =>
  numbers.map((number) => `Ute,Abt,Mrs,${number},${code},+49\n`).join('');

/** Lines of Stuttgart with the country code, which would be lines of Esens. */
const stuttgart = (many: number) => Array.from({ length: many }, (_, at) => `«4971112${300 + at}»`);
const silent = (many: number) => stuttgart(many).map((number) => number.replace(/[«»]/g, ''));

function prefixed(text: string) {
  return checked(text).findings.flatMap(({ finding }) =>
    finding.code === 'phone.prefixed' ? [finding] : [],
  );
}

describe('a country code in front of the numbers of a column', () => {
  for (const [name, ...rows] of [
    ['is one in ten of ten', list('+49', ...stuttgart(10))],
    ['is one in eight of ten', list('+49', ...stuttgart(8), '1701234567', '30901820')],
    ['is one in one of ten, where others are certain', list('+49', ...stuttgart(1)) + certain(9)],
    [
      'is one in ten, whatever other countries have',
      list('+49', ...stuttgart(10)),
      list('+91', ...indian(30)),
    ],
    ['is one between groups of digits', list('+49', ...stuttgart(9), '«49 711 12345»')],
    ['is one in ten beside cells that are no numbers', list('+49', ...stuttgart(10), 'n/a', '', 'n/a', '-')],
    ['is none in nine', list('+49', ...silent(9))],
    ['is none in seven of ten', list('+49', ...silent(7), '1701234567', '30901820', '30901821')],
    ['is none in nine, and one of another country', list('+49', ...silent(9)), list('+62', '62215551234')],
    ['is none behind a zero', list('+49', ...silent(10).map((number) => `0${number}`))],
    ['is none in mobile numbers of India', list('+91', ...indian(12))],
  ] as const) {
    it(name, () => {
      const { text, ranges } = marked(`${header}\n${rows.join('')}`);
      const found = prefixed(text).filter(({ range }) => !text.startsWith('+', range.start));
      assert.deepEqual(
        found.map(({ range }) => range),
        ranges,
      );
      assert.ok(
        found.every(({ range, national }) =>
          text
            .slice(range.start, range.end)
            .replaceAll(' ', '')
            .endsWith(national ?? '?'),
        ),
      );
    });
  }

  it('explains the number: it is told of no second finding, and is the same as the number without it', () => {
    const { text } = marked(`${header}\n${list('+49', ...stuttgart(9), '49 711 12345', '71112345')}`);
    const { codes } = checked(text);
    assert.deepEqual(codes, { 'phone.prefixed': 10, 'phone.duplicate': 1 });
  });

  it('is moved by its fix, in one row or all, and never unasked', () => {
    const { text } = marked(`${header}\n${list('+49', ...stuttgart(10))}`);
    const sheet = readSheet(text);
    const findings = finished(allFindings('phone.prefixed', sheet, { phones }));
    assert.deepEqual(
      findings.map((finding) => fixesFor(finding, sheet).map(({ kind, safe }) => [kind, safe])),
      Array.from({ length: 10 }, () => [['splitColumnPrefix', false]]),
    );
    const mended = applyEdits(text, toEnd(fixAllOf(findings, 'splitColumnPrefix', sheet)));
    assert.equal(mended, text.replaceAll('4971112', '71112'));
    assert.deepEqual(checked(mended).codes, {});
    assert.deepEqual(toEnd(safeEdits(sheet, countryCodesOf(phones))), []);
  });

  it('is named apart from those that are certain, and its fix is one apart', () => {
    const { text } = marked(`${header}\n${list('+49', ...stuttgart(9), '+49 711 12345')}`);
    const report = checked(text);
    assert.deepEqual(warningsOf(report).kinds, [
      { kind: 'phone.prefixed.byColumn', count: 9 },
      { kind: 'phone.prefixed', count: 1 },
    ]);
    assert.deepEqual(
      proposals(report).map(({ kind, count }) => [kind, count]),
      [
        ['splitColumnPrefix', 9],
        ['splitPrefix', 1],
      ],
    );
    const certainOnes = toEnd(
      fixAllOf(
        report.findings.map(({ finding }) => finding),
        'splitPrefix',
        report.sheet,
      ),
    );
    assert.equal(applyEdits(text, certainOnes), text.replace('+49 711 12345', '71112345'));
  });

  it('comes and goes as the column is edited', () => {
    const { text } = marked(`${header}\n${list('+49', ...stuttgart(200))}`);
    const row = list('+49', '1701234567');
    const live = new LiveCheck(text, { phones, settings: {}, limit: 1000 }, 150);
    const told = () => {
      finished(live.work());
      return live.report()?.codes['phone.prefixed'];
    };
    assert.equal(told(), 200);
    const insert = (many: number) =>
      live.edit([{ start: header.length + 1, end: header.length + 1, text: row.repeat(many) }]);
    insert(50);
    assert.equal(told(), 200, 'of 250');
    insert(1);
    assert.equal(told(), undefined, 'of 251');
    live.edit([{ start: header.length + 1, end: header.length + 1 + row.length, text: '' }]);
    assert.equal(told(), 200, 'of 250 again');
  });

  it('is decided by what the column holds, not by how it came to hold it', () => {
    const doubtful = '49711..12345';
    const { text } = marked(`${header}\n${list('+49', ...stuttgart(10))}`);
    const live = new LiveCheck(text, { phones, settings: {}, limit: 1000 });
    finished(live.work());
    const rows = list('+49', '1701234567', '1701234568', doubtful, doubtful, doubtful, doubtful);
    live.edit([{ start: text.length, end: text.length, text: rows.repeat(2) }]);
    finished(live.work());
    assert.deepEqual(live.report()?.codes, checked(text + rows.repeat(2)).codes);
  });

  it('is forgotten by what a quote has swallowed while the column changed', () => {
    const { text } = marked(`${header}\n${list('+49', ...stuttgart(100))}`);
    const live = new LiveCheck(text, { phones, settings: {}, limit: 1000 }, 150);
    const told = () => {
      finished(live.work());
      return live.report()?.codes['phone.prefixed'];
    };
    const at = header.length + 1;
    const rows = list('+49', '1701234567').repeat(100);
    assert.equal(told(), 100);
    live.edit([{ start: at, end: at, text: '"' }]);
    assert.equal(told(), undefined, 'swallowed');
    live.edit([{ start: at, end: at, text: rows }]);
    assert.equal(told(), undefined, 'more rows above');
    live.edit([{ start: at + rows.length, end: at + rows.length + 1, text: '' }]);
    assert.equal(told(), undefined, 'half of the numbers');
  });

  it('is told from the key of a number of every country', () => {
    const keys = new NumberKeys();
    for (const callingCode of new Set(phones.countries().map((country) => country.callingCode)))
      for (const national of ['2345', '98765432101', '000000000000'])
        assert.equal(codeOfKey(keys.of(callingCode + national)), Number(callingCode), callingCode);
    for (const none of ['0', '091', '0123456789', '', '1234567890123456'])
      assert.equal(codeOfKey(keys.of(none)), 0, none);
  });
});

function certain(many: number): string {
  return list('+49', ...Array.from({ length: many }, (_, at) => `+49170123456${at}`));
}

function indian(many: number): string[] {
  return Array.from({ length: many }, (_, at) => `91987654${10 + at}`);
}
