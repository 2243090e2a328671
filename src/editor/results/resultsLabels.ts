import { env, l10n } from 'vscode';
import type { ResultsLabels } from '../../protocol/labels';

/** The words of the results page in the language of the editor. */
export function resultsLabels(): ResultsLabels {
  return {
    language: env.language,
    sandboxBanner: l10n.t(
      'SANDBOX: these contacts are on a stream on this machine, and are gone when it stops.',
    ),
    sentAt: l10n.t('Sent'),
    stream: l10n.t('Stream'),
    file: l10n.t('File'),
    rows: l10n.t('Rows'),
    showOnly: l10n.t('Show Only These'),
    actions: {
      resume: l10n.t('Resume Import…'),
      findRefused: l10n.t('Find the Refused Rows…'),
      saveRest: l10n.t('Save the Rest as CSV…'),
    },
    filter: l10n.t('Filter contacts'),
    outcomeFilter: l10n.t('Outcome'),
    shown: l10n.t('{0} of {1} shown'),
    notListed: l10n.t('{0} further rows are counted, not listed.'),
    allRows: l10n.t('All outcomes'),
    noRows: l10n.t('This import has no rows.'),
    noMatch: l10n.t('No contact matches the filter.'),
    clearFilter: l10n.t('Clear Filter'),
    gridLabel: l10n.t('Contacts'),
    columns: {
      line: l10n.t('Line'),
      outcome: l10n.t('Outcome'),
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
    },
    outcomes: {
      created: l10n.t('Created'),
      notReturned: l10n.t('Not returned'),
      refused: l10n.t('Refused'),
      unknown: l10n.t('Unknown'),
      present: l10n.t('Present'),
      absent: l10n.t('Absent'),
      notSent: l10n.t('Not sent'),
      unmatched: l10n.t('No such row'),
    },
    outcomeHelp: {
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
    },
    details: l10n.t('Details'),
    messageLabel: l10n.t('Why'),
    detailsEmpty: l10n.t('The stream gave no further fields.'),
    closeDetails: l10n.t('Close Details'),
    goToLine: l10n.t('Go to line {0}'),
  };
}
