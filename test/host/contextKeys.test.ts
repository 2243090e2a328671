import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ImportSummary } from '../../src/core/delivery';
import { createPhoneNumbers } from '../../src/core/contact/phone';
import { Checker } from '../../src/editor/checking/checker';
import { ListAnswers } from '../../src/editor/checking/listAnswers';
import { keepContextKeys } from '../../src/editor/commands/contextKeys';
import { MemoryLog } from '../support/memoryLog';
import { openText } from './openText';
import { StreamParts, support, writeStreams } from './streamsFakes';
import { until } from './until';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';

describe('context keys', () => {
  const keys = new Map<string, unknown>();
  const parts: { dispose(): unknown }[] = [];
  const changed = new vscode.EventEmitter<void>();
  let streams: StreamParts;
  let answers: ListAnswers;
  let isAnyImport = false;
  const complete = { created: 1, present: 0, refused: 0, notReturned: 0, unknown: 0, absent: 0, notSent: 0 };
  let counts: ImportSummary['counts'] = complete;
  let stream: ImportSummary['stream'];

  before(() => {
    stream = support;
    streams = new StreamParts();
    const said = new Map<string, 'list' | 'noList'>();
    answers = new ListAnswers({
      saidOf: (uri) => said.get(uri),
      setSaid: (uri, what) => Promise.resolve(void said.set(uri, what)),
    });
    const phones = createPhoneNumbers();
    const checker = new Checker(streams.settings, answers, () => Promise.resolve(phones), new MemoryLog());
    const ledgers = {
      exist: () => Promise.resolve(isAnyImport),
      onDidChange: changed.event,
      summaries: () =>
        Promise.resolve([{ state: 'ended', stream, counts, hasRefusedWhole: false } as ImportSummary]),
    };
    const { sandbox, registry } = streams;
    parts.push(
      keepContextKeys({ checker, answers, sandbox, registry, ledgers }, (key, value) => keys.set(key, value)),
      checker,
      answers,
      streams,
    );
  });

  after(() => {
    for (const part of parts) part.dispose();
  });

  const holds = (key: string, { uri }: vscode.TextDocument) => {
    const value: unknown = keys.get(key);
    return Array.isArray(value) && (value as unknown[]).includes(uri.fsPath);
  };
  const close = () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

  it('know contact lists, and what else may be sent with a click, while they are open', async () => {
    const list = await openText(`${header}\nAsha,Rao,Mrs,9876543210,+91,+91\n`);
    await until('the list', () => holds('lists', list) && holds('sendable', list));
    await close();
    await until('no list', () => !holds('lists', list) && !holds('sendable', list));
    const people = await openText('name,city\nAsha Rao,Pune\n');
    await until('what names people', () => holds('sendable', people));
    assert.equal(holds('lists', people), false);
    await answers.set(people.uri, 'noList');
    await until('the answer', () => !holds('sendable', people));
    await close();
  });

  it('know no other CSV', async () => {
    const other = await openText('sku,price\nA-1,12.50\n');
    const list = await openText(`${header}\nAsha,Rao,Mrs,9876543210,+91,+91\n`);
    await until('the list', () => holds('lists', list));
    assert.deepEqual([holds('sendable', other), holds('lists', other)], [false, false]);
    await close();
    await close();
  });

  it('know whether the sandbox runs, streams are set up, and something was sent', async () => {
    await until('the first reading', () => keys.get('noHistory') === true);
    assert.equal(keys.get('sandboxRuns'), false);
    assert.equal(keys.get('hasStreams'), false);
    await streams.sandbox.start();
    await until('the sandbox', () => keys.get('sandboxRuns') === true);
    await streams.sandbox.stop();
    await until('its end', () => keys.get('sandboxRuns') === false);
    await writeStreams([support]);
    await until('the stream', () => keys.get('hasStreams') === true);
    await writeStreams(undefined);
    await until('its end', () => keys.get('hasStreams') === false);
    isAnyImport = true;
    changed.fire();
    await until('the import', () => keys.get('noHistory') === false && keys.get('hasSent') === true);
  });

  it('know of which follow-ups something is left', async () => {
    const nothing = () =>
      ['nothingToResume', 'nothingToFind', 'nothingToSave'].filter((key) => keys.get(key) === true);
    isAnyImport = true;
    changed.fire();
    await until('nothing is left', () => nothing().length === 3);
    counts = { ...complete, refused: 2 };
    changed.fire();
    await until('rows to save', () => !nothing().includes('nothingToSave'));
    assert.deepEqual(nothing(), ['nothingToResume', 'nothingToFind']);
    counts = { ...complete, unknown: 2 };
    changed.fire();
    await until('rows to resume', () => !nothing().includes('nothingToResume'));
    ({ stream } = await streams.sandbox.start());
    changed.fire();
    assert.equal(nothing().includes('nothingToResume'), false);
    await streams.sandbox.stop();
    await until('nothing, without the sandbox', () => nothing().includes('nothingToResume'));
    stream = support;
    changed.fire();
    await until('rows to resume again', () => !nothing().includes('nothingToResume'));
    isAnyImport = false;
    changed.fire();
    await until('nothing, after the history is deleted', () => nothing().length === 3);
  });
});
