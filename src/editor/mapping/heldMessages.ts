import { l10n } from 'vscode';
import type { ColumnMap } from '../../core/mapping/columnMap';
import type { HeldReason } from '../../core/mapping/heldRows';
import type { UntoldReason } from '../../core/mapping/rowReading';
import { findingMessage } from '../checking/findingMessage';
import { counted } from '../counted';
import { headerLabel } from './sourceLabels';

/** Why a row is held back: each reason once, with the column of the user's file that it is about. */
export function heldMessage(
  reasons: readonly HeldReason[],
  columns: ColumnMap,
  headers: readonly string[],
): string {
  return [...new Set(reasons.map((reason) => reasonMessage(reason, columns, headers)))].join(' ');
}

function reasonMessage(reason: HeldReason, columns: ColumnMap, headers: readonly string[]): string {
  switch (reason.kind) {
    case 'unsound':
      return findingMessage(reason.finding);
    case 'untold':
      return l10n.t('{0}: {1}', headerLabel(headers, reason.field), untoldMessage(reason.reason));
    case 'otherHeader':
      return reason.is === 'aboveHeader'
        ? l10n.t('This row is above the header, which may not name its columns.')
        : l10n.t('A header above this row has the columns in another order.');
    case 'noRow':
      return reason.isHeader
        ? l10n.t('The header is repeated here. This line is never sent.')
        : l10n.t('This row has no values to send.');
    case 'mapped': {
      const source = columns[reason.column];
      const message = findingMessage(reason.finding);
      return 'field' in source ? l10n.t('{0}: {1}', headerLabel(headers, source.field), message) : message;
    }
  }
}

/** How many rows are held back. */
export function heldCount(count: number): string {
  return counted(l10n.t('{count, plural, one {# row held back} other {# rows held back}}'), { count });
}

/** What a file has above its header. */
export function linesAboveMessage(count: number): string {
  return counted(
    l10n.t(
      '{count, plural, one {The first line is above the header and is not sent.} other {The first # lines are above the header and are not sent.}}',
    ),
    { count },
  );
}

/** Why a part of a cell could not be told. */
export function untoldMessage(reason: UntoldReason): string {
  switch (reason) {
    case 'several':
      return l10n.t('Two numbers are in one cell. Keep one.');
    case 'mangled':
      return l10n.t('A spreadsheet changed this number. Enter it again as text.');
    case 'unreadable':
      return l10n.t('This is not a phone number.');
    case 'noCountry':
      return l10n.t('This number has no country code.');
    case 'notInUse':
      return l10n.t('This number is not valid in its country.');
    case 'unclearNumber':
      return l10n.t('This can be two different numbers. Write it in full, such as +91 98765 43210.');
    case 'otherCountry':
      return l10n.t('This number has another country code than its row.');
    case 'otherNumber':
      return l10n.t('This country code belongs to another number than the one that is sent.');
    case 'extension':
      return l10n.t('A contact cannot have an office extension.');
    case 'country':
      return l10n.t('This is not a country.');
    case 'unclearName':
      return l10n.t('It is not clear which part is the last name.');
    case 'severalPersons':
      return l10n.t('These may be two people or a family. Give each a row.');
    case 'moreThanName':
      return l10n.t('This cell contains more than a name.');
    case 'oneWord':
      return l10n.t('The full name is a single word.');
    case 'otherTitle':
      return l10n.t('The full name and the salutation column differ.');
    case 'otherName':
      return l10n.t('The full name and the name in the other columns differ.');
    case 'heldValue':
      return l10n.t('You chose to hold back rows with this salutation.');
    case 'newValue':
      return l10n.t('This salutation is new. Choose in Map Columns what it is sent as.');
  }
}
