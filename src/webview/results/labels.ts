import * as l10n from '@vscode/l10n';
import type { ResultColumn, RowOutcome } from '../../protocol/results';

/** Headings of the table, in the user's language. */
export const columnLabels = (): Readonly<Record<ResultColumn, string>> => ({
  line: l10n.t('Line'),
  outcome: l10n.t('Outcome'),
  name: l10n.t('Name'),
  phone: l10n.t('Phone number'),
  why: l10n.t('Why'),
  salutation: l10n.t('Salutation'),
  firstName: l10n.t('First name'),
  lastName: l10n.t('Last name'),
  phoneNumber: l10n.t('Number'),
  countryCode: l10n.t('Country code'),
  extension: l10n.t('Extension'),
  status: l10n.t('Status'),
  id: l10n.t('ID'),
  createdAt: l10n.t('Created'),
});

/** What each outcome is called. */
export const outcomeLabels = (): Readonly<Record<RowOutcome, string>> => ({
  created: l10n.t('Created'),
  notReturned: l10n.t('Not returned'),
  refused: l10n.t('Refused'),
  unknown: l10n.t('Unknown'),
  present: l10n.t('Found on stream'),
  absent: l10n.t('Not found on stream'),
  notSent: l10n.t('Not sent'),
  unmatched: l10n.t('Not matched'),
  waiting: l10n.t('Waiting'),
});

/** What each outcome means in one sentence, for tooltip and details pane. */
export const outcomeHelp = (): Readonly<Record<RowOutcome, string>> => ({
  created: l10n.t('The stream returned a contact with this number in its answer to this import.'),
  notReturned: l10n.t(
    'This row was sent, but the stream’s answer has no contact with its number. The number may be on the stream already.',
  ),
  refused: l10n.t('The stream refused this row, or the request that it was sent in.'),
  unknown: l10n.t('The stream gave no clear answer for this row. The contact may exist.'),
  present: l10n.t(
    'A contact with this number is on the stream. Another import or person may have created it.',
  ),
  absent: l10n.t('No contact with this number is on the stream. The row can be sent again.'),
  notSent: l10n.t('This import did not send this row.'),
  unmatched: l10n.t('The stream returned this contact, and it could not be matched to a row of the file.'),
  waiting: l10n.t('This row is waiting to be sent.'),
});

/** What was found out of a row, as a step of its history. `isFirst`: by the answer to the import, not by a look. */
export function eventLabel(outcome: RowOutcome, isFirst: boolean): string {
  switch (outcome) {
    case 'created':
      return l10n.t('Sent: created');
    case 'notReturned':
      return l10n.t('Sent: not in the answer');
    case 'refused':
      return l10n.t('Sent: refused');
    case 'unknown':
      return l10n.t('Sent: no clear answer');
    case 'present':
      return isFirst ? l10n.t('Sent: found on the stream') : l10n.t('Looked up: found on the stream');
    case 'absent':
      return l10n.t('Looked up: not found on the stream');
    case 'notSent':
    case 'unmatched':
    case 'waiting':
      return outcomeLabels()[outcome];
  }
}
