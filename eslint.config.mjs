// Lint: strict type-aware rules, and the one direction in which imports may run:
//   extension → main → editor → core      editor → protocol ← webview      sandbox → core/contact
// Inside core and editor it is from floor to floor, see the two houses below.
import fs from 'node:fs';
import path from 'node:path';
import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** Some files, and the import paths that are closed to them, each with the reason that the error shows. */
function layer(files, closed) {
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: closed.map(([regex, message]) => ({ regex, message })) },
      ],
    },
  };
}

/**
 * The folders of `root` as a house: each may import those of the floors below its own, none beside it or above. The
 * files that lie in `root` itself are the ground.
 *
 * @param closedTo what is closed to a folder besides; `undefined` asks for the ground
 */
function house(root, floors, closedTo) {
  const there = fs
    .readdirSync(path.join(import.meta.dirname, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !floors.flat().includes(entry.name));
  if (there.length > 0)
    throw new Error(`${root}/${there[0].name} is on no floor: say in ${root}'s house on which.`);
  const ground = ['*.ts', floors.flat(), undefined];
  const folders = floors.flatMap((floor, index) => {
    const fromHere = floors.slice(index).flat();
    return floor.map((folder) => [`${folder}/**`, fromHere.filter((other) => other !== folder), folder]);
  });
  return [ground, ...folders].map(([files, closed, folder]) =>
    layer(
      [`${root}/${files}`],
      [
        ...closed.map((other) => [
          `^\\.{1,2}/(\\.\\./)*${other}/`,
          `Imports run down: ${root}/${other} lies above this, or beside.`,
        ]),
        ...closedTo(folder),
      ],
    ),
  );
}
const vscode = ['^vscode$', 'Only src/editor, src/extension.ts and src/main.ts know VS Code.'];
const node = [
  '^node:',
  'Only core/delivery, which talks to the network, core/files, which reads the disk, and core/spreadsheet, which reads in a thread, may use Node.',
];
/** What a folder of the ground has for others stands in its index.ts. The numbering plans load late, by themselves. */
const behindFacades = (folder) =>
  ['csv', 'contact', 'checks']
    .filter((other) => other !== folder)
    .map((other) => [
      `/${other}/(?!phone$)`,
      `core/${other} is imported by its index.ts: what is public stands there.`,
    ]);
const to = (...folders) =>
  folders.map((folder) => [
    `/${folder}(/|$)`,
    `Imports run one way: this layer must not know src/${folder}.`,
  ]);

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.vscode-test/', 'test/fixtures/'] },
  js.configs.recommended,
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        require: 'readonly',
        module: 'readonly',
        __dirname: 'readonly',
        URL: 'readonly',
      },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/webview/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  // A cell, an answer, a header may be any text: no expression may take more steps than in proportion to it.
  {
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false }],
    },
  },
  // Tools and tests print; assertions of chai's kind are not used, so nothing else is relaxed.
  { files: ['test/**/*.ts', 'src/sandbox/main.ts'], rules: { 'no-console': 'off' } },
  ...house(
    'src/core',
    [
      ['csv', 'contact', 'stream'],
      ['checks', 'spreadsheet'],
      ['files'],
      ['fixes'],
      ['delivery', 'mapping', 'assist'],
    ],
    (folder) => [
      vscode,
      ...(['files', 'delivery', 'spreadsheet'].includes(folder) ? [] : [node]),
      ...behindFacades(folder),
      ...to('editor', 'protocol', 'webview', 'sandbox'),
    ],
  ),
  ...house(
    'src/editor',
    [
      ['pages'],
      ['streams', 'checking', 'results'],
      ['delivery', 'assist', 'fixing', 'mapping', 'largeFiles', 'spreadsheet'],
      ['sending'],
      ['history'],
      ['commands'],
    ],
    () => [...behindFacades(), ...to('webview')],
  ),
  layer(['src/protocol/**'], [vscode, node, ...to('core', 'editor', 'webview', 'sandbox')]),
  layer(['src/webview/**'], [vscode, node, ...to('core', 'editor', 'sandbox')]),
  layer(['src/sandbox/**'], [vscode, ...to('csv', 'checks', 'delivery', 'editor', 'protocol', 'webview')]),
);
