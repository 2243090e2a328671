import * as v from 'valibot';
import {
  resultActions,
  resultColumns,
  rowOutcomes,
  type ResultAction,
  type ResultColumn,
  type RowOutcome,
} from './results';

/** The page's words, already in the user's language. `{0}`, `{1}` are filled in by the page. */
export interface ResultsLabels {
  /** BCP 47 tag of the editor's display language, for dates, numbers and sorting. */
  readonly language: string;
  /** One sentence; it starts with the word that names the sandbox. */
  readonly sandboxBanner: string;
  /** Header: "Sent", "Stream", "File", and "Rows" below their number. */
  readonly sentAt: string;
  readonly stream: string;
  readonly file: string;
  readonly rows: string;
  /** What a press on an outcome's number does: "Show Only These". */
  readonly showOnly: string;
  /** Labels of the buttons below the header. */
  readonly actions: Readonly<Record<ResultAction, string>>;
  /** Placeholder and label of the filter box. */
  readonly filter: string;
  /** Label of the list that picks one outcome, and of the numbers in the header: "Outcome". */
  readonly outcomeFilter: string;
  /** "{0} of {1} shown". */
  readonly shown: string;
  /** "{0} further rows are counted, not listed." */
  readonly notListed: string;
  readonly allRows: string;
  readonly noRows: string;
  readonly noMatch: string;
  readonly clearFilter: string;
  readonly gridLabel: string;
  readonly columns: Readonly<Record<ResultColumn, string>>;
  readonly outcomes: Readonly<Record<RowOutcome, string>>;
  /** What each outcome means in one sentence, for tooltip and details pane. */
  readonly outcomeHelp: Readonly<Record<RowOutcome, string>>;
  readonly details: string;
  /** Heads a row's `message` in the details pane: "Why". */
  readonly messageLabel: string;
  /** In the details pane, when the contact has no further fields. */
  readonly detailsEmpty: string;
  readonly closeDetails: string;
  /** "Go to line {0}". */
  readonly goToLine: string;
}

const plainWords = [
  'language',
  'sandboxBanner',
  'sentAt',
  'stream',
  'file',
  'rows',
  'showOnly',
  'filter',
  'outcomeFilter',
  'shown',
  'notListed',
  'allRows',
  'noRows',
  'noMatch',
  'clearFilter',
  'gridLabel',
  'details',
  'messageLabel',
  'detailsEmpty',
  'closeDetails',
  'goToLine',
] as const;

/** What {@link ResultsLabels} are made of: every word has to be there. */
export const labelsSchema: v.GenericSchema<unknown, ResultsLabels> = v.object({
  ...v.entriesFromList(plainWords, v.string()),
  actions: v.object(v.entriesFromList(resultActions, v.string())),
  columns: v.object(v.entriesFromList(resultColumns, v.string())),
  outcomes: v.object(v.entriesFromList(rowOutcomes, v.string())),
  outcomeHelp: v.object(v.entriesFromList(rowOutcomes, v.string())),
});
