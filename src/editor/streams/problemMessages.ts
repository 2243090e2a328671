import { l10n } from 'vscode';
import type { HostProblem } from '../../core/stream/host';
import type { IdentifierVerdict } from '../../core/stream/identifiers';
import { sandboxName, type NameProblem } from '../../core/stream/name';
import type { StreamProblem } from '../../core/stream/streamSettings';
import { streamsKey } from '../settings';

/** What to do about a host. */
export function hostProblemMessage(problem: HostProblem): string {
  switch (problem) {
    case 'empty':
      return l10n.t('Enter the host, for example platform.kore.ai.');
    case 'scheme':
      return l10n.t('Use an address that begins with https://.');
    case 'insecure':
      return l10n.t('Use https://. Plain http is accepted only for this computer.');
    case 'credentials':
      return l10n.t('Leave out the user name and password: they would be stored in your settings.');
    case 'invalid':
      return l10n.t('Enter a host name, for example platform.kore.ai.');
  }
}

/** What to do about a name. */
export function nameProblemMessage(problem: NameProblem): string {
  switch (problem) {
    case 'empty':
      return l10n.t('Enter a name for this stream.');
    case 'invalid':
      return l10n.t('Use at most 60 visible characters on one line.');
    case 'taken':
      return l10n.t('Another stream has this name. Choose a different one.');
    case 'reserved':
      return l10n.t('{0} is the name of the built-in stream. Choose a different one.', sandboxName);
  }
}

/** What to do about an identifier, or what is odd about it; nothing when it is as documented. */
export function identifierProblemMessage(
  kind: 'streamId' | 'clientId' | 'accountId',
  verdict: IdentifierVerdict,
): string | undefined {
  switch (verdict) {
    case 'ok':
      return undefined;
    case 'empty':
      return kind === 'streamId'
        ? l10n.t('Enter the stream ID. It begins with st-.')
        : kind === 'clientId'
          ? l10n.t('Enter the client ID. It begins with cs-.')
          : l10n.t('Enter the account ID, or leave it empty.');
    case 'invalid':
      return l10n.t('Use only letters, digits and - _ . ~ : @ + =, at most 200 of them.');
    case 'bare':
      return kind === 'streamId'
        ? l10n.t('Stream IDs begin with st-. Press Enter to add this prefix.')
        : l10n.t('Client IDs begin with cs-. Press Enter to add this prefix.');
    case 'swapped':
      return kind === 'streamId'
        ? l10n.t('This looks like a client ID: a stream ID begins with st-. Press Enter to use it anyway.')
        : l10n.t('This looks like a stream ID: a client ID begins with cs-. Press Enter to use it anyway.');
    case 'unusual':
      return kind === 'streamId'
        ? l10n.t(
            'Stream IDs usually look like st-1a2b3c4d-…, 39 characters in all. Press Enter to use this one anyway.',
          )
        : kind === 'clientId'
          ? l10n.t(
              'Client IDs usually look like cs-1a2b3c4d-…, 39 characters in all. Press Enter to use this one anyway.',
            )
          : l10n.t(
              'Account IDs usually have 24 characters, 0–9 and a–f. Press Enter to use this one anyway.',
            );
  }
}

/** Names the entry of the settings and what to do about it. Entries are counted from 1. */
export function streamProblemMessage({ code, index = 0, key = '' }: StreamProblem): string {
  const entry = index + 1;
  switch (code) {
    case 'notAList':
      return l10n.t('The setting {0} must be a list.', streamsKey);
    case 'notAnObject':
      return l10n.t(
        'Stream {0} in your settings must be an object with name, host, streamId and clientId.',
        entry,
      );
    case 'secret':
      return l10n.t(
        'Stream {0} in your settings has the key “{1}”. Delete it, run Set Client Secret, and replace that secret in Agent Assist if it was real: settings are synced and copied.',
        entry,
        key,
      );
    case 'missing':
      return l10n.t('Stream {0} in your settings is not used: it has no “{1}”. Add one.', entry, key);
    case 'notText':
      return l10n.t('Stream {0} in your settings is not used: “{1}” must be text in quotes.', entry, key);
    case 'notBoolean':
      return l10n.t(
        'Stream {0} in your settings is not used: “{1}” must be true or false, without quotes.',
        entry,
        key,
      );
    case 'invalid':
      return l10n.t(
        'Stream {0} in your settings is not used: remove spaces and special characters from “{1}”.',
        entry,
        key,
      );
    case 'notClaims':
      return l10n.t(
        'Stream {0} in your settings is not used: “{1}” must be an object such as {2}.',
        entry,
        key,
        '{ "iss": "…" }',
      );
    case 'claim.invalid':
      return l10n.t(
        'Stream {0} in your settings is not used: “{1}” must be text, a number, true, false, or a list of texts.',
        entry,
        key,
      );
    case 'claim.own':
      return l10n.t(
        'Stream {0} in your settings is not used: remove “{1}”, which cannot be set here.',
        entry,
        key,
      );
    case 'name.invalid':
      return l10n.t(
        'Stream {0} in your settings is not used: its name must be at most 60 visible characters on one line.',
        entry,
      );
    case 'name.taken':
      return l10n.t(
        'Stream {0} in your settings is not used: another stream has its name. Choose a different one.',
        entry,
      );
    case 'name.reserved':
      return l10n.t(
        'Stream {0} in your settings is not used: {1} is the name of the built-in stream. Choose a different one.',
        entry,
        sandboxName,
      );
    case 'host.scheme':
      return l10n.t('Stream {0} in your settings is not used: its host must begin with https://.', entry);
    case 'host.insecure':
      return l10n.t(
        'Stream {0} in your settings is not used: its host needs https://. Plain http is accepted only for this computer.',
        entry,
      );
    case 'host.credentials':
      return l10n.t(
        'Stream {0} in your settings is not used: remove the user name and password from its host.',
        entry,
      );
    case 'host.invalid':
      return l10n.t(
        'Stream {0} in your settings is not used: its host is not a host name. Use one such as platform.kore.ai.',
        entry,
      );
  }
}
