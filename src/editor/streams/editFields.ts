import { l10n } from 'vscode';
import type { Stream } from '../../core/stream/stream';
import { withoutIcons } from '../plainText';
import type { Choice } from './askChoice';
import type { Draft } from './questions';

/** What of a stream can be changed. */
export type Field = keyof Draft;

/** A line for each field, with what it is today: of the secret, whether one is stored. */
export function fieldChoices(stream: Stream, hasSecret: boolean): readonly Choice<Field>[] {
  const none = l10n.t('not set');
  return [
    { label: l10n.t('Name'), description: withoutIcons(stream.name), value: 'name' },
    { label: l10n.t('Host'), description: stream.host, value: 'host' },
    { label: l10n.t('Stream ID'), description: stream.streamId, value: 'streamId' },
    { label: l10n.t('Client ID'), description: stream.clientId, value: 'clientId' },
    { label: l10n.t('Account ID'), description: stream.accountId ?? none, value: 'accountId' },
    {
      label: l10n.t('Client Secret'),
      description: hasSecret ? '••••••••' : l10n.t('not stored'),
      value: 'secret',
    },
    {
      label: l10n.t('Protection'),
      description: stream.protected ? l10n.t('protected') : l10n.t('off'),
      value: 'isProtected',
    },
  ];
}
