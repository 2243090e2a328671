import assert from 'node:assert/strict';
import { Once } from '../../../src/editor/once';

describe('Once', () => {
  it('makes a thing once for all who ask, those who ask meanwhile too', async () => {
    let made = 0;
    const once = new Once(() => Promise.resolve((made += 1)));
    assert.deepEqual(await Promise.all([once.get(), once.get()]), [1, 1]);
    assert.equal(await once.get(), 1);
  });

  it('keeps no failure: it is told to those who wait, and the next one tries again', async () => {
    let tries = 0;
    const once = new Once(async () => {
      await Promise.resolve();
      tries += 1;
      if (tries === 1) throw new Error('locked');
      return tries;
    });
    const [first, second] = [once.get(), once.get()];
    await assert.rejects(first, { message: 'locked' });
    await assert.rejects(second, { message: 'locked' });
    assert.equal(await once.get(), 2);
  });
});
