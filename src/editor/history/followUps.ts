import * as vscode from 'vscode';
import type { ImportEnd, Reopened } from '../../core/delivery/index';
import { showError, UserError } from '../errors';
import { shownName } from '../files';
import { loadDelivery } from '../loadDelivery';
import { plainText } from '../plainText';
import { askClearance, clearanceError } from '../sending/clearance';
import { ImportSession, type SessionParts } from '../sending/importSession';
import type { Preparer } from '../sending/preparer';
import type { Sendable } from '../sending/sendable';
import type { Settings } from '../settings';
import type { ListedStream, StreamWithSecret } from '../streams/listed';
import type { StreamRegistry } from '../streams/registry';
import type { Targets } from '../streams/targets';
import { confirmLookUp, confirmResume, confirmSearch } from './confirmFollowUp';
import { nothingLeft } from './followUpMessages';
import { refuseUnusable, reopenImport } from './reopenImport';
import { saveRestOf } from './restFile';

/** An earlier import, and the stream to which it went. */
interface Opened {
  readonly reopened: Reopened<Sendable>;
  readonly target: StreamWithSecret;
}

/** What can be done with an import after it has come to an end, or was cut off: all from its ledger and its file. */
export class FollowUps {
  constructor(
    private readonly registry: StreamRegistry,
    private readonly targets: Targets,
    private readonly preparer: Preparer,
    private readonly sessions: SessionParts,
    private readonly settings: Pick<Settings, 'batchRows' | 'requestsPerMinute'>,
  ) {}

  /**
   * Looks for the rows whose outcome is unknown, then sends those that were not sent or are not on the stream.
   * @throws UserError when that cannot be done now
   */
  async resume(importId: string): Promise<void> {
    const opened = await this.open(importId);
    if (opened === undefined) return;
    const { reopened, target } = opened;
    const { actionOutcomes, countElsewhere, countOpen, listOpen } = await loadDelivery();
    if (countOpen(reopened, ...actionOutcomes.resume) === 0)
      throw nothingLeft(reopened, countElsewhere(reopened, ...actionOutcomes.resume));
    const unknown = await listOpen(reopened, 'unknown');
    if (unknown.length > 0 && !(await confirmLookUp(reopened, target.stream, unknown.length))) return;
    await refuseUnusable(importId, this.sessions.ledgers);
    const title = vscode.l10n.t('Resuming the import of {0}', shownName(reopened.content.uri));
    const session = await ImportSession.resume(this.sessions, reopened, target, { title, searches: false });
    await session.finish(async () => {
      const looked = await session.lookUp(unknown);
      return looked.why === 'cancelled' ? looked : await this.sendRest(session, opened, looked);
    });
  }

  /**
   * Finds which of the refused rows are refused by themselves, and sends the others.
   * @throws UserError when that cannot be done now
   */
  async findRefused(importId: string): Promise<void> {
    const opened = await this.open(importId);
    if (opened === undefined) return;
    const { reopened, target } = opened;
    const { listOpen } = await loadDelivery();
    const rows = await listOpen(reopened, 'refused');
    if (rows.length === 0)
      throw new UserError(vscode.l10n.t('The file no longer has any of the refused rows.'));
    const typedName = await confirmSearch(reopened, rows.length, target.stream);
    if (typedName === undefined) return;
    const request = { sendable: reopened.content, stream: target.stream, typedName, isFollowUp: true };
    const cleared = await askClearance(this.sessions.ledgers, request);
    if (!cleared.ok) throw clearanceError(cleared.refusal, request);
    const title = vscode.l10n.t('Finding the refused rows of {0}', shownName(reopened.content.uri));
    const session = await ImportSession.resume(this.sessions, reopened, target, { title, searches: true });
    await session.finish(() => session.findRefused(rows, cleared.clearance));
  }

  /**
   * Saves the rows that were left, each with the reason.
   * @throws UserError when that cannot be done now
   */
  async saveRest(importId: string, reasons: ReadonlyMap<number, string>): Promise<void> {
    await saveRestOf(await this.reopen(importId), reasons);
  }

  /** @param looked how the search for unknown rows ended, which is the import's end when nothing is sent */
  private async sendRest(
    session: ImportSession,
    { reopened, target: { stream } }: Opened,
    looked: ImportEnd,
  ): Promise<ImportEnd> {
    const givenUp: ImportEnd = looked.why === 'failed' ? looked : { why: 'cancelled' };
    const decision = await confirmResume(reopened, stream, this.settings);
    if (decision === undefined) return givenUp;
    if (decision === 'nothingLeft') return looked;
    const { typedName, outcomes } = decision;
    const importId = reopened.record.begun.id;
    const request = { sendable: reopened.content, stream, typedName, isFollowUp: true, importId };
    const cleared = await askClearance(this.sessions.ledgers, request);
    if (!cleared.ok) {
      showError(clearanceError(cleared.refusal, request), this.sessions.log);
      return givenUp;
    }
    const { doubtfulElsewhere, listOpen } = await loadDelivery();
    const own = await listOpen(reopened, 'absent');
    const others = outcomes.filter((outcome) => outcome !== 'absent');
    return await session.sendRest(
      reopened,
      others,
      { own, elsewhere: await doubtfulElsewhere(reopened, 'notSent') },
      cleared.clearance,
    );
  }

  private async open(importId: string): Promise<Opened | undefined> {
    const reopened = await this.reopen(importId);
    const target = await this.targets.resolve(this.streamOf(reopened));
    return target && { reopened, target };
  }

  private async reopen(importId: string): Promise<Reopened<Sendable>> {
    return await reopenImport(importId, this.sessions.ledgers, this.preparer);
  }

  /** The stream of the import as it is set up now: by its address, whatever it is called. */
  private streamOf({ record: { begun } }: Reopened): ListedStream {
    const found = this.registry.list.find(
      (stream) =>
        stream.host === begun.stream.host &&
        'streamId' in stream &&
        stream.streamId === begun.stream.streamId,
    );
    if (found) return found;
    throw new UserError(
      begun.stream.sandbox
        ? vscode.l10n.t('The sandbox to which this import went has stopped, and its contacts are gone.')
        : vscode.l10n.t(
            'No stream with the host {0} and the stream ID {1} is set up any more. Add it, and try again.',
            plainText(begun.stream.host),
            plainText(begun.stream.streamId),
          ),
    );
  }
}
