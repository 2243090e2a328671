import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/** How a process ended: everything it wrote (stdout and stderr in the order they came) and its exit code. */
export interface Finished {
  readonly code: number;
  readonly output: string;
}

/**
 * Runs a program to its end with its output captured.
 * @throws when the program cannot be started at all; a non-zero exit is a result, not an exception.
 */
export function capture(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const add = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a program to its end on this terminal and gives its exit code (1 when a signal ended it or it is missing). */
export function runVisibly(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    child.once('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * {@link capture}, for steps that must succeed.
 * @throws Error with the last lines of the output when the exit code is not 0.
 */
export async function mustRun(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<string> {
  const { code, output } = await capture(program, args, options);
  if (code === 0) return output;
  const tail = output.trimEnd().split('\n').slice(-25).join('\n');
  throw new Error(`${program} ${args.slice(0, 3).join(' ')} … ended with code ${code}:\n${tail}`);
}

/**
 * Ends a process that was spawned `detached`, with everything it started: VS Code's server leaves its extension
 * host and watchers behind when only the parent is asked. Resolves when it is gone; SIGKILL after `graceMs`.
 */
export async function killGroup(child: ChildProcess, graceMs = 3_000): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  signalGroup(pid, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (groupLives(pid) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 25));
  signalGroup(pid, 'SIGKILL');
}

/** Sends a signal to a whole process group; a group that is already gone is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // gone already
  }
}

function groupLives(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}
