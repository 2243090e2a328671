import assert from 'node:assert/strict';
import { headings, move } from '../../../src/webview/shared/keyboard';

const extent = { rows: 100, columns: 12, page: 20 };

describe('results page: keyboard', () => {
  const cases: readonly [key: string, jump: boolean, from: [number, number], to: [number, number]][] = [
    ['ArrowRight', false, [5, 3], [5, 4]],
    ['ArrowRight', false, [5, 11], [5, 11]],
    ['ArrowLeft', false, [5, 0], [5, 0]],
    ['ArrowDown', false, [99, 3], [99, 3]],
    ['ArrowDown', false, [headings, 3], [0, 3]],
    ['ArrowUp', false, [0, 3], [headings, 3]],
    ['ArrowUp', false, [headings, 3], [headings, 3]],
    ['Home', false, [5, 3], [5, 0]],
    ['End', false, [5, 3], [5, 11]],
    ['Home', true, [5, 3], [0, 0]],
    ['End', true, [5, 3], [99, 11]],
    ['PageDown', false, [5, 3], [25, 3]],
    ['PageDown', false, [95, 3], [99, 3]],
    ['PageUp', false, [25, 3], [5, 3]],
    ['PageUp', false, [5, 3], [0, 3]],
    ['PageUp', false, [headings, 3], [headings, 3]],
  ];
  for (const [key, jump, [row, column], [toRow, toColumn]] of cases) {
    it(`${jump ? 'Ctrl+' : ''}${key} leads from ${row},${column} to ${toRow},${toColumn}`, () => {
      assert.deepEqual(move(key, jump, { row, column }, extent), { row: toRow, column: toColumn });
    });
  }

  it('leaves other keys alone', () => {
    for (const key of ['a', 'Tab', 'Escape', 'Enter']) {
      assert.equal(move(key, false, { row: 0, column: 0 }, extent), undefined);
    }
  });

  it('stays on the headings when there are no rows', () => {
    const none = { ...extent, rows: 0 };
    for (const key of ['ArrowDown', 'PageDown', 'End']) {
      assert.equal(move(key, true, { row: headings, column: 0 }, none)?.row, headings);
    }
  });
});
