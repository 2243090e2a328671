import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Figure, Measurement } from '../measurement';
import { writeLedger } from '../sending/ledgers';
import { start, type Measured } from '../sending/process';
import { summarise } from '../summary';

const rounds = 3;
const rowsEach = 10_000;
/** So many imports are listed, of as many rows each. */
const listed = 1_000;

/** What a question costs that earlier imports have a say in, each time in a process of its own. */
const measurement: Measurement = {
  about: 'earlier imports of 10,000 rows, and one of a million; the file in front is one of them',
  rows: [5_000_000],
  async measure(rows) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-bench-'));
    try {
      const [many = '', large = '', list = ''] = ['many', 'large', 'list'].map((name) =>
        path.join(folder, name),
      );
      for (const each of [many, large, list]) fs.mkdirSync(each);
      for (let index = 0; index < listed; index++) writeLedger(list, `import-${index}`, listed);
      for (let index = 0; index < rows / rowsEach; index++) writeLedger(many, `import-${index}`, rowsEach);
      writeLedger(large, 'import-0', 1_000_000);
      const figures = [
        ...figuresOf('made from the ledgers', [await asked('rows', many)]),
        ...figuresOf('before a question', await repeated('rows', many), { ms: 300, bytes: 50e6 }),
        ...figuresOf('before an answer is judged', await repeated('ids', many)),
        ...figuresOf('a million rows opened', await repeated('import', large), { ms: 1_000 }),
        ...figuresOf('a million rows made from the ledger', [await asked('rows', large)]),
        ...figuresOf('a thousand imports listed for the first time', [await asked('list', list)]),
        ...figuresOf('a thousand imports listed', await repeated('list', list), { ms: 50 }),
      ];
      return figures;
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
};

export default measurement;

function figuresOf(
  what: string,
  runs: readonly Measured[],
  most: { readonly ms?: number; readonly bytes?: number } = {},
): readonly Figure[] {
  return [
    {
      what,
      unit: 'ms',
      value: summarise(runs.map(({ ms }) => ms)),
      ...(most.ms !== undefined && { target: { atMost: most.ms } }),
    },
    {
      what: `${what}: memory grew`,
      unit: 'MB',
      value: summarise(runs.map(({ grewBy }) => grewBy / 1e6)),
      ...(most.bytes !== undefined && { target: { atMost: most.bytes / 1e6 } }),
    },
    {
      what: `${what}: longest stretch`,
      unit: 'ms',
      value: summarise(runs.map(({ longest }) => longest)),
      target: { atMost: 16 },
    },
  ];
}

async function repeated(question: string, folder: string): Promise<readonly Measured[]> {
  const runs: Measured[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await asked(question, folder));
  return runs;
}

async function asked(question: string, folder: string): Promise<Measured> {
  const running = start('history', question, folder, 'import-0');
  try {
    return JSON.parse(await running.line()) as Measured;
  } finally {
    await running.stop();
  }
}
