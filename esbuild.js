// Builds dist/: the entry that VS Code requires at activation, the parts that load on first use, and the pages.
//   node esbuild.js            once, minified          node esbuild.js --watch   on every change, with source maps
//   node esbuild.js --tests    also the suite that runs inside the extension host, into out/host/
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');
const subsetFont = require('subset-font');
const { licences, userReadme } = require('./packageTexts');

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const at = (...parts) => path.join(__dirname, ...parts);

/**
 * Parts that load late, by the source file that is imported dynamically. esbuild cannot split CommonJS and would
 * inline `import()`, so each is an entry of its own and the import is pointed at the built file beside the entry.
 * What two parts use is in both of them, classes too: `instanceof` holds within a part only, and a test sees to it.
 */
const lateParts = {
  main: at('src/main.ts'),
  delivery: at('src/core/delivery/index.ts'),
  phone: at('src/core/contact/phone.ts'),
  sandbox: at('src/sandbox/index.ts'),
};

/** Parts that are threads of their own: nothing imports them, whoever needs one starts its built file. */
const threads = {
  spreadsheet: at('src/core/spreadsheet/worker.ts'),
};

/** @type {import('esbuild').Plugin} */
const loadLate = {
  name: 'load-late',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path: specifier, importer, resolveDir }) => {
      if (kind !== 'dynamic-import' || !importer.startsWith(at('src'))) return undefined;
      const file = path.resolve(resolveDir, specifier);
      const part = Object.keys(lateParts).find((name) => lateParts[name] === `${file}.ts`);
      if (!part)
        return { errors: [{ text: `${specifier} is not in lateParts: its code would end up in the entry` }] };
      return { path: `./${part}.js`, external: true };
    });
  },
};

/**
 * Lets every module of a part share one look at the API. For each `import * as vscode` esbuild would copy all its
 * names to an object of that module's own, a hundred times some four hundred of them before anything is activated.
 */
const shareVscode = {
  name: 'share-vscode',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ kind, namespace }) =>
      kind === 'import-statement' && namespace === 'file'
        ? { path: 'vscode', namespace: 'shared' }
        : { path: 'vscode', external: true },
    );
    build.onLoad({ filter: /^vscode$/, namespace: 'shared' }, () => ({ contents: "export * from 'vscode'" }));
  },
};

/** Has node-fetch verify every host, which it knows no option for. */
const verifyHosts = {
  name: 'verify-hosts',
  setup(build) {
    build.onResolve({ filter: /^(node:)?https$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]node-fetch[\\/]/.test(importer)
        ? { path: at('src/core/delivery/verifiedHttps.ts') }
        : undefined,
    );
  },
};

/**
 * What libraries bring for Nodes that no VS Code has, a fifth of the part that delivers: web streams, which are built in,
 * and the comparison of versions by which jsonwebtoken finds out that its Node is no older than 16.
 */
const leaveOut = {
  name: 'leave-out',
  setup(build) {
    build.onResolve({ filter: /^web-streams-polyfill/ }, () => ({ path: 'streams', namespace: 'left-out' }));
    build.onResolve({ filter: /^semver$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]jsonwebtoken[\\/]/.test(importer)
        ? { path: 'semver', namespace: 'left-out' }
        : undefined,
    );
    build.onLoad({ filter: /^/, namespace: 'left-out' }, ({ path: name }) => ({
      contents: name === 'semver' ? 'module.exports = { satisfies: () => true };' : 'module.exports = {};',
    }));
  },
};

/** Leaves out of the icon font what no page shows. */
const fewIcons = {
  name: 'few-icons',
  setup(build) {
    build.onLoad({ filter: /codicon\.ttf$/ }, async ({ path: file }) => {
      const style = await fs.promises.readFile(at('src/webview/shared/icons.css'), 'utf8');
      const shown = [...style.matchAll(/content: '\\([\da-f]+)'/g)].map(([, code]) => parseInt(code, 16));
      const font = await subsetFont(await fs.promises.readFile(file), String.fromCodePoint(...shown), {
        targetFormat: 'truetype',
      });
      return { contents: font, loader: 'file' };
    });
  },
};

/** Tells the problem matcher in .vscode/tasks.json where a rebuild begins and ends. */
const announce = {
  name: 'announce',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd(({ errors }) => {
      for (const { text, location } of errors) {
        console.error(`> ${location?.file}:${location?.line}:${location?.column}: error: ${text}`);
      }
      console.log('[watch] build finished');
    });
  },
};

const common = {
  bundle: true,
  minify: !watch && !tests,
  sourcemap: watch || tests,
  legalComments: 'none',
  logLevel: watch ? 'silent' : 'warning',
};
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  // A late part is required: VS Code answers `vscode` to what require() loads, and import() goes another way.
  supported: { 'dynamic-import': false },
};

/** What runs in the extension host: the entry, the late parts and the threads, `dist/NAME.js` each. */
const parts = {
  ...node,
  entryPoints: { extension: at('src/extension.ts'), ...lateParts, ...threads },
  outdir: at('dist'),
  plugins: [loadLate, shareVscode, verifyHosts, leaveOut],
};

/** What runs in webviews: each page with its style, `dist/webview/NAME.js` and `.css`. */
const pages = {
  ...common,
  entryPoints: { results: at('src/webview/results/main.ts'), findings: at('src/webview/findings/main.ts') },
  outdir: at('dist/webview'),
  platform: 'browser',
  format: 'iife',
  target: 'chrome128',
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
  plugins: [fewIcons],
};

/** @type {import('esbuild').BuildOptions[]} */
const builds = [parts, pages];

/**
 * Says of what kind the files in dist/ are. Node looks for that before it loads the first of them, upwards from its
 * folder, and would read and parse the whole manifest for it: most of the time that the entry takes.
 */
function writeModuleKind() {
  fs.mkdirSync(at('dist'), { recursive: true });
  fs.writeFileSync(at('dist/package.json'), '{ "type": "commonjs" }\n');
}

async function main() {
  fs.rmSync(at('dist'), { recursive: true, force: true });
  writeModuleKind();
  if (tests) {
    fs.rmSync(at('out/host'), { recursive: true, force: true });
    builds.push({
      ...node,
      // The suite runs every built test beside it, so no list of them is kept.
      entryPoints: [at('test/host/suite.ts'), at('test/host/**/*.test.ts')],
      outbase: at('test/host'),
      outdir: at('out/host'),
      external: ['vscode', 'mocha'],
    });
  }
  if (!watch) {
    const results = await Promise.all(builds.map((options) => esbuild.build({ ...options, metafile: true })));
    const packed = results.slice(0, 2).flatMap(({ metafile }) => Object.keys(metafile.inputs));
    fs.writeFileSync(at('dist/THIRD_PARTY_LICENCES.txt'), licences(packed));
    fs.writeFileSync(at('dist/README.md'), userReadme());
    return;
  }
  for (const options of builds) {
    const context = await esbuild.context({ ...options, plugins: [...(options.plugins ?? []), announce] });
    await context.watch();
  }
}

module.exports = { parts, pages };

if (require.main === module) {
  main().catch(() => {
    process.exitCode = 1;
  });
}
