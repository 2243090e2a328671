import { l10n } from 'vscode';
import type { Activity } from '../../core/delivery/index';
import { fullId } from '../commandIds';

/** What an import is doing, in a few words. `seconds`: what is left of a wait. */
export function progressMessage(activity: Activity, done: number, total: number, seconds: number): string {
  const progress = l10n.t('{0} of {1} rows', done.toLocaleString(), total.toLocaleString());
  switch (activity.kind) {
    case 'sending':
      return progress;
    case 'pacing':
      return l10n.t('{0}. Waiting for the next minute: only so many requests are allowed in one', progress);
    case 'waiting':
      return activity.why === 'rateLimit'
        ? l10n.t('{0}. The stream asks to wait: {1} s', progress, seconds)
        : l10n.t('{0}. No connection, next try in {1} s', progress, seconds);
    case 'settling':
      // The notification's Cancel ends the import. Another button it cannot have, but a link.
      return l10n.t(
        '{0}. No answer came: looking for the rows on the stream once more in {1} s. [Skip]({2})',
        progress,
        seconds,
        `command:${fullId('skipLook')}`,
      );
    case 'reading':
      return activity.total === undefined
        ? l10n.t(
            '{0}. Looking for rows on the stream: {1} contacts read',
            progress,
            activity.contacts.toLocaleString(),
          )
        : l10n.t(
            '{0}. Looking for rows on the stream: {1} of {2} contacts read',
            progress,
            activity.contacts.toLocaleString(),
            activity.total.toLocaleString(),
          );
  }
}
