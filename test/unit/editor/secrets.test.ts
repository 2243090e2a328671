import assert from 'node:assert/strict';
import { KeyNotKept, Secrets } from '../../../src/editor/secrets';

/** A secret storage; `keeps`: whether what is stored comes back. */
class MemorySecrets {
  readonly texts = new Map<string, string>();
  keeps = true;

  get(key: string): Promise<string | undefined> {
    return Promise.resolve(this.texts.get(key));
  }

  store(key: string, text: string): Promise<void> {
    if (this.keeps) this.texts.set(key, text);
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.texts.delete(key);
    return Promise.resolve();
  }
}

describe('the key of ledgers', () => {
  it('is made once, and is what the storage gives back', async () => {
    const secrets = new Secrets(new MemorySecrets());
    assert.equal(await secrets.ledgerKey(() => 'first'), 'first');
    assert.equal(await secrets.ledgerKey(() => 'second'), 'first');
    await secrets.deleteLedgerKey();
    assert.equal(await secrets.ledgerKey(() => 'third'), 'third');
  });

  it('is none that the storage does not keep: no row would be recognised again', async () => {
    const storage = new MemorySecrets();
    storage.keeps = false;
    await assert.rejects(
      new Secrets(storage).ledgerKey(() => 'lost'),
      KeyNotKept,
    );
  });
});
