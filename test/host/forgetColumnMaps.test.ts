import assert from 'node:assert/strict';
import { forgetColumnMaps } from '../../src/editor/commands/forgetColumnMaps';
import { State, type StateStorage } from '../../src/editor/state';

/** State that ends with the test. */
class MapState implements StateStorage {
  private readonly values = new Map<string, unknown>();

  get(key: string): unknown {
    return this.values.get(key);
  }

  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, value);
    return Promise.resolve();
  }
}

describe('Forget Column Maps', () => {
  it('forgets the maps of all headers', async () => {
    const state = new State(new MapState());
    const field = { field: 0 };
    const columns = {
      ...{ firstName: field, lastName: field, salutation: field },
      ...{ cellPhoneNumber: field, cellPhoneCountryCode: field, cellPhoneExtension: field },
    };
    await state.setColumnMap({ headers: ['A'], columns });
    await state.setColumnMap({ headers: ['B'], columns });
    assert.equal(state.columnMapCount, 2);
    await forgetColumnMaps(state)();
    assert.equal(state.columnMapCount, 0);
    assert.equal(state.columnMapFor(['A']), undefined);
  });
});
