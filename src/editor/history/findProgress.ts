import * as vscode from 'vscode';
import type { Activity } from '../../core/delivery/index';
import { withSignal } from '../cancellation';
import { ShownProgress } from '../sending/progress';

/** What a search gets: what ends it, and whom to tell how far it is. */
export interface FindProgress {
  /** Given up at once: a read leaves nothing behind. */
  readonly cancelled: AbortSignal;
  readonly watch: (activity: Activity) => void;
  /** How many rows have been found by now. */
  readonly advance: (found: number) => void;
}

/** Runs a search for so many rows under a notification, whose Cancel ends it. */
export async function withFindProgress<T>(
  title: string,
  rows: number,
  search: (progress: FindProgress) => Promise<T>,
): Promise<T> {
  const location = vscode.ProgressLocation.Notification;
  return await vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const shown = new ShownProgress(progress, rows);
    try {
      return await withSignal(token, (cancelled) =>
        search({
          cancelled,
          watch: (activity) => shown.doing(activity),
          advance: (found) => shown.advance(found),
        }),
      );
    } finally {
      shown.dispose();
    }
  });
}
