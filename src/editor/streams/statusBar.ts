import * as vscode from 'vscode';
import { fullId, type CommandId } from '../commandIds';
import { isProtected, type ListedStream } from './listed';
import type { StreamRegistry } from './registry';
import { plainText } from '../plainText';

/** What the status bar has to know about contact files. */
export interface ContactDocuments {
  /** Whether a document is a contact CSV in the eyes of this extension. */
  isContactDocument(document: vscode.TextDocument): boolean;
  /** After another document came to the front, or the answer may have changed for the one that is there. */
  readonly onDidChange: vscode.Event<unknown>;
}

/** One item, there while a contact CSV is in front: where its contacts would go. A click selects another stream. */
export class StreamStatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'agentassistContacts.stream',
    vscode.StatusBarAlignment.Right,
    100,
  );
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly registry: StreamRegistry,
    private readonly documents: ContactDocuments,
  ) {
    this.item.name = vscode.l10n.t('Contact Stream');
    this.item.command = fullId('selectStream');
    const update = () => this.update();
    this.subscriptions = vscode.Disposable.from(
      this.item,
      registry.onDidChange(update),
      documents.onDidChange(update),
      // A change of language closes and opens the document in the editor that stays active.
      vscode.workspace.onDidOpenTextDocument(update),
    );
    this.update();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private update(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !this.documents.isContactDocument(document)) {
      this.item.hide();
      return;
    }
    const stream = this.registry.selected;
    const name = stream?.name ?? vscode.l10n.t('No stream');
    this.item.text = `$(${iconOf(stream)}) ${name.replaceAll('$(', '$ (')}`;
    this.item.tooltip = tooltipOf(stream);
    this.item.accessibilityInformation = {
      label:
        stream === undefined
          ? vscode.l10n.t('No stream is selected for contacts. Select one.')
          : isProtected(stream)
            ? vscode.l10n.t('Contacts go to the protected stream {0}. Select another one.', name)
            : vscode.l10n.t('Contacts go to stream {0}. Select another one.', name),
      role: 'button',
    };
    this.item.show();
  }
}

function iconOf(stream: ListedStream | undefined): string {
  return stream?.sandbox ? 'beaker' : stream && isProtected(stream) ? 'lock' : 'plug';
}

/** Host, stream ID and what can be done. Values are appended as text: only our own commands are links. */
function tooltipOf(stream: ListedStream | undefined): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  const paragraph = (text: string) => tooltip.appendText(text).appendMarkdown('\n\n');
  const commands: CommandId[] = ['selectStream'];
  if (stream === undefined) {
    paragraph(vscode.l10n.t('No stream is selected in this workspace.'));
    commands.push('addStream', 'startSandbox');
  } else if (stream.sandbox) {
    paragraph(
      stream.host === undefined
        ? vscode.l10n.t('Sandbox on this computer. It starts when you send something.')
        : vscode.l10n.t('Sandbox on this computer, running at {0}.', plainText(stream.host)),
    );
    commands.push(stream.host === undefined ? 'startSandbox' : 'stopSandbox');
  } else {
    paragraph(vscode.l10n.t('Contacts go to {0}.', plainText(stream.name)));
    paragraph(vscode.l10n.t('Host: {0}', plainText(stream.host)));
    paragraph(vscode.l10n.t('Stream ID: {0}', plainText(stream.streamId)));
    if (isProtected(stream))
      paragraph(vscode.l10n.t('Protected: you type its name before anything is sent.'));
    commands.push('verifyStream', 'editStream');
  }
  tooltip.isTrusted = { enabledCommands: commands.map(fullId) };
  const links = commands.map((id) => `[${linkMessage(id)}](command:${fullId(id)}${argument(id, stream)})`);
  return tooltip.appendMarkdown(links.join(' · '));
}

function argument(id: CommandId, stream: ListedStream | undefined): string {
  const about = id === 'verifyStream' || id === 'editStream' ? stream : undefined;
  // Parentheses are left alone by encodeURIComponent and would end the link.
  const encoded =
    about &&
    encodeURIComponent(JSON.stringify([about.name])).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'));
  return encoded === undefined ? '' : `?${encoded}`;
}

function linkMessage(id: CommandId): string {
  const words: Partial<Record<CommandId, string>> = {
    selectStream: vscode.l10n.t('Select Stream'),
    addStream: vscode.l10n.t('Add Stream'),
    editStream: vscode.l10n.t('Edit Stream'),
    verifyStream: vscode.l10n.t('Verify Stream'),
    startSandbox: vscode.l10n.t('Start Sandbox'),
    stopSandbox: vscode.l10n.t('Stop Sandbox'),
  };
  return words[id] ?? id;
}
