import * as vscode from 'vscode';
import type { Claim, FoundAgain, ImportRecord, LongRead } from '../../core/delivery/index';
import type { Stream } from '../../core/stream/stream';
import type { Results } from '../../protocol/results';
import { showFailure } from '../delivery/showFailure';
import { tryAgain, UserError } from '../errors';
import { loadDelivery } from '../loadDelivery';
import { plainText } from '../plainText';
import { withFound } from '../results/foundRows';
import { noteMessage } from '../results/noteMessages';
import type { ResultsPanels } from '../results/resultsPanels';
import type { SessionParts } from '../sending/importSession';
import { logged } from '../sending/runImport';
import type { StandingQuestions } from '../sending/standingQuestions';
import type { StreamWithSecret } from '../streams/listed';
import type { StreamRegistry } from '../streams/registry';
import type { Targets } from '../streams/targets';
import { findDetails, findQuestion, foundNotice, lostMessage } from './findMessages';
import { withFindProgress } from './findProgress';
import type { PastResults } from './pastResults';
import { resumeError } from './reopenImport';
import { streamOfImport } from './streamOfImport';

/** Rows of an import that are looked for. */
interface Sought {
  readonly record: ImportRecord;
  readonly places: readonly number[];
}

/**
 * Finds rows of an import, of which no more than the outcome is known, on its stream again: what is found is shown, and is
 * nowhere else. Nothing is sent, and nothing is written down.
 */
export class FindOnStream {
  constructor(
    private readonly registry: Pick<StreamRegistry, 'list'>,
    private readonly targets: Pick<Targets, 'resolve'>,
    private readonly past: Pick<PastResults, 'of' | 'placesToFind'>,
    private readonly panels: Pick<ResultsPanels, 'showFound' | 'known'>,
    private readonly parts: Pick<SessionParts, 'openClient' | 'ledgers' | 'log'>,
    private readonly questions: StandingQuestions,
  ) {}

  /** @throws UserError when that cannot be done now */
  async find(importId: string): Promise<void> {
    const { history } = await this.parts.ledgers.open();
    const file = (await history.read(importId))?.record.fileUri ?? importId;
    await this.questions.unlessOneStands(file, (answered) => this.ask(importId, answered));
  }

  private async ask(importId: string, answered: () => void): Promise<void> {
    const { usableImport } = await loadDelivery();
    const { history } = await this.parts.ledgers.open();
    const known = await history.read(importId);
    // Ids tell rows whatever key is in use.
    const usable = usableImport(known, known?.record.begun.key ?? '');
    if (!usable.ok) throw resumeError(usable.refusal);
    const { record } = usable;
    const results = await this.past.of(importId);
    // What was found before is looked for again.
    const withoutFound = (await this.panels.known(importId)) ?? results;
    const places = await this.past.placesToFind(record, withoutFound);
    if (places.length === 0) return;
    const target = await this.targets.resolve(streamOfImport(record, this.registry));
    if (target === undefined) return;
    const claim = await this.claim(target.stream);
    try {
      const found = await this.search({ record, places }, results, target, answered);
      if (found.end.why !== 'declined') await this.show(found, places, results, target.stream);
    } finally {
      await claim.release();
    }
  }

  /** While something is sent to the stream, its list changes as it is read. */
  private async claim({ host, streamId, name }: Stream): Promise<Claim> {
    const { claims } = await this.parts.ledgers.open();
    const claim = await claims.take({ host, streamId });
    if (claim) return claim;
    throw new UserError(
      vscode.l10n.t(
        'Nothing was read: another import to “{0}” is running, perhaps in another window. Wait for it to end or cancel it, then try again.',
        plainText(name),
      ),
      tryAgain(),
    );
  }

  private async search(
    { record, places }: Sought,
    { fileName }: Results,
    target: StreamWithSecret,
    answered: () => void,
  ): Promise<FoundAgain> {
    const { findAgain, policyFor, readPage } = await loadDelivery();
    const { openClient, ledgers, log } = this.parts;
    const { history, hasher } = await ledgers.open();
    const { client, queue } = await openClient(target);
    const known = await history.idsOn(target.stream);
    const title = vscode.l10n.t('Finding rows of {0}', plainText(fileName, 100));
    return await withFindProgress(title, places.length, async ({ cancelled, watch, advance }) => {
      const control = { stop: cancelled };
      const parts = {
        calls: logged(client, log),
        queue,
        control,
        retryPolicy: policyFor(target.stream),
        watch,
      };
      const confirm = async (look: LongRead) => {
        const ms = look.reads === undefined ? undefined : await queue.msFor(look.reads);
        const isAgreed = !cancelled.aborted && (await confirmFinding(look, ms, target.stream));
        answered();
        return isAgreed;
      };
      const read = (page: Parameters<typeof readPage>[1]) => readPage(parts, page);
      return await findAgain(record, places, hasher, { read, cancelled, known, confirm, watch, advance });
    });
  }

  private async show(
    found: FoundAgain,
    places: readonly number[],
    results: Results,
    stream: Stream,
  ): Promise<void> {
    const { end } = found;
    if (end.why === 'failed') {
      void showFailure(end.failure, stream, this.parts.log);
      if (found.contacts.size === 0) return;
    }
    const { rows, found: shown } = await withFound(results, new Set(places), found, {
      note: noteMessage,
      lost: lostMessage,
    });
    const others = results.actions.filter((action) => action !== 'findOnStream');
    this.panels.showFound({
      ...results,
      rows,
      notice: foundNotice(end, shown, places.length, stream),
      actions: end.why === 'done' ? others : [...others, 'findOnStream'],
    });
  }
}

async function confirmFinding(look: LongRead, ms: number | undefined, stream: Stream): Promise<boolean> {
  const find = vscode.l10n.t('Find Them');
  const choice = await vscode.window.showInformationMessage(
    findQuestion(look.rows),
    { modal: true, detail: findDetails(look, ms, stream) },
    find,
  );
  return choice === find;
}
