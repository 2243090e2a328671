// Runs an import, and kills itself in the middle of it. Built and started by the kill test.
import fs from 'node:fs';
import path from 'node:path';
import { FileLedgerStore, type ContactCalls } from '../../../src/core/delivery';
import type { LedgerFile } from '../../../src/core/delivery/ledger/store';
import { clientOf, importOrResume, type StreamAccess } from './killableImport';

/** When the process is killed: around a write to the ledger, or when an answer has arrived; both counted from 1. */
export type Kill =
  | { readonly at: 'beforeWrite' | 'tornWrite' | 'afterWrite'; readonly number: number }
  | { readonly at: 'answer'; readonly number: number }
  | { readonly at: 'never' };

/** What the process is told, as JSON. */
export interface KilledProcess extends StreamAccess {
  /** Of the ledgers. */
  readonly folder: string;
  readonly kill: Kill;
}

/** Ends this process at once, as if the machine had stopped. */
async function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return await new Promise<never>(() => undefined);
}

/** The ledgers of a process that is killed at one of its writes. */
class KillingStore extends FileLedgerStore {
  private writes = 0;

  constructor(
    private readonly place: string,
    private readonly kill: Kill,
  ) {
    super(place);
  }

  override async open(id: string): Promise<LedgerFile> {
    const file = await super.open(id);
    const killing = (put: LedgerFile['append']) => async (line: string) => {
      const at = 'number' in this.kill && ++this.writes === this.kill.number ? this.kill.at : undefined;
      if (at === 'beforeWrite') await die();
      if (at === 'tornWrite') {
        fs.appendFileSync(path.join(this.place, `${id}.jsonl`), line.slice(0, line.length / 2));
        await die();
      }
      await put(line);
      if (at === 'afterWrite') await die();
    };
    return {
      ...file,
      write: killing((line) => file.write(line)),
      append: killing((line) => file.append(line)),
    };
  }
}

/** Calls that are answered, and then the process is killed before it has heard of it. */
function killing(calls: ContactCalls, kill: Kill): ContactCalls {
  let answers = 0;
  return {
    importContacts: async (file, signal) => {
      const answer = await calls.importContacts(file, signal);
      if (kill.at === 'answer' && ++answers === kill.number) await die();
      return answer;
    },
    listContacts: (page, signal) => calls.listContacts(page, signal),
  };
}

async function main({ stream, secret, folder, kill }: KilledProcess): Promise<void> {
  const calls = clientOf({ stream, secret });
  await importOrResume(killing(calls, kill), new KillingStore(folder, kill));
}

main(JSON.parse(process.argv[2] ?? '') as KilledProcess).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
