import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };

const root = path.join(import.meta.dirname, '..', '..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/benchmarks.md',
  'docs/sending.md',
];
/** Names of all files of ours. */
const names = new Set(
  ['src', 'test', 'media', 'docs'].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => path.basename(file)),
  ),
);

describe('the documents', () => {
  for (const document of documents) {
    it(`name only files that there are: ${document}`, () => {
      const text = read(document);
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = '']) =>
        path.join(path.dirname(document), to),
      );
      // In full, or by its name alone where its folder was named before.
      const paths = [...text.matchAll(/`(\w[\w.-]*(?:\/[\w.-]+)*(?:\.(?:ts|mjs|js|json|md)|\/))`/g)].map(
        ([, named = '']) => named,
      );
      const missing = [...links, ...paths].filter(
        (named) => !fs.existsSync(path.join(root, named)) && !(!named.includes('/') && names.has(named)),
      );
      assert.deepEqual(missing, []);
    });

    it(`link only to headings that there are: ${document}`, () => {
      const links = [...read(document).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)];
      const missing = links.filter(([, to = '', heading]) => {
        const target = to === '' ? document : path.join(path.dirname(document), to);
        return !headingsOf(read(target)).includes(heading ?? '');
      });
      assert.deepEqual(
        missing.map(([link]) => link),
        [],
      );
    });

    it(`name only scripts that there are: ${document}`, () => {
      const scripts = [...read(document).matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script);
      assert.deepEqual(
        scripts.filter((script) => !(script in manifest.scripts)),
        [],
      );
    });
  }

  it('tell what always holds, each with the test that holds it', () => {
    const [, table = ''] = read('docs/architecture.md').split('## What always holds');
    const rows = [...table.matchAll(/^\| .+ \| `(.+)`: (.+) \|$/gm)];
    assert.ok(rows.length >= 6, `${rows.length} invariants`);
    const missing = rows.filter(([, file = '', title = '']) => !read(file).includes(title));
    assert.deepEqual(
      missing.map(([, file, title]) => `${file ?? ''}: ${title ?? ''}`),
      [],
    );
  });

  it('are not packed, but for those of users; README.md is, as dist/README.md', () => {
    const packed = read('.vscodeignore')
      .split('\n')
      .filter((line) => line.startsWith('!') && line.endsWith('.md'));
    assert.deepEqual(packed, ['!CHANGELOG.md', '!SUPPORT.md', '!media/find-values*.md', '!media/rules/*.md']);
  });
});

describe('launch configurations', () => {
  it('start tasks and programs that there are', () => {
    const json = (file: string) => JSON.parse(read(file)) as Record<string, Record<string, string>[]>;
    const tasks = (json('.vscode/tasks.json')['tasks'] ?? []).map(({ label }) => label);
    for (const { preLaunchTask, program } of json('.vscode/launch.json')['configurations'] ?? []) {
      if (preLaunchTask !== undefined) assert.ok(tasks.includes(preLaunchTask), preLaunchTask);
      if (program !== undefined)
        assert.ok(fs.existsSync(program.replace('${workspaceFolder}', root)), program);
    }
  });
});

/** The headings of a document, as GitHub and VS Code name them in links. */
function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
