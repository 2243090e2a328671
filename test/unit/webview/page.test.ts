import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { rowOutcomes, stateName, type ResultRow } from '../../../src/protocol/results';
import { createDescribe, outcomeIcons, outcomesByUrgency } from '../../../src/webview/results/columns';
import { rangesOf, rowsIn } from '../../../src/webview/results/keptRows';
import { columnStyle, columnWidths, possibleWidth } from '../../../src/webview/results/layout';
import { chosenColumns, defaultColumns } from '../../../src/webview/results/shownColumns';
import { outcomeHelp } from '../../../src/webview/results/labels';
import { createFormat } from '../../../src/webview/shared/format';
import { restoreState, rowsNeeded } from '../../../src/webview/results/uiState';
import { contact, missing, packed, resultsOf, sampleRows } from '../../support/page/results';

const root = path.resolve(__dirname, '../../..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

describe('pages: format', () => {
  it('writes numbers and dates as the language does', () => {
    assert.equal(createFormat('de').number(1234.5), '1.234,5');
    assert.match(createFormat('en').date('2023-01-18T10:53:35.622Z'), /^Jan 1\d, 2023/);
    assert.match(createFormat('fr').date('2023-01-18T10:53:35.622Z'), /janv\. 2023/);
    assert.equal(createFormat('en').date('yesterday'), 'yesterday');
    assert.equal(createFormat('en').date(''), '');
  });

  it('falls back to English for a language that Intl refuses', () => {
    for (const tag of ['', 'not a tag', '%s']) assert.equal(createFormat(tag).language, 'en');
    for (const tag of ['zh-cn', 'pt-br', 'qps-ploc']) assert.equal(createFormat(tag).language, tag);
  });
});

describe('results page: cells', () => {
  const describeCell = createDescribe(createFormat('en'));

  it('shows what a person reads, and keeps the exact value for the tooltip', () => {
    const row = contact(1233);
    assert.deepEqual(describeCell(row, 'line'), { text: '1235', title: 'Go to line 1235' });
    assert.equal(describeCell(row, 'createdAt').title, row.createdAt);
    assert.deepEqual(describeCell(row, 'outcome'), { text: 'Created', title: outcomeHelp().created });
    assert.deepEqual(describeCell(row, 'phoneNumber'), { text: row.phoneNumber, title: row.phoneNumber });
    assert.deepEqual(describeCell({ ...row, outcome: 'refused', message: 'Not a number.' }, 'outcome'), {
      text: 'Refused',
      title: outcomeHelp().refused,
    });
    assert.deepEqual(describeCell({ ...row, message: 'Not a number.', remark: 'More.' }, 'why'), {
      text: 'Not a number.',
      title: 'Not a number.\nMore.',
    });
    assert.equal(describeCell({ ...row, line: null }, 'line').text, '–');
    assert.deepEqual(describeCell(missing(1), 'id'), { text: '', title: '' });
  });

  it('makes name and number of their parts', () => {
    assert.equal(describeCell(missing(1), 'name').text, 'Jane Doe');
    assert.equal(describeCell(missing(1), 'phone').text, '+91 9876500001');
    assert.equal(describeCell(missing(1, { phoneNumber: '+919876500001' }), 'phone').text, '+919876500001');
    assert.equal(
      describeCell(missing(1, { firstName: '', lastName: 'Doe', countryCode: '' }), 'name').text,
      'Doe',
    );
  });

  it('sizes columns by heading and values, within limits, whatever a few long names do', () => {
    const columns = ['line', 'outcome', 'name', 'why', 'lastName', 'id'] as const;
    const widthsOf = (rows: readonly ResultRow[]) => columnWidths(packed(rows), columns, describeCell);
    const few = widthsOf(sampleRows(1000));
    assert.equal(few.length, 6);
    assert.ok(few.every((width) => width >= 4 && width <= 24));
    const long = sampleRows(1000).map((row) => ({ ...row, lastName: 'x'.repeat(500) }));
    assert.equal(widthsOf(long)[4], 24);
    assert.ok((few[4] ?? 24) < 20);
    assert.equal(widthsOf([])[5], 5);
    // A quarter more than its letters, for those that are bold, and the icon.
    assert.equal(few[1], 9 + 3);
    const rare = [...sampleRows(5000), missing(5000)];
    assert.equal(widthsOf(rare)[1], 15 + 3);
    assert.equal(widthsOf([contact(0), missing(1, { outcome: 'waiting' })])[1], 15 + 3);
    assert.equal(few[3], 24, 'room for the reasons that may come');
    // Whatever few rows have a reason: it is read.
    const reason = 'cellPhoneExtension is required by the stream';
    assert.equal(widthsOf([...sampleRows(999), missing(999, { message: reason })])[3], reason.length);
  });

  it('gives what is left to columns that the user has not sized, but for those that stay in place', () => {
    const style = columnStyle(['line', 'outcome', 'name', 'phone', 'why'], [4, 12, 10, 15, 30], {
      phone: 120,
    });
    assert.equal(
      style['--columns'],
      'var(--line) var(--outcome) var(--name) 120px minmax(calc(30ch + 2 * var(--cell-padding)), 30fr)',
    );
    assert.equal(style['--wanted-line'], 'calc(4ch + 2 * var(--cell-padding))');
    assert.equal(
      style['--least-width'],
      'calc(var(--line) + var(--outcome) + var(--name) + 120px + calc(30ch + 2 * var(--cell-padding)))',
    );
    assert.deepEqual([1, 99.6, 5_000].map(possibleWidth), [36, 100, 1_200]);
  });

  it('shows the columns that are worth their room: none that is empty, the same in every row, or part of another', () => {
    const shown = (rows: readonly ResultRow[]) => defaultColumns(packed(rows), describeCell);
    const returned = ['line', 'outcome', 'name', 'phone', 'salutation', 'id'];
    assert.deepEqual(shown(sampleRows(40)), returned);
    const mixed = [contact(0), missing(1, { message: 'no' }), contact(2, { extension: '+1' })];
    assert.deepEqual(shown(mixed), [
      ...['line', 'outcome', 'name', 'phone', 'why', 'salutation', 'extension', 'status', 'id', 'createdAt'],
    ]);
    assert.deepEqual(shown([missing(0)]), ['line', 'outcome', 'name', 'phone', 'salutation', 'extension']);
    assert.deepEqual(shown([]), ['line', 'outcome', 'name', 'phone']);
    // Reasons that may yet come have their room before they are there.
    assert.deepEqual(defaultColumns(packed(sampleRows(40)), describeCell, true)[4], 'why');
    assert.deepEqual(chosenColumns(['id']), ['line', 'outcome', 'name', 'id']);
  });

  it('has an icon and a place among the filters for every outcome', () => {
    assert.deepEqual([...outcomesByUrgency].sort(), [...rowOutcomes].sort());
    assert.deepEqual(Object.keys(outcomeIcons).sort(), [...rowOutcomes].sort());
  });
});

describe('results page: icons', () => {
  const rules = [
    ...read('src/webview/shared/icons.css').matchAll(/\.codicon-([\w-]+)::before \{\s*content: '\\(\w+)'/g),
  ];
  const defined = new Map(rules.map(([, name = '', code = '']) => [name, code]));

  it('have the code points of @vscode/codicons', () => {
    const original = read('node_modules/@vscode/codicons/dist/codicon.css');
    assert.ok(defined.size > 0);
    for (const [name, code] of defined) {
      assert.ok(original.includes(`.codicon-${name}:before { content: "\\${code}" }`), name);
    }
  });

  it('are exactly those that the pages use', () => {
    const folder = 'src/webview';
    const files = fs.readdirSync(path.join(root, folder), { encoding: 'utf8', recursive: true });
    const scripts = files.filter((name) => name.endsWith('.ts'));
    const text = scripts.map((name) => read(`${folder}/${name}`)).join('\n');
    const calls = text.matchAll(/(?:icon|iconButton)\('([\w-]+)'|codicon-([a-z-]+)/g);
    const used = [...calls].map(([, called, written]) => called ?? written ?? '');
    assert.deepEqual(
      [...new Set([...used, ...Object.values(outcomeIcons)])].sort(),
      [...defined.keys()].sort(),
    );
  });
});

describe('results page: state kept for a reload', () => {
  const results = resultsOf([contact(0)]);
  const fresh = restoreState(undefined, results);

  it('is taken back for the same import only', () => {
    const kept = {
      ...fresh,
      filter: 'x',
      selected: 0,
      scrollTop: 20,
      sort: { column: 'id', descending: true },
    };
    assert.deepEqual(restoreState(JSON.parse(JSON.stringify(kept)), results), kept);
    // In a later state of it, the story may have other groups; and a list of some rows only may have others.
    const later = { ...results, at: '2024-01-01T00:00:00.000Z' };
    assert.deepEqual(restoreState({ ...kept, group: 1 }, later), {
      ...{ ...kept, of: stateName(later), group: undefined },
    });
    assert.deepEqual(restoreState(kept, { ...later, rowsNotListed: 1 }).filter, '');
    const columns = { columns: ['id'], widths: { id: 90 } };
    assert.deepEqual(restoreState({ ...kept, ...columns }, { ...results, importId: 'run-other' }), {
      ...restoreState(undefined, { ...results, importId: 'run-other' }),
      ...columns,
    });
    assert.deepEqual(restoreState(kept, { ...results, importId: 'run-other' }).filter, '');
  });

  it('waits for all rows where it needs others than the first', () => {
    const many = resultsOf(sampleRows(3000));
    const needs = (change: object) => rowsNeeded({ ...restoreState(undefined, many), ...change }, many);
    assert.equal(needs({ filter: 'x', outcome: 'refused' }), 1);
    for (const left of [
      { scrollTop: 1 },
      { selected: 0 },
      { chosen: [[1, 2]] },
      { sort: { column: 'id', descending: true } },
    ])
      assert.equal(needs(left), 3000, JSON.stringify(left));
    assert.equal(rowsNeeded(restoreState(undefined, resultsOf([])), resultsOf([])), 0);
  });

  it('keeps selected rows as ranges, unless these are too many', () => {
    const ranges = rangesOf(new Set([7, 2, 3, 0, 4]));
    assert.deepEqual(ranges, [
      [0, 0],
      [2, 4],
      [7, 7],
    ]);
    assert.deepEqual(
      [
        ...rowsIn(
          [
            [0, 0],
            [2, 4],
            [7, 7],
          ],
          4,
        ),
      ],
      [0, 2, 3],
      'no row that is not there',
    );
    assert.deepEqual(rangesOf(Array(100_000).keys()), [[0, 99_999]]);
    assert.equal(rangesOf(Array.from({ length: 2_000 }, (_, index) => 2 * index)), undefined);
    assert.equal(rangesOf([]), undefined);
    const kept = { ...fresh, chosen: ranges };
    assert.deepEqual(restoreState(JSON.parse(JSON.stringify(kept)), results), kept);
    assert.deepEqual(restoreState({ ...kept, chosen: [[0, -1]] }, results), fresh);
  });

  it('is ignored when it is damaged', () => {
    for (const kept of [null, 'x', {}, { ...fresh, scrollTop: 'far' }, { ...fresh, sort: { column: 'x' } }]) {
      assert.deepEqual(restoreState(kept, results), fresh);
    }
  });

  it('holds nothing of the contacts', () => {
    const text = JSON.stringify(fresh);
    for (const value of ['Müller', '+49', results.fileName]) assert.ok(!text.includes(value));
  });
});
