import * as vscode from 'vscode';
import type { Stream } from '../../core/stream/stream';
import { fullId } from '../commandIds';
import { addStreamChoice, pickStream } from './picker';
import type { StreamRegistry } from './registry';

/**
 * The stream that a command is about: the one that its argument names, else the one that the user picks among the
 * configured ones. With none configured it says so and offers to add one. `undefined` when there is nothing to do.
 */
export async function configuredStream(
  registry: StreamRegistry,
  title: string,
  argument: unknown,
): Promise<Stream | undefined> {
  const streams = registry.configured;
  const named = typeof argument === 'string' ? streams.find(({ name }) => name === argument) : undefined;
  if (named !== undefined) return named;
  if (streams.length === 0) {
    const add = vscode.l10n.t('Add Stream…');
    const message = vscode.l10n.t('No stream is set up yet. The sandbox needs no setup.');
    if ((await vscode.window.showInformationMessage(message, add)) === add) {
      await vscode.commands.executeCommand(fullId('addStream'));
    }
    return undefined;
  }
  const placeholder = vscode.l10n.t('Choose a stream');
  const current = registry.selected?.name;
  const choice = await pickStream({ title, placeholder, streams, current });
  return choice === undefined || choice === addStreamChoice || choice.host === undefined ? undefined : choice;
}
