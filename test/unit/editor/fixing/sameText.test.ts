import assert from 'node:assert/strict';
import { applyTo, editsOf, isSameText } from '../../../../src/editor/fixing/sameText';

const edits = [{ range: { start: 0, end: 1 }, text: 'x' }];

/** A document that is open, at version 3. */
const open = () => ({ version: 3, isClosed: false });

describe('a fix', () => {
  it('is for one version of an open document', () => {
    assert.equal(isSameText(open(), 3), true);
    assert.equal(isSameText(open(), 2), false);
    assert.equal(isSameText(open(), 4), false);
    assert.equal(isSameText({ ...open(), isClosed: true }, 3), false);
  });

  it('is worked out for the text that it was offered for', async () => {
    assert.equal(await editsOf(open(), 3, () => edits), edits);
    assert.equal(await editsOf(open(), 3, () => undefined), undefined);
  });

  it('is not even worked out for an older text', async () => {
    assert.equal(await editsOf(open(), 2, () => assert.fail('worked out')), undefined);
  });

  it('is dropped when the text changes, or the document closes, while it is worked out', async () => {
    for (const change of [{ version: 4 }, { isClosed: true }]) {
      const document = open();
      const work = async () => {
        await Promise.resolve();
        Object.assign(document, change);
        return edits;
      };
      assert.equal(await editsOf(document, 3, work), undefined);
    }
  });

  it('is applied to the text that it was made for', async () => {
    assert.equal(await applyTo(open(), 3, () => Promise.resolve(true)), true);
    assert.equal(await applyTo(open(), 3, () => Promise.resolve(false)), false);
  });

  it('is not applied to another text', async () => {
    assert.equal(await applyTo(open(), 2, () => assert.fail('applied')), false);
    assert.equal(await applyTo({ ...open(), isClosed: true }, 3, () => assert.fail('applied')), false);
  });
});
