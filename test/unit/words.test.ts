import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import manifestWords from '../../package.nls.json' with { type: 'json' };
import { findingCodes } from '../../src/core/checks';
import { keptBundle } from '../support/l10n/bundle';
import { textsOf } from '../support/l10n/icu';
import { root } from '../vscode/paths';

/** Words that sound translated, blame, say too much or are spelled in two ways; each has a plainer one. */
const unwanted =
  /\b(divided by|bars|blanks|mend(ed|s|ing)?|stands?|otherwise|all the same|of yours|anew|told|as far as|shall|at this moment|in the meantime|left alone|please|successfully|(?:recogn|synchron|organ)iz\w+)\b|!/i;

/** The same in Markdown, where an exclamation mark is code or a picture. */
const unwantedInText = new RegExp(unwanted.source.replace('|!', ''), 'i');

/** What the name of something to press begins with. */
const verbs =
  /^(Add|Allow|Ask|Change|Check|Choose|Clear|Close|Configure|Convert|Copy|Cut|Delete|Discard|Edit|Enter|Explain|Export|Fill|Find|Fix|Forget|Get|Go|Hold|Insert|Join|Keep|Leave|Look|Make|Manage|Map|Move|New|Not|Open|Pick|Preview|Protect|Put|Quote|Read|Reload|Remove|Rename|Reopen|Repeat|Replace|Report|Resume|Retry|Review|Save|Search|Select|Send|Separate|Set|Show|Skip|Split|Start|Stop|Swap|Take|Treat|Try|Turn|Type|Undo|Unlock|Use|Verify|Write)\b/;

/** A name of something to press that asks more: each word but the small ones begins with a capital. */
const button = /^(?:(?:\p{Lu}|7|as|of|to|in|by|for|and|or|the|a|an|its|with)[^\s.:]*\s?)+…$/u;

/** What each message of the code and of the manifest can say. */
const messages = new Map([
  ...Object.keys(keptBundle()).map((message) => [message, textsOf(message)] as const),
  ...Object.values(manifestWords).map((text) => [text, [text]] as const),
]);
const settings = new Set<string>(
  Object.entries(manifestWords).flatMap(([key, text]) => (key.startsWith('setting.') ? [text] : [])),
);

/** The messages of which a text has the fault. Code and the targets of links are no words. */
function faulty(hasFault: (text: string) => boolean): readonly string[] {
  const words = (text: string) => text.replace(/`[^`]*`|\$\([\w-]+\)|\]\([^)]*\)/g, '');
  return [...messages].flatMap(([message, texts]) =>
    texts.some((text) => hasFault(words(text))) ? [message] : [],
  );
}

describe('words', () => {
  it('are none that sound translated, blame or say too much', () => {
    assert.deepEqual(
      faulty((text) => unwanted.test(text)),
      [],
    );
  });

  it('are as plain in what users read outside of messages', () => {
    const rules = findingCodes.map((code) => `media/rules/${code}.md`);
    const found = ['README.md', 'CHANGELOG.md', 'SUPPORT.md', 'media/find-values.md', ...rules].flatMap(
      (file) => {
        const lines = fs.readFileSync(path.join(root, file), 'utf8').split('\n');
        return lines.flatMap((line, index) => {
          const [word] = unwantedInText.exec(line.replace(/`[^`]*`|!?\]\([^)]*\)/g, '')) ?? [];
          return word === undefined ? [] : [`${file}:${index + 1} ${word}`];
        });
      },
    );
    assert.deepEqual(found, []);
  });

  it('come in two sentences at most, but for the descriptions of settings', () => {
    const long = faulty((text) => text.split(/[.?](?=\s+(?:\p{Lu}|7\b))/u).length > 2);
    assert.deepEqual(
      long.filter((message) => !settings.has(message)),
      [],
    );
  });

  it('begin with a verb where something is pressed that asks more', () => {
    assert.deepEqual(
      faulty((text) => button.test(text) && !/^\p{Lu}\w+ing\b/u.test(text) && !verbs.test(text)),
      [],
    );
  });

  it('have typographic apostrophes, since a straight one hides what ICU is to fill in', () => {
    assert.deepEqual(
      Object.keys(keptBundle()).filter((message) => message.includes("'")),
      [],
    );
  });
});

describe('numbers, days and counts', () => {
  it('are written as VS Code’s language does, by src/editor/counted.ts', () => {
    const files = fs.readdirSync(path.join(root, 'src/editor'), { recursive: true, encoding: 'utf8' });
    const byHand =
      /\.toLocaleString\(|\.toLocale(Date|Time)String\((undefined|\))|=== 1\s*\?\s*(vscode\.)?l10n\.t/;
    assert.deepEqual(
      files
        .map((file) => file.replaceAll(path.sep, '/'))
        .filter((file) => file.endsWith('.ts'))
        .filter((file) => byHand.test(fs.readFileSync(path.join(root, 'src/editor', file), 'utf8'))),
      [],
    );
  });
});

describe('toasts', () => {
  it('have a button each, or are shown by src/editor/toast.ts: VS Code cuts what has none to one line', () => {
    const folder = path.join(root, 'src/editor');
    const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const bare = files
      .filter((file) => file.endsWith('.ts') && file !== 'toast.ts')
      .flatMap((file) => {
        const text = fs.readFileSync(path.join(folder, file), 'utf8');
        return toastsWithoutButton(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
      });
    assert.deepEqual(bare, []);
  });
});

/** Where VS Code is asked to show a message that nothing is surely offered with. */
function toastsWithoutButton(source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      /\.show(Error|Warning|Information)Message$/.test(node.expression.getText())
    ) {
      const [, ...offered] = node.arguments;
      if (offered.every(ts.isSpreadElement)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${source.fileName}:${line + 1}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
