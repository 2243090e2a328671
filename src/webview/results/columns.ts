import * as l10n from '@vscode/l10n';
import type { ResultColumn, ResultRow, RowOutcome } from '../../protocol/results';
import type { CellField } from '../../protocol/rows';
import type { Format } from '../shared/format';
import { outcomeHelp, outcomeLabels } from './labels';

/** What a cell shows, and its full value for the tooltip (a date's ISO form, an outcome's meaning). */
export interface CellText {
  readonly text: string;
  readonly title: string;
}

/** Turns a row's field into what its cell shows. */
export type Describe = (row: ResultRow, column: ResultColumn) => CellText;

/** A {@link Describe} in the user's language. */
export function createDescribe(format: Format): Describe {
  const outcomes = outcomeLabels();
  const help = outcomeHelp();
  return (row, column) => {
    switch (column) {
      case 'line': {
        if (row.line === null) return { text: '–', title: help[row.outcome] };
        // As the editor's gutter writes it: without separators, so that it can be searched for.
        const line = String(row.line);
        return { text: line, title: l10n.t('Go to line {0}', line) };
      }
      case 'outcome':
        return { text: outcomes[row.outcome], title: help[row.outcome] };
      case 'why':
        return { text: row.message || row.remark, title: whyOf(row) };
      case 'name':
        return plain(nameOf(row));
      case 'phone':
        return plain(phoneOf(row));
      case 'createdAt':
        return { text: format.date(row.createdAt), title: row.createdAt };
      case 'salutation':
      case 'firstName':
      case 'lastName':
      case 'phoneNumber':
      case 'countryCode':
      case 'extension':
      case 'status':
      case 'id':
        return plain(row[column]);
    }
  };
}

/** The fields of a row that a column is made of. */
export function fieldsOf(column: ResultColumn): readonly CellField[] {
  if (column === 'name') return ['firstName', 'lastName'];
  if (column === 'phone') return ['phoneNumber', 'countryCode'];
  return column === 'why' ? ['message', 'remark'] : [column];
}

function plain(text: string): CellText {
  return { text, title: text };
}

/** The name as it was sent. */
export function nameOf({ firstName, lastName }: Pick<ResultRow, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim();
}

/** The number as it was sent, with its country. */
export function phoneOf({
  phoneNumber,
  countryCode,
}: Pick<ResultRow, 'phoneNumber' | 'countryCode'>): string {
  return phoneNumber.startsWith('+') ? phoneNumber : `${countryCode} ${phoneNumber}`.trim();
}

/** All that is said of why a row has its outcome. */
export function whyOf({ message, remark }: Pick<ResultRow, 'message' | 'remark'>): string {
  return [message, remark].filter((part) => part !== '').join('\n');
}

/** Most pressing first: so sorts the outcome column, and the list that filters by outcome. */
export const outcomesByUrgency: readonly RowOutcome[] = [
  'refused',
  'notReturned',
  'unknown',
  'absent',
  'notSent',
  'unmatched',
  'present',
  'created',
  'waiting',
];

/** The codicon of each outcome: the text beside it says the same, so that no one depends on shape or colour. */
export const outcomeIcons: Readonly<Record<RowOutcome, string>> = {
  created: 'pass',
  notReturned: 'warning',
  refused: 'error',
  unknown: 'question',
  present: 'eye',
  absent: 'circle-slash',
  notSent: 'circle-large-outline',
  unmatched: 'info',
  waiting: 'clock',
};
