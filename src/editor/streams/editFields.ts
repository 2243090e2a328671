import { l10n } from 'vscode';
import type { Stream } from '../../core/stream/stream';
import { withoutIcons } from '../plainText';
import type { Choice } from './askChoice';
import type { Draft } from './questions';

/** What of a stream can be changed. */
export type Field = keyof Draft;

/** A line for each field, with what it is today. The secret's value is never shown. */
export function fieldChoices(stream: Stream): readonly Choice<Field>[] {
  const none = l10n.t('none');
  return [
    { label: l10n.t('Name'), description: withoutIcons(stream.name), value: 'name' },
    { label: l10n.t('Host'), description: stream.host, value: 'host' },
    { label: l10n.t('Stream ID'), description: stream.streamId, value: 'streamId' },
    { label: l10n.t('Client ID'), description: stream.clientId, value: 'clientId' },
    { label: l10n.t('Account ID'), description: stream.accountId ?? none, value: 'accountId' },
    { label: l10n.t('Client Secret'), description: '••••••••', value: 'secret' },
    {
      label: l10n.t('Protection'),
      description: stream.protected ? l10n.t('protected') : none,
      value: 'isProtected',
    },
  ];
}
