import * as vscode from 'vscode';
import {
  isUsable,
  judgeAccountId,
  judgeClientId,
  judgeStreamId,
  type IdentifierVerdict,
} from '../../core/stream/identifiers';
import { nameProblem } from '../../core/stream/name';
import type { Stream } from '../../core/stream/stream';
import { askHost } from './askHost';
import { judgeSecret, secretPrompt } from './askSecret';
import { askText, type Remark, type TextQuestion } from './askText';
import type { StreamRegistry } from './registry';
import type { Secrets } from '../secrets';
import { back, runSteps, type Place, type Reply, type Step } from '../quickInput';
import { identifierProblemMessage, nameProblemMessage } from './problemMessages';

/** The answers so far. `secret` stays empty when the stored one is to be kept. */
interface Draft {
  readonly name: string;
  readonly host: string;
  readonly streamId: string;
  readonly clientId: string;
  readonly accountId: string;
  readonly secret: string;
}

/**
 * Asks for all that a stream needs, one question after another. Nothing is written before the last answer, so
 * giving up anywhere leaves everything as it was.
 */
export class StreamWizard {
  constructor(
    private readonly registry: StreamRegistry,
    private readonly secrets: Secrets,
  ) {}

  /** Adds a stream with its client secret. Gives it, or `undefined` when the user gave up. */
  async add(): Promise<Stream | undefined> {
    const empty: Draft = { name: '', host: '', streamId: '', clientId: '', accountId: '', secret: '' };
    const draft = await runSteps(vscode.l10n.t('Add Stream'), this.steps(undefined), empty);
    if (draft === undefined) return undefined;
    const stream = streamOf(draft);
    await this.registry.add(stream);
    await this.store(stream, draft.secret);
    return stream;
  }

  /**
   * Changes a stream. When host or client ID become others, the client secret is asked for again: the stored one is
   * bound to the old ones. Gives the stream as it is now, or `undefined` when the user gave up.
   */
  async edit(stream: Stream): Promise<Stream | undefined> {
    const { name, host, streamId, clientId, accountId = '' } = stream;
    const draft = await runSteps(vscode.l10n.t('Edit Stream'), this.steps(stream), {
      ...{ name, host, streamId, clientId, accountId },
      secret: '',
    });
    if (draft === undefined) return undefined;
    const changed = { ...streamOf(draft), ...fixed(stream) };
    await this.registry.replace(name, changed);
    await this.store(changed, draft.secret);
    return changed;
  }

  private async store(stream: Stream, secret: string): Promise<void> {
    if (secret !== '') await this.secrets.set(stream, secret);
  }

  private steps(old: Stream | undefined): readonly Step<Draft>[] {
    const taken = this.registry.configured.map(({ name }) => name).filter((name) => name !== old?.name);
    return [
      textStep('name', () => ({
        prompt: vscode.l10n.t('A name of your own for the stream. It is shown before anything is sent.'),
        placeholder: vscode.l10n.t('Support EU'),
        check: (text) => {
          const problem = nameProblem(text, taken);
          return problem && { severity: 'error', message: nameProblemMessage(problem) };
        },
      })),
      { ask: async (draft, place) => put(draft, 'host', await askHost(place, draft.host)) },
      textStep('streamId', () => ({
        prompt: vscode.l10n.t(
          'Stream ID, also called bot ID: in Agent Assist, on the General Settings page of the bot.',
        ),
        placeholder: 'st-',
        check: (text) => identifierRemark('streamId', judgeStreamId(text)),
      })),
      textStep('clientId', () => ({
        prompt: vscode.l10n.t(
          'Client ID of the app whose API scope “Configuration” is ticked and published.',
        ),
        placeholder: 'cs-',
        check: (text) => identifierRemark('clientId', judgeClientId(text)),
      })),
      textStep('accountId', () => ({
        prompt: vscode.l10n.t(
          'Account ID, optional. The documentation of the other contact calls demands it, so your stream may: enter it if you know it.',
        ),
        placeholder: vscode.l10n.t('Leave empty if you do not know it'),
        check: (text) => (text === '' ? undefined : identifierRemark('accountId', judgeAccountId(text))),
      })),
      {
        applies: (draft) => draft.host !== old?.host || draft.clientId !== old.clientId,
        ask: (draft, place) => this.askSecret(draft, place),
      },
    ];
  }

  private async askSecret(draft: Draft, place: Place): Promise<Reply<Draft>> {
    // Another stream may share host and client ID, and so the secret.
    const stored = (await this.secrets.get(draft)) !== undefined;
    const reply = await askText(place, {
      prompt: secretPrompt(draft),
      placeholder: stored
        ? vscode.l10n.t('Leave empty to keep the stored secret')
        : vscode.l10n.t('Client secret'),
      value: '',
      password: true,
      check: (text) => (text === '' && stored ? undefined : judgeSecret(text)),
    });
    return put(draft, 'secret', reply);
  }
}

function textStep(key: keyof Draft, question: () => Omit<TextQuestion, 'value'>): Step<Draft> {
  return {
    ask: async (draft, place) => put(draft, key, await askText(place, { ...question(), value: draft[key] })),
  };
}

function put(draft: Draft, key: keyof Draft, reply: Reply<string>): Reply<Draft> {
  return reply === undefined || reply === back ? reply : { ...draft, [key]: reply };
}

function identifierRemark(
  kind: 'streamId' | 'clientId' | 'accountId',
  verdict: IdentifierVerdict,
): Remark | undefined {
  const message = identifierProblemMessage(kind, verdict);
  return message === undefined ? undefined : { message, severity: isUsable(verdict) ? 'warning' : 'error' };
}

function streamOf({ name, host, streamId, clientId, accountId }: Draft): Stream {
  return { name, host, streamId, clientId, ...(accountId !== '' && { accountId }) };
}

/** What the wizard does not ask for: subject and protection are set in the settings only. */
function fixed({ subject, protected: isProtected }: Stream): Partial<Stream> {
  return { ...(subject !== undefined && { subject }), ...(isProtected && { protected: true }) };
}
