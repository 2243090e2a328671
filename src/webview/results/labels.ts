import * as l10n from '@vscode/l10n';
import type { ResultColumn, RowOutcome } from '../../protocol/results';

/** Headings of the table, in the user's language. */
export const columnLabels = (): Readonly<Record<ResultColumn, string>> => ({
  line: l10n.t('Line'),
  outcome: l10n.t('Outcome'),
  why: l10n.t('Why'),
  salutation: l10n.t('Salutation'),
  firstName: l10n.t('First name'),
  lastName: l10n.t('Last name'),
  fullName: l10n.t('Full name'),
  phoneNumber: l10n.t('Phone number'),
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
  present: l10n.t('Present'),
  absent: l10n.t('Absent'),
  notSent: l10n.t('Not sent'),
  unmatched: l10n.t('No such row'),
});

/** What each outcome means in one sentence, for tooltip and details pane. */
export const outcomeHelp = (): Readonly<Record<RowOutcome, string>> => ({
  created: l10n.t('The stream returned a contact with this number in its answer to this import.'),
  notReturned: l10n.t(
    'This row was sent, but the answer holds no contact with its number. The stream may have had that number already.',
  ),
  refused: l10n.t('The stream refused this row, or the batch in which it was sent.'),
  unknown: l10n.t('No answer says what became of this row. The contact may exist all the same.'),
  present: l10n.t('A contact with this number is on the stream, whoever made it.'),
  absent: l10n.t('No contact with this number is on the stream. The row can be sent again.'),
  notSent: l10n.t('This row was not sent.'),
  unmatched: l10n.t('The stream returned this contact, but no row of the file has its number.'),
});
