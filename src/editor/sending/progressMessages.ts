import { l10n } from 'vscode';
import type { Activity } from '../../core/delivery/index';
import { fullId } from '../commandIds';
import { counted } from '../counted';

/** What an import is doing, in a few words. `seconds`: what is left of a wait. */
export function progressMessage(activity: Activity, done: number, total: number, seconds: number): string {
  return counted(message(activity), { done, total, seconds, ...valuesOf(activity) });
}

/** What an import that does not send is waiting for, where the rows are counted elsewhere; empty while it sends. */
export function waitMessage(activity: Activity, seconds: number): string {
  if (activity.kind === 'sending') return '';
  return counted(waitOf(activity), { seconds, ...valuesOf(activity) });
}

function waitOf(activity: Exclude<Activity, { readonly kind: 'sending' }>): string {
  switch (activity.kind) {
    case 'pacing':
      return l10n.t(
        'Waiting {seconds, number} s: the limit of {perMinute, plural, one {# request} other {# requests}} a minute is reached',
      );
    case 'waiting':
      return activity.why === 'rateLimit'
        ? l10n.t('The stream asks to wait: {seconds, number} s')
        : l10n.t('No connection, trying again in {seconds, number} s');
    case 'settling':
      return l10n.t('Looking for rows on the stream in {seconds, number} s');
    case 'reading':
      return activity.total === undefined
        ? l10n.t(
            'Looking for rows on the stream: {contacts, plural, one {# contact} other {# contacts}} read',
          )
        : l10n.t(
            'Looking for rows on the stream: {contacts, number} of {all, plural, one {# contact} other {# contacts}} read',
          );
  }
}

/** With `done` of `total` rows in each, and what its activity has. */
function message(activity: Activity): string {
  switch (activity.kind) {
    case 'sending':
      return l10n.t('{done, number} of {total, plural, one {# row} other {# rows}}');
    case 'pacing':
      return l10n.t(
        '{done, number} of {total, plural, one {# row} other {# rows}}. Waiting {seconds, number} s: the limit of {perMinute, plural, one {# request} other {# requests}} a minute is reached',
      );
    case 'waiting':
      return activity.why === 'rateLimit'
        ? l10n.t(
            '{done, number} of {total, plural, one {# row} other {# rows}}. The stream asks to wait: {seconds, number} s',
          )
        : l10n.t(
            '{done, number} of {total, plural, one {# row} other {# rows}}. No connection, trying again in {seconds, number} s',
          );
    case 'settling':
      // The notification's Cancel ends the import. Another button it cannot have, but a link.
      return l10n.t(
        '{done, number} of {total, plural, one {# row} other {# rows}}. Looking for rows on the stream in {seconds, number} s. [Skip]({skip})',
      );
    case 'reading':
      return activity.total === undefined
        ? l10n.t(
            '{done, number} of {total, plural, one {# row} other {# rows}}. Looking for rows on the stream: {contacts, plural, one {# contact} other {# contacts}} read',
          )
        : l10n.t(
            '{done, number} of {total, plural, one {# row} other {# rows}}. Looking for rows on the stream: {contacts, number} of {all, plural, one {# contact} other {# contacts}} read',
          );
  }
}

function valuesOf(activity: Activity): Readonly<Record<string, string | number>> {
  switch (activity.kind) {
    case 'pacing':
      return { perMinute: activity.perMinute };
    case 'settling':
      return { skip: `command:${fullId('skipLook')}` };
    case 'reading':
      return { contacts: activity.contacts, all: activity.total ?? 0 };
    case 'sending':
    case 'waiting':
      return {};
  }
}
