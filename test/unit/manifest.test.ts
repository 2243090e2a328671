import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import words from '../../package.nls.json' with { type: 'json' };
import { findingCodes } from '../../src/core/checks/finding';
import { commandIds, fullId, needsTrust } from '../../src/editor/commandIds';
import { csvLanguages } from '../../src/editor/csvLanguages';
import { contextKeys } from '../../src/editor/contextKeys';

const root = path.join(import.meta.dirname, '..', '..');
const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
const { contributes } = manifest;
const [, commandsOfReadme = ''] = /\n## Commands\n([^]+?)\n## /.exec(readme) ?? [];

/** What the palette may show: title and condition, which is empty where there is none. */
const palette = contributes.commands
  .map(({ command, title }) => ({
    title: (words as Readonly<Record<string, string>>)[title.slice(1, -1)] ?? '',
    when: contributes.menus.commandPalette.find((item) => item.command === command)?.when ?? '',
  }))
  .filter(({ when }) => when !== 'false');

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

  it('says in the settings what each rule finds, as the README does', () => {
    const told = new Map(
      [...readme.matchAll(/^\| `([\w.]+)` \| (.+?) \| \w+ \|$/gm)].map(([, code, finding]) => [
        code,
        finding,
      ]),
    );
    const texts: Readonly<Record<string, string>> = words;
    const { properties } = contributes.configuration.properties['agentassistContacts.check.rules'];
    for (const code of findingCodes) {
      assert.equal(properties[code].markdownDescription, `%rule.${code}%`);
      const text = texts[`rule.${code}`]?.slice(0, -1) ?? '';
      assert.equal(lowerFirst(text), lowerFirst(told.get(code)), code);
    }
  });

  it('puts settings in an order of their own each', () => {
    const orders = Object.values(contributes.configuration.properties).map(({ order }) => order);
    assert.deepEqual(
      orders.toSorted((a, b) => a - b),
      orders.map((_, index) => index + 1),
    );
  });

  it('begins with every language that means CSV, and fixes in each', () => {
    const begins = manifest.activationEvents.flatMap((event) => /^onLanguage:(.+)/.exec(event)?.[1] ?? []);
    assert.deepEqual(begins, csvLanguages);
    assert.deepEqual(
      contributes.codeActions.map(({ languages }) => languages),
      [csvLanguages],
    );
  });

  it('has an explanation for every rule, and no other', () => {
    // A translation is beside the page: `csv.noRows.de.md`.
    const pages = fs
      .readdirSync(path.join(root, 'media', 'rules'))
      .map((file) => /^\w+\.\w+/.exec(file)?.[0]);
    assert.deepEqual([...new Set(pages)].toSorted(), findingCodes.toSorted());
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
    const media = contributes.walkthroughs.flatMap(({ steps }) => steps.map((step) => step.media.svg));
    for (const file of [manifest.icon, ...media]) assert.ok(fs.existsSync(path.join(root, file)), file);
  });

  it('says where it runs, and what it cannot do where files are on no disk', () => {
    // Large files are read from the disk that they are on.
    assert.deepEqual(manifest.extensionKind, ['workspace']);
    assert.equal(manifest.capabilities.virtualWorkspaces.supported, 'limited');
  });

  it('has an icon of 256 pixels', () => {
    const header = fs.readFileSync(path.join(root, manifest.icon)).subarray(16, 24);
    assert.deepEqual([header.readUInt32BE(0), header.readUInt32BE(4)], [256, 256]);
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

  it('names every command of the palette in the README, with when it is shown, and no other', () => {
    const rows = [...commandsOfReadme.matchAll(/^\| (.+?…?)(?: \([^)]*\))? \| (.+) \|$/gm)].slice(1);
    const told = new Map(rows.map(([, title = '', shown = '']) => [title, shown]));
    const shownWhen = new Map(palette.map(({ title, when }) => [title, when]));
    assert.deepEqual([...told.keys()].toSorted(), [...shownWhen.keys()].toSorted());
    // One phrase for one condition.
    const pairs = new Set([...told].map(([title, shown]) => `${shown}: ${shownWhen.get(title) ?? ''}`));
    const phrases = new Set(told.values());
    assert.equal(pairs.size, phrases.size, [...pairs].join('\n'));
    assert.equal(new Set(shownWhen.values()).size, phrases.size);
  });

  it('is found in the palette and in the Extensions view by what one would look for', () => {
    const searched = palette.map(({ title }) => `${words.category}: ${title}`.toLowerCase());
    for (const word of ['agent assist', 'contacts', 'csv', 'import', 'template'])
      assert.ok(
        searched.some((text) => text.includes(word)),
        word,
      );
    const described = [words.displayName, words.description, ...manifest.keywords].join('\n').toLowerCase();
    for (const word of ['kore', 'upload', 'phone', 'ai for service', 'agent assist', 'csv', 'import'])
      assert.ok(described.includes(word), word);
  });

  it('asks in its conditions for keys that are set, and sets none that nobody asks for', () => {
    const { menus, walkthroughs } = contributes;
    const asked = [
      ...JSON.stringify([menus, walkthroughs]).matchAll(/(?<!config\.)agentassistContacts\.(\w+)/g),
    ]
      .map(([, key = '']) => key)
      .filter((key) => !commandIds.some((id) => id === key) && key !== 'imports');
    assert.deepEqual([...new Set(asked)].toSorted(), contextKeys.toSorted());
  });

  it('offers what sends in the palette and by a button only in a trusted workspace', () => {
    const offered = [...contributes.menus.commandPalette, ...contributes.menus['editor/title']];
    for (const id of commandIds.filter(needsTrust)) {
      const conditions = offered.filter(({ command }) => command === fullId(id)).map(({ when }) => when);
      assert.ok(conditions.length > 0, id);
      for (const when of conditions) assert.match(when, /^(?:false$|isWorkspaceTrusted(?: &&|$))/, id);
    }
  });
});

function lowerFirst(text = ''): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
