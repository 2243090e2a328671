import * as vscode from 'vscode';
import type { FollowUpAction } from '../../core/delivery/index';
import type { Checker } from '../checking/checker';
import type { ListAnswers } from '../checking/listAnswers';
import { keepContextKey, pathSpellings } from '../contextKeys';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import { setContextKey } from '../setContextKey';
import type { StreamRegistry } from '../streams/registry';
import type { SandboxStream } from '../streams/sandbox';

/** Keeps the keys by which the palette and the editor's title show what can be done now. */
export function keepContextKeys(
  { checker, answers, sandbox, registry, ledgers }: Parts,
  set = setContextKey,
): vscode.Disposable {
  const paths = (documents: readonly vscode.TextDocument[]) =>
    // An empty list would count as something that is there.
    documents.length === 0
      ? undefined
      : [...new Set(documents.flatMap(({ uri }) => pathSpellings(uri)))].toSorted();
  const lists = () => checker.documentsWith((sheet) => sheet.isContactList);
  const sendable = () =>
    checker
      .documentsWith((sheet) => sheet.isContactList || sheet.mayBeContactList || sheet.lacksHeader)
      // Such a file is left alone, but for its context menu.
      .filter(({ uri }) => answers.of(uri) !== 'noList');
  // A document that closes or is checked no more changes its stage.
  const checks = [checker.onDidCheck, checker.onDidChangeStage];
  // Another window may have sent something, or deleted the history.
  const history = [ledgers.onDidChange.bind(ledgers), vscode.window.onDidChangeWindowState];
  // What went to a sandbox that stops can only be saved.
  const follow = [...history, sandbox.onDidChange];
  const left = onceATurn(() => actionsLeft(ledgers, sandbox));
  return vscode.Disposable.from(
    keepContextKey('lists', () => paths(lists()), checks, set),
    keepContextKey('sendable', () => paths(sendable()), checks, set),
    keepContextKey('sandboxRuns', () => sandbox.listed.host !== undefined, [sandbox.onDidChange], set),
    keepContextKey('hasStreams', () => registry.configured.length > 0, [registry.onDidChange], set),
    keepContextKey('hasSent', async () => (await hasSent(ledgers)) || undefined, history, set),
    new OpenedPages(set),
    keepContextKey('noHistory', async () => !(await ledgers.exist()), history, set),
    keepContextKey('nothingToResume', async () => !(await left()).has('resume'), follow, set),
    keepContextKey('nothingToFind', async () => !(await left()).has('findRefused'), follow, set),
    keepContextKey('nothingToSave', async () => !(await left()).has('saveRest'), history, set),
  );
}

/** How long a page gets until it has asked what is so already, and how long it is then told so; ms. */
const [untilTold, toldFor] = [2_000, 500];

/**
 * Ticks the steps of a walkthrough that is opened after the work: VS Code takes what is so by then for told already, and
 * ticks what becomes so.
 */
class OpenedPages implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly set: typeof setContextKey) {
    this.subscription = vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
      // Extensions are told nothing of VS Code's own pages but their names.
      if (opened.some(({ input }) => input === undefined)) this.opened();
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
  }

  private opened(): void {
    clearTimeout(this.timer);
    this.set('pageOpened', undefined);
    this.timer = setTimeout(() => {
      this.set('pageOpened', true);
      this.timer = setTimeout(() => this.set('pageOpened', undefined), toldFor);
    }, untilTold);
  }
}

async function hasSent(ledgers: Parts['ledgers']): Promise<boolean> {
  if (!(await ledgers.exist())) return false;
  return (await ledgers.summaries()).some(({ counts }) => counts.created > 0);
}

/** What can be done with one import at least. */
async function actionsLeft(
  ledgers: Parts['ledgers'],
  sandbox: Parts['sandbox'],
): Promise<ReadonlySet<FollowUpAction>> {
  if (!(await ledgers.exist())) return new Set();
  const { possibleActions } = await loadDelivery();
  return new Set(
    (await ledgers.summaries()).flatMap((summary) =>
      possibleActions(summary).filter((action) => action === 'saveRest' || !sandbox.isGone(summary.stream)),
    ),
  );
}

/** Several keys ask at each change: one reading answers all that ask at the same moment, and none that ask later. */
function onceATurn<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    if (reading === undefined) {
      reading = read();
      queueMicrotask(() => (reading = undefined));
    }
    return reading;
  };
}

interface Parts {
  readonly checker: Pick<Checker, 'documentsWith' | 'onDidCheck' | 'onDidChangeStage'>;
  readonly answers: Pick<ListAnswers, 'of'>;
  readonly sandbox: Pick<SandboxStream, 'listed' | 'isGone' | 'onDidChange'>;
  readonly registry: Pick<StreamRegistry, 'configured' | 'onDidChange'>;
  readonly ledgers: Pick<Ledgers, 'exist' | 'onDidChange' | 'summaries'>;
}
