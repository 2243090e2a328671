// npm run bench [-- --only NAME,NAME] [--rows N,N] [--json FILE]: measures, side by side, and prints what must be reached.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { isMet, type Figure, type Measurement } from './measurement';
import { tableOf } from './print';

/** A measurement for one number of rows. */
interface Result {
  readonly name: string;
  readonly about: string;
  readonly rows: number;
  readonly figures: readonly Figure[];
}

const folder = path.join(import.meta.dirname, 'measurements');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      rows: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const names = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.basename(file, '.ts'));
  if (values.help === true) {
    console.log(
      `npm run bench [-- --only NAME,NAME] [--rows N,N] [--json FILE]\n  names: ${names.join(', ')}`,
    );
    return;
  }
  const machine = `Node ${process.versions.node}, ${os.cpus()[0]?.model.trim() ?? 'unknown processor'}, ${os.availableParallelism()} cores`;
  console.log(machine);
  const results: Result[] = [];
  for (const name of selected(names, values.only)) {
    for await (const result of run(name, rowsOf(values.rows))) {
      console.log(`\n${name}: ${result.about}${rowWords(result.rows)}\n${tableOf(result.figures)}`);
      results.push(result);
    }
  }
  const missed = results.flatMap(({ figures }) => figures).filter((figure) => isMet(figure) === false).length;
  if (missed > 0) console.log(`\n${missed} of the targets missed.`);
  if (values.json !== undefined) {
    fs.writeFileSync(values.json, `${JSON.stringify({ machine, results }, undefined, 2)}\n`);
  }
}

function selected(names: readonly string[], only: string | undefined): readonly string[] {
  if (only === undefined) return names;
  const wanted = only.split(',');
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`Nothing is named ${unknown.join()}. There are ${names.join(', ')}.`);
  return wanted;
}

function rowsOf(list: string | undefined): readonly number[] | undefined {
  const rows = list?.split(',').map((word) => Number(word.replaceAll('_', '')));
  if (rows?.some((count) => !Number.isInteger(count) || count < 1) === true) {
    throw new Error('--rows takes whole numbers, divided by commas.');
  }
  return rows;
}

async function* run(name: string, rows: readonly number[] | undefined): AsyncGenerator<Result> {
  const file = pathToFileURL(path.join(folder, `${name}.ts`)).href;
  const { default: measurement } = (await import(file)) as { default: Measurement };
  const { about } = measurement;
  const counts = measurement.rows.length === 0 ? [0] : (rows ?? measurement.rows);
  for (const count of counts) {
    yield { name, about, rows: count, figures: await measurement.measure(count) };
  }
}

function rowWords(rows: number): string {
  return rows === 0 ? '' : `, ${rows.toLocaleString('en')} rows`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
