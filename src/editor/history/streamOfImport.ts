import * as vscode from 'vscode';
import type { ImportRecord } from '../../core/delivery/index';
import { fullId } from '../commandIds';
import { UserError } from '../errors';
import { plainText } from '../plainText';
import type { ListedStream } from '../streams/listed';
import type { StreamRegistry } from '../streams/registry';

/**
 * The stream of an import as it is set up now: by its address, whatever it is called; of several the one of that name.
 * @throws UserError when it is not set up any more
 */
export function streamOfImport(
  { begun: { stream } }: Pick<ImportRecord, 'begun'>,
  registry: Pick<StreamRegistry, 'list'>,
): ListedStream {
  const same = registry.list.filter(
    (listed) => listed.host === stream.host && 'streamId' in listed && listed.streamId === stream.streamId,
  );
  const found = same.find(({ name }) => name === stream.name) ?? same[0];
  if (found) return found;
  if (stream.sandbox)
    throw new UserError(
      vscode.l10n.t('This import went to a sandbox that is stopped. Its contacts are deleted.'),
    );
  throw new UserError(
    vscode.l10n.t(
      'The stream of this import, {1} on {0}, is no longer set up. Add it and try again.',
      plainText(stream.host),
      plainText(stream.streamId),
    ),
    {
      label: vscode.l10n.t('Add Stream…'),
      run: () => vscode.commands.executeCommand(fullId('addStream')),
    },
  );
}
