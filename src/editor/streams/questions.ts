import * as vscode from 'vscode';
import { nameProblem } from '../../core/stream/name';
import type { Stream } from '../../core/stream/stream';
import { back, type Place, type Reply, type Step } from '../quickInput';
import type { Secrets } from '../secrets';
import { askChoice } from './askChoice';
import { askHost } from './askHost';
import { askIdentifier } from './askIdentifier';
import { judgeSecret, secretPrompt } from './askSecret';
import { askText } from './askText';
import { withHelp, type FindValues } from './findValues';
import { nameProblemMessage } from './problemMessages';

/** The answers so far. `secret` stays empty when the stored one is to be kept. */
export interface Draft {
  readonly name: string;
  readonly host: string;
  readonly streamId: string;
  readonly clientId: string;
  readonly accountId: string;
  readonly secret: string;
  readonly isProtected: boolean;
}

/** Every question about a stream, under what it asks for. */
export type Questions = { readonly [Key in keyof Draft]: Step<Draft>['ask'] };

/** What the questions need to know and to open. */
export interface Surroundings {
  /** Names of the other streams. */
  readonly taken: readonly string[];
  readonly secrets: Pick<Secrets, 'get'>;
  readonly explain: FindValues;
}

/** The questions that a stream is made of. */
export function streamQuestions({ taken, secrets, explain }: Surroundings): Questions {
  return {
    name: put('name', (draft, place) =>
      askText(place, {
        prompt: vscode.l10n.t('Your own name for this stream. It is shown before anything is sent.'),
        placeholder: vscode.l10n.t('Support EU'),
        value: draft.name,
        check: (text) => {
          const problem = nameProblem(text, taken);
          return problem && { severity: 'error', message: nameProblemMessage(problem) };
        },
      }),
    ),
    host: put('host', (draft, place) => askHost(withHelp(place, 'host', explain), draft.host)),
    streamId: put('streamId', (draft, place) =>
      askIdentifier('streamId', withHelp(place, 'stream-id', explain), {
        prompt: vscode.l10n.t('Stream ID, also called bot ID. Agent Assist shows it under General Settings.'),
        placeholder: 'st-',
        value: draft.streamId,
      }),
    ),
    clientId: put('clientId', (draft, place) =>
      askIdentifier('clientId', withHelp(place, 'client-id-and-client-secret', explain), {
        prompt: vscode.l10n.t('Client ID of an app with the API scope “Configuration”.'),
        placeholder: 'cs-',
        value: draft.clientId,
      }),
    ),
    accountId: put('accountId', (draft, place) =>
      askIdentifier('accountId', withHelp(place, 'account-id', explain), {
        prompt: vscode.l10n.t('Account ID (recommended). Agent Assist requires it for reading contacts.'),
        placeholder: vscode.l10n.t('Leave empty if you do not know it'),
        value: draft.accountId,
      }),
    ),
    secret: put('secret', async (draft, place) => {
      // Another stream may share host and client ID, and so the secret.
      const stored = (await secrets.get(draft)) !== undefined;
      return await askText(withHelp(place, 'client-id-and-client-secret', explain), {
        prompt: secretPrompt(draft),
        placeholder: stored
          ? vscode.l10n.t('Leave empty to keep the stored secret')
          : vscode.l10n.t('Client secret'),
        value: '',
        password: true,
        check: (text) => (text === '' && stored ? undefined : judgeSecret(text)),
      });
    }),
    isProtected: put('isProtected', (draft, place) =>
      askChoice(
        place,
        vscode.l10n.t('Protect this stream?'),
        [
          {
            label: vscode.l10n.t('No'),
            detail: vscode.l10n.t('The question before sending names stream and host.'),
            value: false,
          },
          {
            label: `$(lock) ${vscode.l10n.t('Yes, Protect It')}`,
            detail: vscode.l10n.t('Type the stream’s name before every import, for example in production.'),
            value: true,
          },
        ],
        draft.isProtected,
      ),
    ),
  };
}

/** What a draft says of a new stream. */
export function streamOf({ name, host, streamId, clientId, accountId, isProtected }: Draft): Stream {
  return {
    ...{ name, host, streamId, clientId },
    ...(accountId !== '' && { accountId }),
    ...(isProtected && { protected: true }),
  };
}

function put<Key extends keyof Draft>(
  key: Key,
  ask: (draft: Draft, place: Place) => Promise<Reply<Draft[Key]>>,
): Step<Draft>['ask'] {
  return async (draft, place) => {
    const reply = await ask(draft, place);
    return reply === undefined || reply === back ? reply : { ...draft, [key]: reply };
  };
}
