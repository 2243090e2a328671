import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { contactColumns } from '../../../src/core/contact/columns';
import type { Assistants } from '../assist/assistants';
import { timed, timedUntil } from '../clock';
import { collectYoung } from '../collect';
import { contactFile } from '../contacts';
import type { Figure, Measurement } from '../measurement';
import { seeded } from '../random';
import { summarise } from '../summary';

/** Places in which something is asked for, and those before them that do not count, for the compiler. */
const places = 400;
const warmUp = 100;
const target = { atMost: 2 };

/** What VS Code asks for while one works in a list, by the classes it asks. Numbering plans are loaded, the list is checked. */
const measurement: Measurement = {
  about: 'what is offered and explained while editing',
  rows: [100_000],
  async measure(rows) {
    const make = await loadAssistants();
    const text = contactFile(rows);
    const random = seeded(1);
    const assistants = make(text);
    const anyRow = () => 1 + random.below(rows - 1);
    const completion = (column: (typeof contactColumns)[number], row: () => number) => () =>
      assistants.complete(row(), contactColumns.indexOf(column));
    const asked = {
      'hover anywhere': () => assistants.hover(random.below(text.length)),
      'completion: columns': completion('salutation', () => 0),
      'completion: salutations': completion('salutation', anyRow),
      'completion: country codes': completion('cellPhoneCountryCode', anyRow),
    };
    const figures: Figure[] = [];
    for (const [what, ask] of Object.entries(asked)) {
      if ((await ask()) === undefined) throw new Error(`${what}: nothing came.`);
      figures.push({ what, unit: 'ms', value: summarise(await samplesOf(() => timedUntil(ask))), target });
    }
    return [
      ...figures,
      await lenses('lenses, after a check', assistants),
      await lenses('lenses, with 900 findings that nothing mends safely', make(hopeless(rows))),
    ];
  },
};
export default measurement;

async function lenses(what: string, assistants: Assistants): Promise<Figure> {
  if (assistants.lenses().length === 0) throw new Error(`${what}: nothing came.`);
  const samples = await samplesOf(() => {
    assistants.check();
    return timed(() => assistants.lenses());
  });
  return { what, unit: 'ms', value: summarise(samples), target };
}

async function samplesOf(sample: () => number | Promise<number>): Promise<number[]> {
  const samples: number[] = [];
  for (let place = -warmUp; place < places; place++) {
    collectYoung();
    const took = await sample();
    if (place >= 0) samples.push(took);
  }
  return samples;
}

/** The most that a lens can have to look through: fewer findings than are kept, quotes that only a user can sort out. */
function hopeless(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const first = row < 900 ? 'x"Asha' : 'Asha';
    return `${first},Rao,Mr,${9_800_000_000 + row},+91,+91`;
  });
  return [contactColumns.join(), ...lines].join('\r\n');
}

/** The assistants, bundled with a stand-in for `vscode`, which only VS Code itself has. */
async function loadAssistants(): Promise<(text: string) => Assistants> {
  const source = path.join(import.meta.dirname, '..', 'assist');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-bench-'));
  try {
    const outfile = path.join(folder, 'assistants.mjs');
    await esbuild.build({
      entryPoints: [path.join(source, 'assistants.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      alias: { vscode: path.join(source, 'vscode.ts') },
      outfile,
      // Of what the assistants import, not all is called, and the stand-in has only what is.
      logLevel: 'error',
    });
    const bundle = (await import(pathToFileURL(outfile).href)) as {
      readonly Assistants: new (text: string) => Assistants;
    };
    return (text) => new bundle.Assistants(text);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
