import assert from 'node:assert/strict';
import fs from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { FileLedgerStore, ImportLedger, StorageError } from '../../../../../src/core/delivery';
import { diskLedgerFile } from '../../../../../src/core/delivery/ledger/diskLedgerFile';
import type { LedgerStore } from '../../../../../src/core/delivery/ledger/store';
import { useFolder } from '../../../../support/delivery/folder';
import { create, importing } from '../../../../support/delivery/importing';
import { about } from '../../../../support/delivery/ledgers';
import { ScriptedCalls } from '../../../../support/delivery/scriptedCalls';

/** A handle that writes into a disk which becomes full, or read-only, after so many lines. */
function failing(handle: FileHandle, lines: number, code: string): FileHandle {
  let left = lines;
  return new Proxy(handle, {
    get(target, name) {
      if (name === 'appendFile') {
        return async (text: string) => {
          if (left-- <= 0) throw Object.assign(new Error(`${code}: at /home/someone/list.csv`), { code });
          await target.appendFile(text);
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** An error that names its code and no path: it is logged. */
const isStorage = (code: string) => (error: unknown) =>
  error instanceof StorageError && error.code === code && !String(error.stack).includes('list.csv');

describe('a storage that cannot be written', () => {
  const folder = useFolder();
  const imports = () => path.join(folder(), 'imports');

  /** Ledgers on a disk that fails after so many lines. */
  function storeThatFails(lines: number, code: string): LedgerStore {
    const store = new FileLedgerStore(imports());
    store.open = async (id) => {
      fs.mkdirSync(imports(), { recursive: true });
      const file = path.join(imports(), `${id}.jsonl`);
      return diskLedgerFile(failing(await open(file, 'a'), lines, code), file);
    };
    return store;
  }

  /** Sends four rows in two requests. */
  async function send(ledger: ImportLedger, calls: ScriptedCalls): Promise<void> {
    await importing(4, calls, { journal: ledger }).send();
  }

  for (const code of ['ENOSPC', 'EROFS']) {
    it(`lets no import begin: ${code}`, async () => {
      const begun = ImportLedger.begin(storeThatFails(0, code), about(4));
      await assert.rejects(begun, isStorage(code));
    });

    it(`stops an import before the next rows leave: ${code}`, async () => {
      // It begins, the first rows leave, and their outcome is written down.
      const ledger = await ImportLedger.begin(storeThatFails(3, code), about(4));
      const calls = new ScriptedCalls(create);
      try {
        await assert.rejects(send(ledger, calls), isStorage(code));
        assert.equal(calls.files.length, 1);
      } finally {
        await ledger.end().catch(() => undefined);
      }
    });
  }

  it('lets no import begin where no folder can be made', async () => {
    fs.writeFileSync(imports(), 'a file');
    for (const store of [new FileLedgerStore(imports()), new FileLedgerStore(path.join(imports(), 'below'))])
      await assert.rejects(ImportLedger.begin(store, about(4)), StorageError);
  });

  for (const [what, remove] of [
    ['the file', () => fs.rmSync(path.join(imports(), 'import-1.jsonl'))],
    ['the folder', () => fs.rmSync(imports(), { recursive: true })],
    [
      'the folder, which is there again',
      () => {
        fs.rmSync(imports(), { recursive: true });
        fs.mkdirSync(imports());
        fs.writeFileSync(path.join(imports(), 'import-1.jsonl'), 'another');
      },
    ],
  ] as const) {
    it(`stops an import when it was removed in the middle: ${what}`, async () => {
      const ledger = await ImportLedger.begin(new FileLedgerStore(imports()), about(4));
      const calls = new ScriptedCalls((request) => {
        remove();
        return create(request);
      });
      try {
        await assert.rejects(send(ledger, calls), isStorage('ENOENT'));
        assert.equal(calls.files.length, 1);
      } finally {
        await ledger.end().catch(() => undefined);
      }
    });
  }

  it('is no mistake of the program, which stays what it is', async () => {
    const store = storeThatFails(0, 'ENOSPC');
    store.open = () => Promise.reject(new TypeError('a mistake'));
    await assert.rejects(ImportLedger.begin(store, about(4)), TypeError);
  });
});
