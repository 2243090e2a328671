import assert from 'node:assert/strict';
import { registerCommands, type CommandHost } from '../../../../src/editor/commands/register';
import {
  commandIds,
  fullId,
  needsTrust,
  type CommandId,
  type Handler,
} from '../../../../src/editor/commandIds';

/** A window with commands, in a workspace that may be trusted. */
class Host implements CommandHost<void> {
  readonly commands = new Map<string, Handler>();
  readonly errors: unknown[] = [];
  again: (() => unknown) | undefined;
  asked = 0;

  constructor(private readonly trusted: boolean) {}

  register(id: string, run: Handler): void {
    this.commands.set(id, run);
  }

  isTrusted(): Promise<boolean> {
    this.asked += 1;
    return Promise.resolve(this.trusted);
  }

  showError(error: unknown, again: () => unknown): void {
    this.errors.push(error);
    this.again = again;
  }

  async run(id: CommandId, ...args: readonly unknown[]): Promise<unknown> {
    return await this.commands.get(fullId(id))?.(...args);
  }
}

/** Handlers that note which of them ran. */
function noting(ran: CommandId[]): Readonly<Record<CommandId, Handler>> {
  return Object.fromEntries(commandIds.map((id) => [id, () => ran.push(id)])) as Record<CommandId, Handler>;
}

describe('commands', () => {
  it('that send are refused in a workspace that is not trusted, and all others run', async () => {
    const ran: CommandId[] = [];
    const host = new Host(false);
    registerCommands(noting(ran), host);
    for (const id of commandIds) await host.run(id);
    const sending: readonly CommandId[] = [
      ...[
        'sendCsv',
        'mapColumns',
        'verifyStream',
        'sendGoodRows',
        'resumeImport',
        'lookUpRows',
        'findRefused',
        'findOnStream',
      ],
    ] as CommandId[];
    assert.deepEqual(commandIds.filter(needsTrust), sending);
    assert.deepEqual(
      ran,
      commandIds.filter((id) => !sending.includes(id)),
    );
    // Whoever is refused is told so; nobody else is asked for trust.
    assert.equal(host.asked, sending.length);
    assert.deepEqual(host.errors, []);
  });

  it('all run in a workspace that is trusted, with what they were given', async () => {
    const ran: CommandId[] = [];
    const host = new Host(true);
    const sendCsv = (...args: unknown[]) => args;
    registerCommands({ ...noting(ran), sendCsv }, host);
    for (const id of commandIds) await host.run(id);
    assert.deepEqual(
      ran,
      commandIds.filter((id) => id !== 'sendCsv'),
    );
    assert.deepEqual(await host.run('sendCsv', 'file', [1]), ['file', [1]]);
  });

  it('that fail say why, and reject nowhere', async () => {
    const host = new Host(true);
    const [thrown, rejected] = [new Error('thrown'), new Error('rejected')];
    registerCommands(
      {
        ...noting([]),
        sendCsv: () => {
          throw thrown;
        },
        checkCsv: () => Promise.reject(rejected),
      },
      host,
    );
    assert.equal(await host.run('sendCsv'), undefined);
    assert.equal(await host.run('checkCsv'), undefined);
    assert.deepEqual(host.errors, [thrown, rejected]);
  });

  it('go on with what they were given once what stopped them is gone', async () => {
    let isGone = false;
    const given: unknown[] = [];
    const host = new Host(true);
    const sendCsv: Handler = (...args) => {
      if (!isGone) throw new Error('is not open as CSV');
      given.push(...args);
    };
    registerCommands({ ...noting([]), sendCsv }, host);
    await host.run('sendCsv', 'list.tsv');
    isGone = true;
    await host.again?.();
    assert.deepEqual(given, ['list.tsv']);
    assert.equal(host.errors.length, 1);
  });
});
