import assert from 'node:assert/strict';
import { Selection } from '../../../src/webview/results/selection';

describe('results page: selection', () => {
  /** As a reader sorted them. */
  const view = [4, 2, 0, 1, 3];
  let selection: Selection;
  beforeEach(() => (selection = new Selection()));
  const selected = () => selection.in(view);

  it('is a row by itself, others besides, and none', () => {
    selection.only(2);
    selection.toggle(3);
    selection.toggle(4);
    assert.deepEqual(selected(), [4, 2, 3]);
    selection.toggle(2);
    assert.deepEqual([selection.count, selection.has(2), selection.has(3)], [2, false, true]);
    selection.only(undefined);
    assert.equal(selection.count, 0);
  });

  it('extends from the row that was last selected by itself, in the order that is shown, either way', () => {
    selection.only(0);
    selection.extend(view, 0, 3);
    assert.deepEqual(selected(), [0, 1, 3]);
    selection.extend(view, 3, 4);
    assert.deepEqual(selected(), [4, 2, 0]);
    selection.toggle(3);
    selection.extend(view, 3, 1, true);
    assert.deepEqual(selected(), [4, 2, 0, 1, 3]);
  });

  it('extends from where the keyboard is when nothing was selected, or that is not shown', () => {
    selection.extend(view, 2, 0);
    assert.deepEqual(selected(), [2, 0]);
    selection.only(9);
    selection.extend(view, 1, 3);
    assert.deepEqual(selected(), [1, 3]);
  });

  it('is all rows that are shown, and keeps none that a filter hides', () => {
    selection.all(view);
    assert.equal(selection.count, 5);
    selection.keepShown([2, 3]);
    assert.deepEqual(selected(), [2, 3]);
    selection.all([1]);
    assert.deepEqual(selected(), [1]);
  });
});
