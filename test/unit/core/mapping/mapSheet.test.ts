import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { ContactSheet } from '../../../../src/core/checks/sheet';
import { contactColumns, type ContactColumn } from '../../../../src/core/contact/columns';
import { scan } from '../../../../src/core/csv/scan';
import type { ColumnMap, Constant, WholeField } from '../../../../src/core/mapping/columnMap';
import { mappedCells } from '../../../../src/core/mapping/mapSheet';
import { mapped, needs } from '../../../support/mapped';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension\n';
const columns: ColumnMap = {
  firstName: { field: 0 },
  lastName: { field: 1 },
  salutation: { field: 2 },
  cellPhoneNumber: { field: 3 },
  cellPhoneCountryCode: { constant: '+91' },
  cellPhoneExtension: { constant: '' },
};

/** A sheet of another delimiter, whatever the recognising of delimiters says of it. */
const sheetOf = (text: string, delimiter = ',') => new ContactSheet(scan(text, delimiter));

describe('mapSheet', () => {
  it('gives the six columns in the documented order, the header first, constants filled in', () => {
    const sheet = sheetOf(
      'First Name,Surname,Title,Mobile\nAsha,Rao,Mrs,9876543210\nBen,Doe,Mr,9876543211\n',
    );
    assert.deepEqual(mapped(sheet, columns), {
      text: `${header}Asha,Rao,Mrs,9876543210,+91,\nBen,Doe,Mr,9876543211,+91,\n`,
      records: [1, 2],
      untold: new Map(),
    });
  });

  it('reorders, leaves surplus columns out, and may use one twice', () => {
    const sheet = sheetOf('Email,CC,Mobile,Last,First,Title\na@b.c,+1,202,Doe,Jane,Mrs');
    const map: ColumnMap = {
      firstName: { field: 4 },
      lastName: { field: 3 },
      salutation: { field: 5 },
      cellPhoneNumber: { field: 2 },
      cellPhoneCountryCode: { field: 1 },
      cellPhoneExtension: { field: 1 },
    };
    assert.equal(mapped(sheet, map).text, `${header}Jane,Doe,Mrs,202,+1,+1\n`);
  });

  it('quotes what needs it and leaves every value as it is', () => {
    const sheet = sheetOf('A;B;C;D\r\n" ""Ash"" ";Rao, MD;"Mrs\r\nDr";007\r\n', ';');
    assert.equal(mapped(sheet, columns).text, `${header}" ""Ash"" ","Rao, MD","Mrs\r\nDr",007,+91,\n`);
  });

  for (const delimiter of [';', '\t', '|']) {
    it(`reads a file divided by ${JSON.stringify(delimiter)}`, () => {
      const text = 'A~B~C~D\nAsha~Rao~Mrs~98\n'.replaceAll('~', delimiter);
      assert.equal(mapped(sheetOf(text, delimiter), columns).text, `${header}Asha,Rao,Mrs,98,+91,\n`);
    });
  }

  it('leaves blank rows out, and still knows where the others stood', () => {
    const sheet = sheetOf('A,B,C,D\n\nAsha,Rao,Mrs,1\n,,,\n \t,"",,\nBen,Doe,Mr,2\n\n');
    const { text, records } = mapped(sheet, columns);
    assert.equal(text, `${header}Asha,Rao,Mrs,1,+91,\nBen,Doe,Mr,2,+91,\n`);
    assert.deepEqual(records, [2, 5]);
  });

  it('keeps a row of which only columns are filled that are not sent: its errors are to be seen', () => {
    const sheet = sheetOf('A,B,C,D,E\n,,,,a note\n');
    assert.equal(mapped(sheet, columns).text, `${header},,,,+91,\n`);
  });

  it('takes a byte order mark for no part of the header', () => {
    assert.equal(mapped(sheetOf('\uFEFFA,B,C,D\nAsha,Rao,Mrs,1'), columns).records.length, 1);
  });

  it('gives the header alone when there are no rows', () => {
    const none = { text: header, records: [], untold: new Map() };
    assert.deepEqual(mapped(sheetOf('A,B,C,D\n'), columns), none);
    assert.deepEqual(mapped(sheetOf(''), columns), none);
  });

  it('gives, for any values and any map, what csv-parse reads as the chosen values', () => {
    const piece = fc.constantFrom(
      '"',
      ',',
      '\n',
      '\r\n',
      '\r',
      ' ',
      'a',
      'é',
      '😀',
      ';',
      '+91',
      '=1',
      '\u2028',
    );
    const value = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
    const rows = fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), { maxLength: 6 });
    const source: fc.Arbitrary<WholeField | Constant> = fc.oneof(
      fc.record({ field: fc.nat(3) }),
      fc.record({ constant: value }),
    );
    const map: fc.Arbitrary<Record<ContactColumn, WholeField | Constant>> = fc.record({
      firstName: source,
      lastName: source,
      salutation: source,
      cellPhoneNumber: source,
      cellPhoneCountryCode: source,
      cellPhoneExtension: source,
    });
    fc.assert(
      fc.property(rows, map, fc.constantFrom(',', ';', '\t', '|'), (table, chosen, delimiter) => {
        const quoted = [['A', 'B', 'C', 'D'], ...table].map((cells) =>
          cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter),
        );
        const sheet = sheetOf(quoted.join('\r\n'), delimiter);
        const { text, records } = mapped(sheet, chosen);
        const kept = table.flatMap((cells, index) =>
          cells.some((cell) => cell.trim() !== '') ? [{ cells, record: index + 1 }] : [],
        );
        const expected = kept.map(({ cells }) =>
          contactColumns.map((column) => {
            const from = chosen[column];
            return 'constant' in from ? from.constant : cells[from.field];
          }),
        );
        assert.deepEqual(
          records,
          kept.map(({ record }) => record),
        );
        const read: string[][] = parse(text, { recordDelimiter: '\n' });
        assert.deepEqual(read, [contactColumns, ...expected]);
        assert.deepEqual(
          records.map((record) => mappedCells(sheet, chosen, needs, record)),
          expected,
        );
      }),
    );
  });
});
