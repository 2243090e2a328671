import { l10n } from 'vscode';
import type { HostProblem } from '../../core/stream/host';
import type { IdentifierVerdict } from '../../core/stream/identifiers';
import { sandboxName, type NameProblem } from '../../core/stream/name';
import type { StreamProblem, StreamProblemCode } from '../../core/stream/streamSettings';

/** What to do about a host. */
export function hostProblemMessage(problem: HostProblem): string {
  switch (problem) {
    case 'empty':
      return l10n.t('Enter the host, for example platform.kore.ai.');
    case 'scheme':
      return l10n.t('Use an address that begins with https://.');
    case 'insecure':
      return l10n.t('Use https://. Only to this computer is http allowed: it can be read on its way.');
    case 'credentials':
      return l10n.t('Leave out the user name and password: they would be stored in your settings.');
    case 'invalid':
      return l10n.t('This is not a host name. Enter one like platform.kore.ai.');
  }
}

/** What to do about a name. */
export function nameProblemMessage(problem: NameProblem): string {
  switch (problem) {
    case 'empty':
      return l10n.t('Enter a name by which you will recognize this stream.');
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
      return l10n.t(
        'Remove spaces and special characters. Only letters, digits and - _ . ~ : @ + = are possible, at most 200.',
      );
    case 'swapped':
      return kind === 'streamId'
        ? l10n.t(
            'This looks like a client ID. A stream ID begins with st-. Press Enter to use it all the same.',
          )
        : l10n.t(
            'This looks like a stream ID. A client ID begins with cs-. Press Enter to use it all the same.',
          );
    case 'unusual':
      return kind === 'streamId'
        ? l10n.t(
            'Stream IDs usually look like st-1a2b3c4d-…, 39 characters in all. Press Enter to use this one all the same.',
          )
        : kind === 'clientId'
          ? l10n.t(
              'Client IDs usually look like cs-1a2b3c4d-…, 39 characters in all. Press Enter to use this one all the same.',
            )
          : l10n.t(
              'Account IDs usually have 24 digits and letters a to f. Press Enter to use this one all the same.',
            );
  }
}

/** One sentence or two that name the entry and what to do about it. Entries are counted from 1. */
export function streamProblemMessage({ code, index = 0, key = '' }: StreamProblem): string {
  const entry = index + 1;
  switch (code) {
    case 'notAList':
      return l10n.t('The setting for streams must be a list.');
    case 'notAnObject':
      return l10n.t(
        'Stream {0} in your settings must be an object with name, host, streamId and clientId.',
        entry,
      );
    case 'secret':
      return l10n.t(
        'Stream {0} in your settings has the key “{1}”. Remove it, and change that secret in Agent Assist if it was real: settings are synchronized and copied. Use “Set Client Secret” instead.',
        entry,
        key,
      );
    case 'missing':
    case 'notText':
    case 'notBoolean':
    case 'invalid':
    case 'name.invalid':
    case 'name.taken':
    case 'name.reserved':
    case 'host.scheme':
    case 'host.insecure':
    case 'host.credentials':
    case 'host.invalid':
      return l10n.t('Stream {0} in your settings cannot be used. {1}: {2}', entry, key, valueMessage(code));
  }
}

function valueMessage(code: Exclude<StreamProblemCode, 'notAList' | 'notAnObject' | 'secret'>): string {
  switch (code) {
    case 'missing':
      return l10n.t('This is missing. Add it.');
    case 'notText':
      return l10n.t('This must be text in quotes.');
    case 'notBoolean':
      return l10n.t('This must be true or false, without quotes.');
    case 'invalid':
      return l10n.t('Remove spaces and special characters.');
    case 'name.invalid':
      return nameProblemMessage('invalid');
    case 'name.taken':
      return nameProblemMessage('taken');
    case 'name.reserved':
      return nameProblemMessage('reserved');
    case 'host.scheme':
      return hostProblemMessage('scheme');
    case 'host.insecure':
      return hostProblemMessage('insecure');
    case 'host.credentials':
      return hostProblemMessage('credentials');
    case 'host.invalid':
      return hostProblemMessage('invalid');
  }
}
