import { l10n } from 'vscode';
import type { RowNote, SettledRow } from '../../core/delivery/index';
import { shownMoment } from '../counted';
import { plainText } from '../plainText';

/** What else is worth knowing of a row, in one or two sentences. `name`: that of the contact, or empty. */
export function noteMessage(note: RowNote, name: string): string {
  switch (note.kind) {
    case 'storedAs':
      return note.text === undefined
        ? l10n.t('Stored under another name.')
        : l10n.t('Stored as “{0}”.', plainText(note.text));
    case 'otherName':
      return name === ''
        ? l10n.t('The contact with this number has another name. It may be another person.')
        : l10n.t('On the stream under “{0}”. It may be another person.', plainText(name));
    case 'deleted':
      return l10n.t('A deleted contact has this number.');
    case 'status':
      return note.text === undefined
        ? l10n.t('The stream gave the contact an undocumented status.')
        : l10n.t('The stream gave the contact the undocumented status “{0}”.', plainText(note.text));
    case 'createdAt':
      return note.text === undefined
        ? l10n.t('The contact’s creation time is unreadable: it may be older than this import.')
        : l10n.t(
            'The contact’s creation time, “{0}”, is unreadable: it may be older than this import.',
            plainText(note.text),
          );
    case 'repeatedId':
      return l10n.t('The stream’s answer has two different contacts with one ID.');
    case 'leftOut':
      return leftOutMessage(note);
    case 'batch':
      return l10n.t('The whole request was refused. Rows before the one at fault may exist.');
  }
}

/** Also of a row that was edited since: it has the number of the one that was sent. */
function leftOutMessage({ is, at, isOtherName }: Extract<RowNote, { readonly kind: 'leftOut' }>): string {
  if (isOtherName)
    return at === undefined
      ? l10n.t('An earlier import found this number under another name. It may be another person.')
      : l10n.t(
          'The import of {0} found this number under another name. It may be another person.',
          shownMoment(new Date(at)),
        );
  if (at === undefined)
    return is === 'created'
      ? l10n.t('An earlier import created a contact with this number.')
      : l10n.t('An earlier import found a contact with this number.');
  const time = shownMoment(new Date(at));
  return is === 'created'
    ? l10n.t('The import of {0} created a contact with this number.', time)
    : l10n.t('The import of {0} found a contact with this number.', time);
}

/** Why a row is not what the file has, in one or two sentences. */
export function sinceMessage({ since, values }: SettledRow['row']): string {
  if (since === 'gone') return l10n.t('The file no longer has this row as it was sent.');
  const isKnown = values.firstName !== undefined || values.lastName !== undefined;
  return isKnown
    ? l10n.t('Edited since it was sent.')
    : l10n.t('Edited since it was sent. Of what was sent, only the number is known.');
}
