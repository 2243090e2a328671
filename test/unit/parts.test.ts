import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import esbuild, { type BuildOptions } from 'esbuild';

const root = path.join(import.meta.dirname, '..', '..');
const { parts } = createRequire(import.meta.url)('../../esbuild.js') as { parts: BuildOptions };

/** One built file: its text, and which files of the repository are in it. */
interface Part {
  readonly text: string;
  readonly inputs: readonly string[];
}

/** The parts as they are published, by name, in memory: these tests need no dist/ and never read a stale one. */
async function built(): Promise<ReadonlyMap<string, Part>> {
  const { outputFiles, metafile } = await esbuild.build({
    ...parts,
    absWorkingDir: root,
    minify: true,
    sourcemap: false,
    metafile: true,
    write: false,
  });
  return new Map(
    outputFiles.map(({ path: file, text }) => {
      const { inputs = {} } = metafile.outputs[path.relative(root, file)] ?? {};
      const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
      return [path.basename(file, '.js'), { text, inputs: used.map(([input]) => input) }];
    }),
  );
}

/** The libraries in a part, by name, in order. */
function libraries({ inputs }: Part): string[] {
  const names = inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []);
  return [...new Set(names)].toSorted();
}

/** Our own classes that an `instanceof` names somewhere, each with the parts that it is in. */
function classesAskedFor(byName: ReadonlyMap<string, Part>): ReadonlyMap<string, readonly string[]> {
  const inputs = new Set([...byName.values()].flatMap((part) => part.inputs));
  const sources = [...inputs]
    .filter((input) => input.startsWith('src/'))
    .map((input) => ({ input, text: fs.readFileSync(path.join(root, input), 'utf8') }));
  const words = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, word = '']) => word);
  const asked = new Set(sources.flatMap(({ text }) => words(text, / instanceof (\w+)/g)));
  const declared = sources.flatMap(({ input, text }) =>
    words(text, /\bclass (\w+)/g).map((name) => ({ name, input })),
  );
  const holding = (input: string) =>
    [...byName].filter(([, part]) => part.inputs.includes(input)).map(([name]) => name);
  return new Map(
    declared.filter(({ name }) => asked.has(name)).map(({ name, input }) => [name, holding(input)]),
  );
}

describe('parts of the extension', () => {
  let byName: ReadonlyMap<string, Part>;
  const part = (name: string) => {
    const found = byName.get(name);
    assert.ok(found, name);
    return found;
  };

  before(async () => {
    byName = await built();
  });

  it('are the entry, what loads late, and the thread that reads workbooks', () => {
    assert.deepEqual([...byName.keys()].toSorted(), [
      'delivery',
      'extension',
      'main',
      'phone',
      'sandbox',
      'spreadsheet',
    ]);
  });

  it('has an entry below 15 kB that holds nothing else', () => {
    assert.deepEqual(part('extension').inputs, ['src/extension.ts']);
    assert.ok(part('extension').text.length < 15_000, `${part('extension').text.length} characters`);
  });

  it('leaves what sends, answers and knows numbering plans out of what every CSV loads', () => {
    assert.deepEqual(libraries(part('main')), [
      // Plural forms, in every message with a count.
      '@formatjs/fast-memoize',
      '@formatjs/icu-messageformat-parser',
      '@formatjs/icu-skeleton-parser',
      'intl-messageformat',
      'valibot',
    ]);
    assert.deepEqual(libraries(part('phone')), ['libphonenumber-js']);
    assert.deepEqual(libraries(part('spreadsheet')), ['fflate', 'read-excel-file']);
    // The witness of what leaves, and the sandbox's own reader.
    assert.deepEqual(
      [...byName.keys()].filter((name) => libraries(part(name)).includes('csv-parse')).toSorted(),
      ['delivery', 'sandbox'],
    );
    const late = /^src\/(sandbox|core\/delivery)\/|^src\/core\/contact\/phone\.ts$/;
    assert.deepEqual(
      part('main').inputs.filter((input) => late.test(input)),
      [],
    );
  });

  it('looks at the API once', () => {
    assert.deepEqual(part('main').text.match(/require\("vscode"\)/g), ['require("vscode")']);
  });

  it('has no class in two parts that `instanceof` asks for: it would be two classes', () => {
    const holders = classesAskedFor(byName);
    assert.deepEqual(holders.get('UserError'), ['main']);
    assert.deepEqual(
      [...holders].filter(([, names]) => names.length > 1),
      [],
    );
  });
});
