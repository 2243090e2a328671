// Asks what the ledgers of a folder tell: of the rows of one import, of all ids, of that import alone, or in a list of all.
import { FileLedgerStore, ImportHistory } from '../../../src/core/delivery';
import { hashesOfImport, historyStream } from './ledgers';
import { measureOnce } from './process';

const [, , question = '', folder = '', id = ''] = process.argv;
const history = new ImportHistory(new FileLedgerStore(folder));
const hashes = hashesOfImport(folder, id);

const questions: Readonly<Record<string, () => Promise<number>>> = {
  rows: async () => (await history.earlierOn(historyStream, 'key', () => Promise.resolve(hashes))).size,
  ids: async () => Number((await history.idsOn(historyStream)).has(`${id}-0`)) * hashes.size,
  // As many imports as that one has rows.
  list: async () => (await history.summaries()).length,
  import: async () => (await history.read(id))?.record.count('created') ?? 0,
};

void measureOnce(async () => {
  const told = await questions[question]?.();
  if (told !== hashes.size) throw new Error(`${told} of ${hashes.size} rows are known.`);
});
