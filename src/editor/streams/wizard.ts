import * as vscode from 'vscode';
import type { Stream } from '../../core/stream/stream';
import { runSteps, type Step } from '../quickInput';
import type { Secrets } from '../secrets';
import { fieldChoices, type Field } from './editFields';
import { askChoice } from './askChoice';
import { plainText } from '../plainText';
import type { FindValues } from './findValues';
import { streamOf, streamQuestions, type Draft, type Questions } from './questions';
import type { StreamRegistry } from './registry';

const empty: Draft = {
  ...{ name: '', host: '', streamId: '', clientId: '', accountId: '', secret: '' },
  isProtected: false,
};

/** What an edit came to: the stream as it is now, and whether talking to it is another thing than before. */
export interface Edited {
  readonly stream: Stream;
  readonly affectsRequests: boolean;
}

/**
 * Asks for all that a stream needs, one question after another. Nothing is written before the last answer, so
 * giving up anywhere leaves everything as it was.
 */
export class StreamWizard {
  constructor(
    private readonly registry: StreamRegistry,
    private readonly secrets: Secrets,
    private readonly explain: FindValues,
  ) {}

  /** Adds a stream with its client secret. Gives it, or `undefined` when the user gave up. */
  async add(): Promise<Stream | undefined> {
    const { name, host, streamId, clientId, accountId, secret, isProtected } = this.questions(undefined);
    const order = [name, host, streamId, clientId, accountId, secret, isProtected];
    const steps = order.map((ask) => ({ ask }));
    const draft = await runSteps(vscode.l10n.t('Add Stream'), steps, empty);
    if (draft === undefined) return undefined;
    const stream = streamOf(draft);
    await this.registry.add(stream);
    await this.store(stream, draft.secret);
    return stream;
  }

  /**
   * Changes one thing of a stream. When host or client ID become others, the client secret is asked for again: the
   * stored one is bound to the old ones. `undefined` when the user gave up, or when nothing is another than before.
   */
  async edit(stream: Stream): Promise<Edited | undefined> {
    const title = vscode.l10n.t('Edit Stream “{0}”', plainText(stream.name));
    const draft = await runSteps(title, this.editSteps(stream), { ...draftOf(stream), field: undefined });
    if (draft === undefined || !differs(draft, stream)) return undefined;
    const { subject, claims } = stream;
    const changed = { ...streamOf(draft), ...(subject && { subject }), ...(claims && { claims }) };
    await this.registry.replace(stream.name, changed);
    await this.store(changed, draft.secret);
    return { stream: changed, affectsRequests: draft.field !== 'name' && draft.field !== 'isProtected' };
  }

  private async store(stream: Stream, secret: string): Promise<void> {
    if (secret !== '') await this.secrets.set(stream, secret);
  }

  private questions(old: Stream | undefined): Questions {
    const names = this.registry.configured.map(({ name }) => name);
    return streamQuestions({
      taken: names.filter((name) => name !== old?.name),
      secrets: this.secrets,
      explain: this.explain,
    });
  }

  /** Which field, then its question, then the secret where that is due. */
  private editSteps(stream: Stream): readonly Step<EditDraft>[] {
    const questions = this.questions(stream);
    const choose: Step<EditDraft>['ask'] = async (draft, place) => {
      const placeholder = vscode.l10n.t('Choose what to change');
      const hasSecret = (await this.secrets.get(stream)) !== undefined;
      const field = await askChoice(place, placeholder, fieldChoices(stream, hasSecret), draft.field);
      if (typeof field !== 'string') return field;
      // Whoever comes back to choose another field has given up the one before.
      return { ...draftOf(stream), field };
    };
    const answer =
      (key: keyof Draft): Step<EditDraft>['ask'] =>
      async (draft, { title }) => {
        // How many follow depends on what was chosen: only the way back is shown, as no number would be right.
        const reply = await questions[key](draft, { title, canGoBack: true });
        return typeof reply === 'object' ? { ...reply, field: draft.field } : reply;
      };
    const isElsewhere = ({ host, clientId }: Draft) => host !== stream.host || clientId !== stream.clientId;
    return [
      { ask: choose },
      {
        applies: ({ field }) => field !== undefined && field !== 'secret',
        ask: (draft, place) => answer(draft.field ?? 'name')(draft, place),
      },
      { applies: (draft) => draft.field === 'secret' || isElsewhere(draft), ask: answer('secret') },
    ];
  }
}

type EditDraft = Draft & { readonly field: Field | undefined };

function draftOf({ name, host, streamId, clientId, accountId = '', protected: isProtected }: Stream): Draft {
  return { name, host, streamId, clientId, accountId, isProtected: isProtected === true, secret: '' };
}

function differs(draft: Draft, stream: Stream): boolean {
  const old = draftOf(stream);
  return (Object.keys(old) as (keyof Draft)[]).some((key) => draft[key] !== old[key]);
}
