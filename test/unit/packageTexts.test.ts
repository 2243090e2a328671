import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import esbuild, { type BuildOptions } from 'esbuild';

const require = createRequire(import.meta.url);
const { licences, userReadme } = require('../../packageTexts.js') as {
  licences: (inputs: readonly string[]) => string;
  userReadme: () => string;
};
const { parts, pages } = require('../../esbuild.js') as { parts: BuildOptions; pages: BuildOptions };
const root = path.join(import.meta.dirname, '..', '..');

describe('the licences that are packed', () => {
  let text: string;
  let bundled: readonly string[];

  before(async () => {
    const builds = await Promise.all(
      [parts, pages].map((options) =>
        esbuild.build({ ...options, absWorkingDir: root, metafile: true, write: false }),
      ),
    );
    const outputs = builds.flatMap(({ metafile }) => Object.values(metafile.outputs));
    const inputs = outputs.flatMap((output) => Object.keys(output.inputs));
    bundled = [...new Set(inputs)].filter((input) => input.includes('node_modules/'));
    text = licences(bundled);
  });

  it('name every package of which anything is bundled', () => {
    const names = new Set(
      bundled.map((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input),
    );
    const named = new Set(
      [...text.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) \d+\.\d+\.\d+\S*$/gm)].map(([, name]) => name),
    );
    assert.ok(names.size > 20, `${names.size} packages`);
    assert.deepEqual(
      [...names].filter((name) => !named.has(name)),
      [],
    );
  });

  it('hold the text of each, with its copyright', () => {
    for (const entry of text.split(`\n${'-'.repeat(80)}\n`)) {
      assert.match(entry, /Copyright|CC0|Unlicense|Attribution 4\.0/i, entry.slice(0, 80));
      assert.ok(entry.length > 500, entry.slice(0, 80));
    }
    // Both of the package, whose numbering plans have a licence of their own.
    assert.match(text, /libphonenumber-js [\d.]+\n[^]*Apache License/);
  });
});

describe('the page of the Extensions view', () => {
  const text = userReadme();

  it('has no picture and no link that it could not show or follow', () => {
    const links = [...text.matchAll(/(!?)\[[^\]]*\]\(([^)]+)\)/g)].map(([, picture, to = '']) => ({
      picture,
      to,
    }));
    assert.ok(links.length > 3);
    assert.deepEqual(
      links.filter(({ picture, to }) => !to.startsWith('https:') && (picture !== '' || !to.startsWith('#'))),
      [],
    );
  });

  it('has all else that README.md has', () => {
    assert.match(text, /^# Agent Assist Contacts\n\n.+\n\n- \*\*Nothing goes/);
    assert.match(text, /See SUPPORT\.md\.\n/);
  });
});
