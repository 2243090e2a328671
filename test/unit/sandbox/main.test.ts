import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { usage } from '../../../src/sandbox/commandLine';
import { form } from './support';

const script = join(import.meta.dirname, '../../../src/sandbox/main.ts');

/** `npm run sandbox` in a process of its own, and all that it has printed so far. */
class Terminal {
  output = '';
  readonly process: ChildProcessWithoutNullStreams;

  constructor(...options: string[]) {
    this.process = spawn(process.execPath, ['--import', 'tsx', script, ...options]);
    this.process.stdout.on('data', (text: Buffer) => (this.output += text.toString()));
    this.process.stderr.on('data', (text: Buffer) => (this.output += text.toString()));
  }

  /** Waits until something is printed, and gives its first group. */
  async until(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.output)?.[1];
      if (found !== undefined) return found;
      assert.equal(this.process.exitCode, null, this.output);
      await once(this.process.stdout, 'data');
    }
  }

  /** Waits for the end, and gives the exit code. */
  async end(signal?: NodeJS.Signals): Promise<unknown> {
    const closed = once(this.process, 'close');
    if (signal) this.process.kill(signal);
    return (await closed)[0];
  }
}

/** Runs a printed curl as a shell would; where there is no curl, sends what it says with fetch. */
async function runPrinted(command: string): Promise<unknown> {
  try {
    await promisify(execFile)('curl', ['--version']);
  } catch {
    const [auth = '', second = '', third] = [...command.matchAll(/"(?:auth: )?([^"]*)"/g)].map(
      ([, value]) => value,
    );
    const headers = { auth };
    if (third === undefined) return (await fetch(second, { headers })).json();
    const file = readFileSync(second.replace('result_file=@', '').replace(';type=text/csv', ''), 'utf8');
    return (await fetch(third, { method: 'POST', headers, body: form(file) })).json();
  }
  const shell = spawn(command, { shell: true });
  let output = '';
  shell.stdout.on('data', (text: Buffer) => (output += text.toString()));
  await once(shell, 'close');
  return JSON.parse(output) as unknown;
}

describe('sandbox: npm run sandbox', () => {
  const terminals: Terminal[] = [];
  const open = (...options: string[]) => {
    const terminal = new Terminal(...options);
    terminals.push(terminal);
    return terminal;
  };
  afterEach(() => terminals.splice(0).forEach((terminal) => terminal.process.kill()));

  it('prints its values and two commands that work as printed, logs them, and leaves nothing behind', async () => {
    const terminal = open();
    const list = await terminal.until(/^(curl .*skip=0.*)$/m);
    const send = await terminal.until(/^(curl .*result_file.*)$/m);
    const sample = await terminal.until(/result_file=@([^;]+);/);
    const streamId = await terminal.until(/^ {2}stream ID {6}(st-[0-9a-f-]{36})$/m);
    const host = await terminal.until(/^ {2}address {8}(http:\/\/127\.0\.0\.1:\d+)$/m);
    await terminal.until(/^ {2}client ID {6}(cs-[0-9a-f-]{36})$/m);
    await terminal.until(/^ {2}client secret {2}(\S{43})$/m);
    assert.ok(send.includes(`"${host}/agentassist/api/v1/public/${streamId}/contacts/import-contacts"`));

    const created = (await runPrinted(send)) as { fullName: string }[];
    assert.deepEqual(
      created.map(({ fullName }) => fullName),
      ['john doe', 'jane doe'],
    );
    assert.deepEqual(((await runPrinted(list)) as { results: unknown }).results, created);
    await terminal.until(/(import-contacts 200 2 rows, 2 created \d+ ms)/);
    await terminal.until(/(contacts 200 2 of 2 contacts \d+ ms)/);

    assert.ok(existsSync(sample));
    assert.equal(await terminal.end('SIGINT'), 0);
    assert.ok(!existsSync(sample));
  });

  it('takes --port, and says so when it is taken', async () => {
    const terminal = open('--port', '0');
    const port = await terminal.until(/127\.0\.0\.1:(\d+)/);
    const second = open('--port', port);
    assert.equal(await second.end(), 1);
    assert.match(second.output, /The sandbox could not start: .*EADDRINUSE/);
  });

  it('takes a rate limit and a policy', async () => {
    const terminal = open('--requests-per-minute', '2', '--repeated-number', 'refuseFile');
    const send = await terminal.until(/^(curl .*result_file.*)$/m);
    const list = await terminal.until(/^(curl .*skip=0.*)$/m);
    assert.ok(Array.isArray(await runPrinted(send)));
    assert.deepEqual(await runPrinted(send), {
      errors: [
        {
          msg: 'Validation errors: row 2: cellPhoneNumber belongs to another contact; row 3: cellPhoneNumber belongs to another contact',
          code: 412,
        },
      ],
    });
    await runPrinted(list);
    await terminal.until(/(contacts 429 \d+ ms)/);
  });

  it('explains itself on an option that it does not have', async () => {
    const refused = open('--unknown');
    assert.equal(await refused.end(), 2);
    assert.equal(refused.output.trimEnd(), usage);
  });
});
