import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import words from '../../package.nls.json' with { type: 'json' };
import { findingCodes } from '../../src/core/checks/finding';
import { commandIds, fullId } from '../../src/editor/commandIds';

const root = path.join(import.meta.dirname, '..', '..');
const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
const { contributes } = manifest;

describe('manifest', () => {
  it('has the commands of the table, no more and no fewer', () => {
    const declared = contributes.commands.map(({ command }) => command);
    assert.deepEqual(declared.toSorted(), commandIds.map(fullId).toSorted());
  });

  it('puts only commands that exist into menus', () => {
    const used = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    const known = new Set(contributes.commands.map(({ command }) => command));
    assert.deepEqual(
      used.filter((command) => !known.has(command)),
      [],
    );
  });

  it('lets every rule be set, and no other', () => {
    const { properties } = contributes.configuration.properties['agentassistContacts.check.rules'];
    assert.deepEqual(Object.keys(properties).toSorted(), findingCodes.toSorted());
  });

  it('has an explanation for every rule, and no other', () => {
    const files = fs.readdirSync(path.join(root, 'media', 'rules'));
    assert.deepEqual(files.toSorted(), findingCodes.map((code) => `${code}.md`).toSorted());
  });

  it('shows in each explanation a bad example and a good one', () => {
    for (const code of findingCodes) {
      const page = fs.readFileSync(path.join(root, 'media', 'rules', `${code}.md`), 'utf8');
      const rows = page.split('\n').filter((line) => line.startsWith('|'));
      // Each row of such a table has both.
      const fewest = rows[0]?.startsWith('| wrong | right |') ? 3 : 4;
      assert.ok(rows.length >= fewest, `${code} shows one example alone`);
    }
  });

  it('words everything in package.nls.json, and words nothing that is not there', () => {
    const keys = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(keys)].toSorted(), Object.keys(words).toSorted());
  });

  it('packs the media that it names', () => {
    const media = contributes.walkthroughs.flatMap(({ steps }) => steps.map((step) => step.media.markdown));
    for (const file of [manifest.icon, ...media]) assert.ok(fs.existsSync(path.join(root, file)), file);
  });

  it('keeps streams out of a folder’s reach, and declares what a folder could do harm with', () => {
    const { properties } = contributes.configuration;
    assert.equal(properties['agentassistContacts.streams'].scope, 'application');
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
    const inReach = Object.entries(properties).filter(([, { scope }]) => scope !== 'application');
    assert.deepEqual(
      inReach.map(([key]) => key).toSorted(),
      manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.toSorted(),
    );
  });

  it('documents every setting and rule in the README', () => {
    const names = [...Object.keys(contributes.configuration.properties), ...findingCodes];
    assert.deepEqual(
      names.filter((name) => !readme.includes(`\`${name}\``)),
      [],
    );
  });

  it('names every command of the palette in the README, and no other', () => {
    const [, list = ''] = /\n## Commands\n\n.+\*\*: (.+)\.\n/.exec(readme) ?? [];
    const named = list
      .replaceAll(/ \([^)]*\)/g, '')
      .split(', ')
      .flatMap(eachOf);
    const hidden = contributes.menus.commandPalette.filter(({ when }) => when === 'false');
    const titles: Readonly<Record<string, string>> = words;
    const shown = contributes.commands
      .filter(({ command }) => !hidden.some((item) => item.command === command))
      .map(({ title }) => titles[title.slice(1, -1)]);
    assert.deepEqual(named.toSorted(), shown.toSorted());
  });
});

/** `Set / Delete Client Secret…` is two. */
function eachOf(titles: string): string[] {
  const verbs = titles.split(' / ');
  const [last = '', ...rest] = verbs.at(-1)?.split(' ') ?? [];
  return verbs.with(-1, last).map((verb) => [verb, ...rest].join(' '));
}
