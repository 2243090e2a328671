import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { settingsForSending, type RuleSettings } from '../../../../src/core/checks/severity';
import { contactColumns } from '../../../../src/core/contact/columns';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';
import { csvRecord } from '../../../../src/core/csv/csvRecord';
import { copySource } from '../../../../src/core/delivery/source/sheetContent';
import { checkMapping } from '../../../../src/core/mapping/checkMapping';
import type { ColumnMap } from '../../../../src/core/mapping/columnMap';
import { mappedCells } from '../../../../src/core/mapping/mapSheet';
import { findObstacles } from '../../../../src/core/mapping/obstacles';
import { readForMap } from '../../../../src/core/mapping/readForMap';
import { restCsv } from '../../../../src/core/mapping/restCsv';
import { finished } from '../../../support/finished';
import { runs } from '../../../support/long';
import { needs } from '../../../support/mapped';

const options = { phones: createPhoneNumbers(), settings: {}, forSending: true };
const reading = { order: 'givenFirst', oneWord: 'holdBack' } as const;
const fullNames: ColumnMap = {
  firstName: { field: 0, part: 'firstName', ...reading },
  lastName: { field: 0, part: 'lastName', ...reading },
  salutation: { field: 0, part: 'salutation', ...reading },
  cellPhoneNumber: { field: 1, part: 'nationalNumber' },
  cellPhoneCountryCode: { field: 1, part: 'callingCode' },
  cellPhoneExtension: { same: 'cellPhoneCountryCode' },
};

/** The rows of a list, by what becomes of each: its text as it is sent, or as it stands in the file of the rest. */
function divided(text: string, map: ColumnMap, settings: RuleSettings = {}) {
  const read = readForMap(readSheet(text, 'list'), settings);
  const { sheet } = read;
  const found = finished(findObstacles(read, { ...options, settings }));
  // Of such a file nothing is sent.
  if (!('unsound' in found)) return undefined;
  const { unsound } = found;
  const sending = { ...options, settings: settingsForSending(settings) };
  const { mapped, report, held } = finished(checkMapping(sheet, map, unsound, needs, sending));
  const { records } = mapped;
  const source = finished(
    copySource('a.csv', sheet, report.sheet, {
      records,
      cellsOf: (record) => mappedCells(sheet, map, needs, record),
    }),
  );
  const rows = [...source.groups()].flat();
  const isHeld = (index: number) => held.has(records[source.recordAt(index) - 1] ?? 0);
  const left = rows.filter(({ index }) => isHeld(index));
  const sent = rows.filter(({ index }) => !isHeld(index));
  const original = source.original ?? assert.fail();
  const rest = restCsv(
    original,
    left.map(({ inFile = '' }) => ({ record: inFile, reason: 'x' })),
  );
  return { sent, held, rest };
}

describe('every row of a mapped file', () => {
  it('is sent or in the rest, though nothing could be told of it', () => {
    const text =
      'Full Name,Phone,Notes\nAsha Rao,+91 98765 43210,a\nRavi,98765 43211,VIP\nMeera,n/a,b\nTom Lee,+91 98765 43212,c\n';
    const { sent, held, rest } = divided(text, fullNames) ?? assert.fail();
    assert.equal(sent.length, 2);
    assert.deepEqual([...held.keys()], [2, 3]);
    assert.equal(rest, 'importError,Full Name,Phone,Notes\n"x",Ravi,98765 43211,VIP\n"x",Meera,n/a,b\n');
  });

  it('is in the rest below the header that governs it, where another one has the columns in another order', () => {
    const text =
      'Vorname,Nachname,Handy\nAsha,Rao,9876543210\nNachname,Vorname,Handy\nDoe,Ben,9876543211\nVorname,Nachname,Handy\nTom,Lee,9876543212\n';
    const map: ColumnMap = {
      ...fullNames,
      firstName: { field: 0 },
      lastName: { field: 1 },
      salutation: { constant: 'Mr' },
      cellPhoneNumber: { field: 2 },
      cellPhoneCountryCode: { constant: '+91' },
    };
    const { sent, rest } = divided(text, map) ?? assert.fail();
    assert.deepEqual(
      sent.map(({ values }) => values.firstName),
      ['Asha', 'Tom'],
    );
    assert.equal(
      rest,
      'importError,Vorname,Nachname,Handy\n"x",Nachname,Vorname,Handy\n"x",Doe,Ben,9876543211\n',
    );
  });

  for (const [what, text] of [
    ['lines are above the header', 'My list\n\n~,+91 98765 43210,a\n'],
    ['other quotes are around cells', '~,+91 98765 43210,a\n'],
  ] as const) {
    it(`is in exactly one of both where ${what}`, () => {
      const list = text.replace('~', 'Full Name,Phone,Notes\nMeera Das,n/a,b\nAsha Rao');
      const laidOut = what.startsWith('other') ? list.replaceAll(/[^,\n]+/g, '“$&”') : list;
      const { sent, rest } = divided(laidOut, fullNames) ?? assert.fail();
      assert.deepEqual(
        sent.map(({ values }) => values.cellPhoneNumber),
        ['9876543210'],
      );
      assert.equal(rest, 'importError,Full Name,Phone,Notes\n"x",Meera Das,n/a,b\n');
    });
  }

  const whole = Object.fromEntries(contactColumns.map((column, field) => [column, { field }])) as ColumnMap;
  for (const [what, cells, isHeader] of [
    ['no column has a value', ['', '', '', '', '', '', 'call later'], false],
    ['the columns are named again', [...contactColumns, 'of another file'], true],
  ] as const) {
    it(`is in the rest where ${what}, whatever rules are off`, () => {
      // The names among the first rows would be the header, under other lines.
      const good = Array.from({ length: 60 }, (_, at) => [
        'Asha',
        'Rao',
        'Mrs',
        `98765432${10 + at}`,
        '+91',
        '+91',
        'x',
      ]);
      const text = [['a', 'b', 'c', 'd', 'e', 'f', 'g'], ...good, cells].map((all) => `${csvRecord(all)}\n`);
      const off = { 'csv.blankRow': 'off', 'csv.repeatedHeader': 'off' } as const;
      const { sent, held, rest } = divided(text.join(''), whole, off) ?? assert.fail();
      assert.equal(sent.length, good.length);
      assert.deepEqual(held, new Map([[good.length + 1, [{ kind: 'noRow', isHeader }]]]));
      assert.equal(rest, `importError,a,b,c,d,e,f,g\n"x",${csvRecord(cells)}\n`);
    });
  }

  it('is in exactly one of both, for any list and any map', () => {
    const name = fc.constantFrom(
      '',
      ' ',
      'Asha Rao',
      'Ravi',
      'Mr John Smith',
      'Ana y Luis Pérez',
      'First Name',
    );
    const number = fc.constantFrom(
      '',
      '-',
      'n/a',
      '+91 98765 43210',
      '98765 43211',
      '868',
      'Phone',
      '0082 10',
    );
    const other = fc.constantFrom('', 'VIP', 'Frau', '91', '868', 'IN', 'x "y"', 'a,b', 'cellPhoneNumber');
    const list = fc.array(fc.tuple(name, number, other, other), { minLength: 1, maxLength: 8 });
    const field = fc.nat(3).map((at) => ({ field: at }));
    const constant = fc.constantFrom('', '+91', '868', 'x').map((value) => ({ constant: value }));
    const part = <Part extends string>(at: number, name: Part, more: object = {}) =>
      fc.constant({ field: at, part: name, ...more });
    const map = fc.record({
      firstName: fc.oneof(field, constant, part(0, 'firstName', reading)),
      lastName: fc.oneof(field, constant, part(0, 'lastName', reading)),
      salutation: fc.oneof(field, constant, fc.constant({ field: 2, table: { Frau: 'Mrs' } })),
      cellPhoneNumber: fc.oneof(field, constant, part(1, 'nationalNumber')),
      cellPhoneCountryCode: fc.oneof(field, constant, part(1, 'callingCode'), part(3, 'countryCallingCode')),
      cellPhoneExtension: fc.oneof(field, constant, fc.constant({ same: 'cellPhoneCountryCode' })),
    }) as fc.Arbitrary<unknown> as fc.Arbitrary<ColumnMap>;
    fc.assert(
      fc.property(list, map, (rows, chosen) => {
        // What makes each row another one is in no column of the map.
        const cells = rows.map((row, at) => [...row, `row ${at}`]);
        const text = [['A', 'B', 'C', 'D', 'E'], ...cells].map((all) => `${csvRecord(all)}\n`).join('');
        // Names among the first rows would be the header.
        fc.pre(readSheet(text, 'list').layout === undefined);
        const { sent, rest } = divided(text, chosen) ?? {};
        fc.pre(sent !== undefined && rest !== undefined);
        const left: string[][] = parse(rest);
        const of = (record: string) => {
          const [row]: string[][] = parse(record);
          return row?.at(-1);
        };
        assert.deepEqual(
          [
            ...sent.map(({ inFile = '' }) => of(inFile)),
            ...left.slice(1).map((row) => row.at(-1)),
          ].toSorted(),
          cells.map((row) => row.at(-1)),
        );
      }),
      { numRuns: runs(500) },
    );
  });
});
