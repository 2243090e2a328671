import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Figure, Measurement } from '../measurement';
import { writeList, type Shape } from '../sending/files';
import { start, type Measured } from '../sending/process';
import { summarise } from '../summary';

const rounds = 3;

/** Sending a large file from disk: against csv-parse reading it, and against the whole way to the sandbox and back. */
const measurement: Measurement = {
  about: 'a file sent from disk with its ledger, without a pace',
  // With nineteen columns 300 MB.
  rows: [1_000_000],
  async measure(rows) {
    return [...(await measureShape(rows, 'nineteen columns')), ...(await measureShape(rows, 'six columns'))];
  },
};

export default measurement;

async function measureShape(rows: number, shape: Shape): Promise<readonly Figure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-bench-'));
  try {
    const file = path.join(folder, 'contacts.csv');
    await writeList(file, rows, shape);
    const checkedFile = path.join(folder, 'checked');
    const checked = [await measured('checker', file, checkedFile)];
    const [parsed, sent] = [[] as Measured[], [] as Measured[]];
    for (let round = 0; round < rounds; round++) {
      parsed.push(await measured('parser', file));
      sent.push(await throughServer('receiver', checkedFile));
    }
    const toSandbox = [await throughServer('sandbox', checkedFile)];
    const alone = summarise(parsed.map(({ ms }) => ms));
    const time = (what: string, runs: readonly Measured[]): Figure => {
      const value = summarise(runs.map(({ ms }) => ms));
      return { what: `${shape}: ${what}`, unit: 'ms', value, ratio: value.median / alone.median };
    };
    const growth = (what: string, runs: readonly Measured[]): Figure => ({
      what: `${shape}: ${what}`,
      unit: 'MB',
      value: summarise(runs.map(({ grewBy }) => grewBy / 1e6)),
      target: { atMost: 100 },
    });
    const speed = sent.map(({ ms }, round) => (parsed[round]?.ms ?? NaN) / ms);
    return [
      time('csv-parse alone', parsed),
      time('checked', checked),
      time('sent to a server that answers []', sent),
      time('sent to the sandbox, every contact answered and compared', toSandbox),
      {
        what: `${shape}: speed of csv-parse that sending has`,
        unit: 'x',
        value: summarise(speed),
        target: { atLeast: 0.7 },
      },
      growth('memory grew, checked', checked),
      growth('memory grew, server that answers []', sent),
      growth('memory grew, sandbox', toSandbox),
    ];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function throughServer(server: 'receiver' | 'sandbox', checkedFile: string): Promise<Measured> {
  const running = start(server);
  try {
    return await measured('sender', checkedFile, await running.line());
  } finally {
    await running.stop();
  }
}

async function measured(program: string, ...args: readonly string[]): Promise<Measured> {
  const running = start(program, ...args);
  try {
    return JSON.parse(await running.line()) as Measured;
  } finally {
    await running.stop();
  }
}
