import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { killAtExit, temporaryFolder } from './cleanup';
import type { CodeServer } from './codeServer';
import { cleanEnvironment } from './environment';
import { killGroup, mustRun } from './processes';
import { makeProfile, type Profile } from './profile';

/** How a server is started, beyond the defaults. */
export interface ServerOptions {
  /** Loopback port; a free one if unset. SecretStorage lies under the origin, so a restart must name the same. */
  readonly port?: number;
  /** Set on top of the cleaned environment, for the server and so for the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** Leaves workspace trust on, as it is for users; off if unset, so that nothing asks. */
  readonly trust?: boolean;
  /** Has the workbench run a test suite that the page's address names. */
  readonly smokeTestDriver?: boolean;
}

/** A running server. */
export interface Server {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  readonly port: number;
  /** The file that the server's output goes to. */
  readonly log: string;
  /** Kills the server with its extension hosts; resolves when they are gone. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts a code-server on loopback with the profile's folders and resolves when its health address answers.
 * @throws Error with the log's end when it ends or does not answer within a minute.
 */
export async function startServer(
  product: CodeServer,
  profile: Profile,
  options: ServerOptions = {},
): Promise<Server> {
  const port = options.port ?? (await freePort());
  const log = path.join(profile.home, 'server.log');
  const sink = fs.openSync(log, 'a');
  const { args, health } = commandLine(product, profile, port, options);
  const child = spawn(product.node, args, {
    cwd: profile.home,
    env: { ...serverEnvironment(profile), ...options.env },
    // A group of its own, so that everything it starts can be ended with it.
    detached: true,
    stdio: ['ignore', sink, sink],
  });
  fs.closeSync(sink);
  const forget = child.pid === undefined ? () => undefined : killAtExit(child.pid);
  const stop = async () => {
    await killGroup(child);
    forget();
  };
  const address = `http://127.0.0.1:${port}`;
  try {
    await answers(`${address}${health}`, child, 60_000);
  } catch (error) {
    await stop();
    throw new Error(`The server did not start:\n${tail(log)}`, { cause: error });
  }
  return { address, port, log, stop };
}

/** The arguments after `node`, and the path that answers 200 once the server is up. */
function commandLine(product: CodeServer, profile: Profile, port: number, options: ServerOptions) {
  const folders = ['--user-data-dir', profile.userData, '--extensions-dir', profile.extensions];
  if (options.smokeTestDriver) {
    // Older code-servers cannot hand this flag on to the VS Code inside, which is a server in its own right.
    const args = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
    args.push('--accept-server-license-terms', '--telemetry-level', 'off', '--enable-smoke-test-driver');
    if (!options.trust) args.push('--disable-workspace-trust');
    return { args: [product.bareEntry, ...args, ...folders], health: '/version' };
  }
  const args = ['--config', profile.config, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`];
  args.push('--disable-telemetry', '--disable-update-check', '--disable-getting-started-override');
  if (!options.trust) args.push('--disable-workspace-trust');
  return { args: [product.entry, ...args, ...folders], health: '/healthz' };
}

/**
 * Installs a packaged extension into a profile that no server is using yet. The installer, which takes seconds, runs
 * once a process for each VS Code and package; later profiles get a copy of what it made.
 * @throws Error with the installer's words.
 */
export async function installVsix(product: CodeServer, profile: Profile, vsix: string): Promise<void> {
  const key = `${product.entry}\n${vsix}`;
  const made = installed.get(key) ?? install(product, vsix);
  installed.set(key, made);
  fs.cpSync(await made, profile.extensions, { recursive: true });
}

const installed = new Map<string, Promise<string>>();

async function install(product: CodeServer, vsix: string): Promise<string> {
  const profile = makeProfile(temporaryFolder());
  const args = ['--config', profile.config, '--user-data-dir', profile.userData];
  args.push('--extensions-dir', profile.extensions, '--install-extension', vsix);
  await mustRun(product.node, [product.entry, ...args], { env: serverEnvironment(profile) });
  return profile.extensions;
}

function serverEnvironment(profile: Profile): NodeJS.ProcessEnv {
  const at = (name: string) => path.join(profile.home, name);
  return {
    ...cleanEnvironment(),
    HOME: at('home'),
    XDG_CONFIG_HOME: at('xdg-config'),
    XDG_DATA_HOME: at('xdg-data'),
    XDG_CACHE_HOME: at('xdg-cache'),
    XDG_STATE_HOME: at('xdg-state'),
    // No gallery: a test never asks the network for extensions.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  };
}

/** A TCP port on loopback that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url: string, child: ChildProcess, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('it ended');
    const response = await fetch(url).catch(() => undefined);
    if (response?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no answer within ${withinMs} ms`);
}

function tail(file: string): string {
  return fs.readFileSync(file, 'utf8').split('\n').slice(-25).join('\n');
}
