// Lint: strict type-aware rules, and the one direction in which imports may run:
//   extension → main → editor → core      editor → protocol ← webview      sandbox → core/contact
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** One layer's files and the import paths that are closed to it, each with the reason that the error shows. */
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
const vscode = ['^vscode$', 'Only src/editor, src/extension.ts and src/main.ts know VS Code.'];
const node = ['^node:', 'Only core/delivery may use Node: it is the part that talks to the network.'];
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
  // Tools and tests print; assertions of chai's kind are not used, so nothing else is relaxed.
  { files: ['test/**/*.ts', 'src/sandbox/main.ts'], rules: { 'no-console': 'off' } },
  layer(
    ['src/core/{csv,contact,assist,checks,fixes,mapping,stream}/**'],
    [vscode, node, ...to('editor', 'protocol', 'webview', 'sandbox', 'delivery')],
  ),
  layer(['src/core/delivery/**'], [vscode, ...to('editor', 'protocol', 'webview', 'sandbox')]),
  layer(['src/protocol/**'], [vscode, node, ...to('core', 'editor', 'webview', 'sandbox')]),
  layer(['src/webview/**'], [vscode, node, ...to('core', 'editor', 'sandbox')]),
  layer(['src/sandbox/**'], [vscode, ...to('csv', 'checks', 'delivery', 'editor', 'protocol', 'webview')]),
  layer(['src/editor/**'], to('webview')),
);
