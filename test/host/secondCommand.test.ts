import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds, fullId, type CommandId, type Handler } from '../../src/editor/commandIds';
import { findOnStream } from '../../src/editor/commands/findOnStream';
import { findRefused } from '../../src/editor/commands/findRefused';
import { lookUpRows } from '../../src/editor/commands/lookUpRows';
import { mapColumns } from '../../src/editor/commands/mapColumns';
import { registerCommands } from '../../src/editor/commands/register';
import { resumeImport } from '../../src/editor/commands/resumeImport';
import { sendCsv } from '../../src/editor/commands/sendCsv';
import { sendGoodRows } from '../../src/editor/commands/sendGoodRows';
import { FindOnStream } from '../../src/editor/history/findOnStream';
import { FollowUps } from '../../src/editor/history/followUps';
import type { Ledgers } from '../../src/editor/ledgers';
import type { Preparer } from '../../src/editor/sending/preparer';
import { Sender } from '../../src/editor/sending/sender';
import { StandingQuestions } from '../../src/editor/sending/standingQuestions';
import { MemoryLog } from '../support/memoryLog';
import { until } from './until';

const uri = vscode.Uri.parse('file:///contacts.csv');
const other = vscode.Uri.parse('file:///other.csv');

/** A window with the commands that send, each of which stands still as soon as it looks at its file or its import. */
class Window {
  /** The files and imports that are looked at, in order: the question about each would be the next. */
  readonly asked: string[] = [];
  readonly errors: unknown[] = [];
  private readonly commands = new Map<string, Handler>();
  private readonly ends: (() => void)[] = [];

  constructor() {
    const none = {} as never;
    const questions = new StandingQuestions();
    const preparer = { check: (asked: vscode.Uri) => this.stand(asked.path) } as unknown as Preparer;
    const sender = new Sender(preparer, none, none, none, questions, none, none, none);
    const known = { isAlive: false, record: { fileUri: uri.toString(), begun: { key: '' } } };
    const past = { of: (id: string) => this.stand(id), placesToFind: none };
    const ledgers = {
      open: () =>
        Promise.resolve({
          store: { stamp: (id: string) => this.stand(id) },
          history: { read: () => Promise.resolve(known) },
        }),
    } as unknown as Ledgers;
    const followUps = new FollowUps(none, none, preparer, { ledgers } as never, questions, none);
    const finder = new FindOnStream(none, none, past, none, { ledgers } as never, questions);
    const idle = Object.fromEntries(commandIds.map((id) => [id, () => undefined])) as unknown as Record<
      CommandId,
      Handler
    >;
    registerCommands(
      {
        ...idle,
        sendCsv: sendCsv(sender, new MemoryLog()),
        mapColumns: mapColumns(sender),
        sendGoodRows: sendGoodRows(sender),
        resumeImport: resumeImport(followUps, ledgers, none),
        lookUpRows: lookUpRows(followUps),
        findRefused: findRefused(followUps, ledgers, none),
        findOnStream: findOnStream(finder),
      },
      {
        register: (id, run) => this.commands.set(id, run),
        isTrusted: () => Promise.resolve(true),
        showError: (error) => this.errors.push(error),
      },
    );
  }

  run(id: CommandId, argument: unknown): Promise<unknown> {
    return Promise.resolve(this.commands.get(fullId(id))?.(argument));
  }

  /** Ends all that stands, and what it stood for: nothing of it is sent. */
  end(): void {
    for (const end of this.ends.splice(0)) end();
  }

  private stand(what: string): Promise<never> {
    this.asked.push(what);
    return new Promise((_, reject) => this.ends.push(() => reject(new Error('given up'))));
  }
}

describe('a second command about a file about which a question stands', () => {
  const commands: readonly (readonly [CommandId, argument: unknown, asked: string])[] = [
    ['sendCsv', uri, uri.path],
    ['mapColumns', uri, uri.path],
    ['sendGoodRows', uri, uri.path],
    ['resumeImport', 'import-1', 'import-1'],
    ['lookUpRows', 'import-1', 'import-1'],
    ['findRefused', 'import-1', 'import-1'],
    ['findOnStream', 'import-1', 'import-1'],
  ];

  for (const [first, argument, asked] of commands) {
    it(`is ignored after ${first}, be it the same one twice at once, or another`, async () => {
      const window = new Window();
      const twice = [window.run(first, argument), window.run(first, argument)];
      await until('the first question', () => window.asked.length > 0);
      // Those that are ignored end at once, though the first one stands.
      await Promise.all(commands.map(([second, own]) => window.run(second, own)));
      const ofOther = window.run('sendCsv', other);
      await until('that about the other file', () => window.asked.length > 1);
      assert.deepEqual(window.asked, [asked, other.path]);
      window.end();
      await Promise.all([...twice, ofOther]);
      const again = window.run(first, argument);
      await until('the question after the first', () => window.asked.length > 2);
      window.end();
      await again;
      assert.deepEqual(window.asked, [asked, other.path, asked]);
    });
  }
});
