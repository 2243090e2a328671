import assert from 'node:assert/strict';
import { readSheet } from '../../src/core/checks/readSheet';
import { createPhoneNumbers } from '../../src/core/contact/phone';
import type { ImportRow } from '../../src/core/delivery';
import type { ColumnMap } from '../../src/core/mapping/columnMap';
import { ColumnMapper } from '../../src/editor/mapping/mapper';
import { withoutIcons } from '../../src/editor/plainText';
import { State, type StateStorage } from '../../src/editor/state';
import { UserError } from '../../src/editor/errors';
import { openHidden } from './openText';

const columns: ColumnMap = {
  firstName: { field: 0 },
  lastName: { field: 1 },
  salutation: { field: 2 },
  cellPhoneNumber: { field: 3 },
  cellPhoneCountryCode: { constant: '+91' },
  cellPhoneExtension: { constant: '' },
};
const headers = ['First Name', 'Surname', 'Title', 'Mobile'];
const header = `${headers.join()}\n`;

/** State that ends with the test, kept as VS Code keeps it: as JSON. */
class JsonState implements StateStorage {
  readonly values = new Map<string, string>();

  get(key: string): unknown {
    const text = this.values.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, JSON.stringify(value));
    return Promise.resolve();
  }
}

describe('remembered column maps', () => {
  it('are found for exactly their header, the newest one', async () => {
    const state = new State(new JsonState());
    assert.equal(state.columnMapFor(headers), undefined);
    await state.setColumnMap({ headers, columns });
    await state.setColumnMap({ headers: ['a', 'b', 'c', 'd'], columns });
    const changed = { ...columns, cellPhoneCountryCode: { constant: '+44' } };
    await state.setColumnMap({ headers, columns: changed });
    assert.deepEqual(state.columnMapFor(headers)?.columns, changed);
    assert.equal(state.columnMapFor(headers.toReversed()), undefined);
    assert.equal(state.columnMapFor([...headers, '']), undefined);
  });

  it('give way to newer ones when there are many', async () => {
    const state = new State(new JsonState());
    for (let n = 0; n < 40; n++) await state.setColumnMap({ headers: [...headers, `extra ${n}`], columns });
    assert.equal(state.columnMapFor([...headers, 'extra 0']), undefined);
    assert.ok(state.columnMapFor([...headers, 'extra 39']));
  });

  it('are left aside when something else is stored', async () => {
    const storage = new JsonState();
    await storage.update('columnMaps', [{ headers, columns: { firstName: { field: 9 } } }, 'x', null]);
    assert.equal(new State(storage).columnMapFor(headers), undefined);
    await storage.update('columnMaps', { headers });
    assert.equal(new State(storage).columnMapFor(headers), undefined);
  });
});

describe('a mapped copy', () => {
  const state = new State(new JsonState());
  const phones = createPhoneNumbers();
  const mapper = new ColumnMapper(state, { checkRules: () => ({}) }, () => Promise.resolve(phones));

  async function opened(content: string) {
    const document = await openHidden(content);
    return { document, sheet: readSheet(document.getText()) };
  }

  it('is checked, and its rows keep their lines', async () => {
    const text = `${header}Asha,Rao,Mrs,9876543210\n\n"Ben\nJr.",Doe,Mr,9876543211\n,,,\nCleo,Ray,Mrs,9876543212\n`;
    const { document, sheet } = await opened(text);
    const copy = await mapper.apply(document, sheet, columns, true);
    assert.ok(copy);
    const rows: ImportRow[] = [];
    for await (const group of copy.source.groups()) rows.push(...group);
    assert.deepEqual(
      rows.map(({ line, values }) => [line, values.firstName, values.cellPhoneCountryCode]),
      [
        [2, 'Asha', '+91'],
        [4, 'Ben\nJr.', '+91'],
        [7, 'Cleo', '+91'],
      ],
    );
    assert.deepEqual([0, 1, 2].map(copy.recordAt), [1, 3, 5]);
    assert.equal(copy.asLastTime, true);
    assert.deepEqual(copy.lines, [
      'firstName ← First Name',
      'lastName ← Surname',
      'salutation ← Title',
      'cellPhoneNumber ← Mobile',
      'cellPhoneCountryCode ← “+91” in all rows',
      'cellPhoneExtension ← left empty',
    ]);
    assert.equal(document.getText(), text);
  });

  it('is none when a mapped value is wrong', async () => {
    const { document, sheet } = await opened(`${header}Asha,,Mrs,9876543210\n`);
    assert.equal(await mapper.apply(document, sheet, columns, false), undefined);
  });

  it('is not asked for while a quote is not closed', async () => {
    const { document, sheet } = await opened(`${header}Asha,Rao,Mrs,9876543210\n"Ben,Doe,Mr,9876543211\n`);
    assert.equal(await mapper.ask(document, sheet), undefined);
  });

  it('holds back rows of which something is not told, says why, and keeps them as they stand in the file', async () => {
    const text =
      'Full Name;Phone\nAsha Rao;+91 98765 43210\nCher;+91 98765 43211\nBen "B;+91 98765 43212\nEd Fox;98765 43213\nGus Lee\n';
    const { document, sheet } = await opened(text);
    const names = { field: 0, order: 'givenFirst', oneWord: 'holdBack' } as const;
    const map: ColumnMap = {
      firstName: { ...names, part: 'firstName' },
      lastName: { ...names, part: 'lastName' },
      salutation: { constant: 'Mr' },
      cellPhoneNumber: { field: 1, part: 'nationalNumber' },
      cellPhoneCountryCode: { field: 1, part: 'callingCode' },
      cellPhoneExtension: { same: 'cellPhoneCountryCode' },
    };
    const copy = await mapper.apply(document, sheet, map, false);
    assert.ok(copy);
    assert.deepEqual(Array.from(copy.held), [
      [1, 'Full Name: The full name is a single word.'],
      [2, 'A quote is not allowed here. Remove it, or put the whole cell in quotes and double this one.'],
      [3, 'Phone: This number has no country code.'],
      [4, 'This row has 1 cell; the header has 2.'],
    ]);
    const rows: ImportRow[] = [];
    for await (const group of copy.source.groups()) rows.push(...group);
    assert.deepEqual(rows.map(({ record, inFile }) => [record, inFile]).slice(0, 2), [
      ['Asha,Rao,Mr,9876543210,+91,+91', 'Asha Rao;+91 98765 43210'],
      [',,Mr,9876543211,+91,+91', 'Cher;+91 98765 43211'],
    ]);
    assert.deepEqual(copy.source.original, { header: 'Full Name;Phone', newline: '\n', delimiter: ';' });
  });

  it('is made past lines above the header, which are named, and its rows keep their lines', async () => {
    const { document, sheet } = await opened(
      `Contact report\n\n${header}Asha,Rao,Mrs,9876543210\nBen,,Mr,9876543211\n`,
    );
    await state.setColumnMap({ headers, columns });
    assert.deepEqual(mapper.lastTime(document, sheet), columns);
    const copy = await mapper.apply(document, sheet, columns, true);
    assert.ok(copy);
    assert.equal(copy.lines.at(-1), 'The first 2 lines are above the header and are not sent.');
    const rows: ImportRow[] = [];
    for await (const group of copy.source.groups()) rows.push(...group);
    assert.deepEqual(
      rows.map(({ line, values }) => [line, values.firstName]),
      [
        [4, 'Asha'],
        [5, 'Ben'],
      ],
    );
    assert.deepEqual([0, 1].map(copy.recordAt), [3, 4]);
    assert.deepEqual(Array.from(copy.held), [[1, 'Surname: lastName is empty.']]);
  });

  it('is not asked for without rows, and says so', async () => {
    const { document, sheet } = await opened(header);
    await assert.rejects(mapper.ask(document, sheet), /has no rows, so there is nothing to map/);
  });

  it('is not asked for, nor made as last time, when the first line is a contact', async () => {
    const { document, sheet } = await opened('Asha,Rao,Mrs,9876543210\nBen,Doe,Mr,9876543211\n');
    await state.setColumnMap({ headers: sheet.headers, columns });
    assert.equal(mapper.lastTime(document, sheet), undefined);
    await assert.rejects(mapper.ask(document, sheet), UserError);
  });

  it('makes names of columns harmless in messages', async () => {
    const { document, sheet } = await opened('[a](command:x),"b\nc",,Mobile\nAsha,Rao,Mrs,9876543210\n');
    const copy = await mapper.apply(document, sheet, columns, false);
    assert.deepEqual(copy?.lines.slice(0, 3), [
      'firstName ← [a] (command:x)',
      'lastName ← b c',
      'salutation ← column 3',
    ]);
  });

  it('draws no icons out of foreign text', () => {
    assert.equal(withoutIcons('$(trash) $(sync~spin) $5'), '\\$(trash) \\$(sync~spin) $5');
  });
});
