import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { contactFile } from '../contacts';
import type { Figure, Measurement } from '../measurement';
import { start, type Measured } from '../sending/process';
import { summarise } from '../summary';

/** The generated rows are repeated: what is sent is not looked at by what stands behind. */
const repeated = 100_000;

/** Sending a large file from disk: against csv-parse reading it, and against the whole way to the sandbox and back. */
const measurement: Measurement = {
  about: 'a file sent from disk with its ledger, without a pace',
  // 300 MB.
  rows: [8_000_000],
  async measure(rows) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-bench-'));
    try {
      const file = path.join(folder, 'contacts.csv');
      await writeRows(file, rows);
      const rounds = rows > 1_000_000 ? 3 : 5;
      const [parsed, sent] = [[] as Measured[], [] as Measured[]];
      for (let round = 0; round < rounds; round++) {
        parsed.push(await measured('parser', file));
        sent.push(await throughServer('receiver', file, rows));
      }
      const toSandbox = [await throughServer('sandbox', file, rows)];
      const alone = summarise(parsed.map(({ ms }) => ms));
      const time = (what: string, runs: readonly Measured[]): Figure => {
        const value = summarise(runs.map(({ ms }) => ms));
        return { what, unit: 'ms', value, ratio: value.median / alone.median };
      };
      const speed = sent.map(({ ms }, round) => (parsed[round]?.ms ?? NaN) / ms);
      const growth = (what: string, runs: readonly Measured[]): Figure => ({
        what,
        unit: 'MB',
        value: summarise(runs.map(({ grewBy }) => grewBy / 1e6)),
        target: { atMost: 100 },
      });
      return [
        time('csv-parse alone', parsed),
        time('sent to a server that answers []', sent),
        time('sent to the sandbox, every contact answered and compared', toSandbox),
        {
          what: 'speed of csv-parse that sending has',
          unit: 'x',
          value: summarise(speed),
          target: { atLeast: 0.7 },
        },
        growth('memory grew, server that answers []', sent),
        growth('memory grew, sandbox', toSandbox),
      ];
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
};

export default measurement;

async function throughServer(server: 'receiver' | 'sandbox', file: string, rows: number): Promise<Measured> {
  const running = start(server);
  try {
    return await measured('sender', file, String(rows), await running.line());
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

async function writeRows(file: string, rows: number): Promise<void> {
  const text = contactFile(Math.min(rows, repeated), { faulty: 0 });
  const start = text.indexOf('\n') + 1;
  const stream = fs.createWriteStream(file);
  stream.write(text.slice(0, start));
  for (let left = rows; left > 0; left -= repeated) {
    if (!stream.write(text.slice(start))) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}
