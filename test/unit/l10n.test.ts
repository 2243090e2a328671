import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { bundleFile, exportedBundle, keptBundle } from '../support/l10n/bundle';
import { messageCalls } from '../support/l10n/messageCalls';
import { isLong } from '../support/long';
import { root } from '../vscode/paths';

describe('the bundle that translations are made from', () => {
  const calls = messageCalls();
  const bundle = keptBundle();

  it('lies where the manifest says; translations go into the package, and English is in the code', () => {
    assert.equal(path.resolve(root, manifest.l10n), path.dirname(bundleFile));
    const packed = fs.readFileSync(path.join(root, '.vscodeignore'), 'utf8').split('\n');
    for (const file of ['l10n/bundle.l10n.*.json', 'package.nls*.json'])
      assert.ok(packed.includes(`!${file}`), file);
  });

  it('can hold every sentence: each is written out where it is used', () => {
    assert.ok(calls.length > 500);
    assert.deepEqual(
      calls.filter(({ message }) => message === undefined).map(({ at }) => at),
      [],
    );
  });

  it('holds every sentence, and no other (npm run l10n writes it)', () => {
    const used = new Set(calls.map(({ message }) => message));
    assert.deepEqual(
      calls
        .filter(({ message = '' }) => bundle[message] === undefined)
        .map(({ at, message }) => [at, message]),
      [],
      'are not in the bundle',
    );
    assert.deepEqual(
      Object.keys(bundle).filter((message) => !used.has(message)),
      [],
      'are used nowhere',
    );
  });

  // The exporter takes 8 s. Of sentences that are all written out, it can make no other bundle than the one above.
  if (isLong) {
    it('is what @vscode/l10n-dev makes of the sources', async () => {
      assert.equal(fs.readFileSync(bundleFile, 'utf8'), await exportedBundle());
    });
  }
});

/** What VS Code shows of a manifest. */
const shownKeys =
  /^(displayName|title|category|contents|description|markdownDescription|deprecationMessage|altText)$/;

/** Of a manifest's part, each shown text that package.nls.json cannot translate, as `key: text`. */
function bareTexts(part: object): readonly string[] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return bareTexts(value);
    const isBare = typeof value === 'string' && shownKeys.test(key) && !/^%[^%]+%$/.test(value);
    return isBare ? [`${key}: ${value}`] : [];
  });
}

describe('the manifest', () => {
  it('shows no text that package.nls.json does not hold', () => {
    assert.deepEqual(bareTexts(manifest), []);
  });
});
