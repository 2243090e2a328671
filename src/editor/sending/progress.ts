import * as vscode from 'vscode';
import type { Activity, Control } from '../../core/delivery/index';
import type { LookSkips } from './lookSkips';
import { progressMessage, waitMessage } from './progressMessages';

/** A second notification right after the first one was closed would only flash when the work ends at once; ms. */
const untilSecond = 400;

/** What a long task gets: how it can be ended, and whom to tell what it is doing. */
export interface ImportProgress {
  readonly control: Control;
  /** Does what the notification's Cancel does. */
  readonly cancel: () => void;
  /** The same, without waiting for the answer that is due. */
  readonly giveUp: () => void;
  readonly watch: (activity: Activity) => void;
  /** Moves the bar. `done` of all rows are settled. */
  readonly advance: (done: number) => void;
}

/** Where else it is shown and ended. */
export interface ProgressParts {
  readonly skips: LookSkips;
  /** As in {@link ShownProgress}. */
  readonly waits: (message: string) => void;
}

/**
 * Runs an import under a notification. Its Cancel lets the request that is on its way come to its end, so that its
 * outcome is known. VS Code takes the notification away on the first Cancel, so a second one then offers to give the
 * request up.
 */
export async function withImportProgress<T>(
  title: string,
  total: number,
  { skips, waits }: ProgressParts,
  task: (steered: ImportProgress) => Promise<T>,
): Promise<T> {
  const [stop, giveUp, skip] = [new AbortController(), new AbortController(), new AbortController()];
  const location = vscode.ProgressLocation.Notification;
  return await vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const shown = new ShownProgress(progress, total, waits);
    const work = task({
      control: { stop: stop.signal, giveUp: giveUp.signal, skip: skip.signal },
      cancel: () => stop.abort(),
      giveUp: () => {
        stop.abort();
        giveUp.abort();
      },
      watch: (activity) => {
        skips.offer(skip, activity.kind === 'settling' || activity.kind === 'reading');
        shown.doing(activity);
      },
      advance: (done) => shown.advance(done),
    });
    const subscription = token.onCancellationRequested(() => {
      stop.abort();
      void offerToGiveUp(work, giveUp);
    });
    try {
      return await work;
    } finally {
      subscription.dispose();
      skips.offer(skip, false);
      shown.dispose();
    }
  });
}

async function offerToGiveUp(work: Promise<unknown>, giveUp: AbortController): Promise<void> {
  const settled = work.then(
    () => true,
    () => true,
  );
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), untilSecond));
  if (await Promise.race([settled, late])) return;
  const title = vscode.l10n.t(
    'Waiting for the last answer. Cancel again to stop now; its rows may still be created.',
  );
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (_, token) => {
      const subscription = token.onCancellationRequested(() => giveUp.abort());
      await settled;
      subscription.dispose();
    },
  );
}

/** What nobody sees on the bar is not reported. */
const leastPercent = 0.2;

/** What the notification says and how far its bar is; a wait is counted down. */
export class ShownProgress implements vscode.Disposable {
  private ticking: NodeJS.Timeout | undefined;
  private done = 0;
  /** How many of them the bar shows. */
  private reported = 0;

  constructor(
    private readonly progress: vscode.Progress<{ message?: string; increment?: number }>,
    private readonly total: number,
    /** Is told what is waited for, each second; empty when nothing is. */
    private readonly waits: (message: string) => void = () => undefined,
  ) {}

  advance(done: number): void {
    this.done = Math.max(done, this.done);
    const increment = this.total === 0 ? 0 : (100 * (this.done - this.reported)) / this.total;
    // It is called for each row.
    if (increment < leastPercent && this.done < this.total) return;
    this.reported = this.done;
    this.progress.report({ increment });
  }

  doing(activity: Activity): void {
    this.dispose();
    const until = 'ms' in activity ? Date.now() + activity.ms : 0;
    const say = () => {
      const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      this.progress.report({ message: progressMessage(activity, this.done, this.total, seconds) });
      this.waits(waitMessage(activity, seconds));
    };
    say();
    if (until > 0) this.ticking = setInterval(say, 1000);
  }

  dispose(): void {
    clearInterval(this.ticking);
  }
}
