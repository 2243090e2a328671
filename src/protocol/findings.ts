import * as v from 'valibot';
import { count, line } from './parse';

/** How severe a problem can be, the worst first. */
export const problemSeverities = ['error', 'warning', 'information', 'hint'] as const;

/** One of {@link problemSeverities}. */
export type ProblemSeverity = (typeof problemSeverities)[number];

/** One problem of a file, at its place. */
export interface Problem {
  readonly severity: ProblemSeverity;
  /** The rule's code, such as `value.required`. */
  readonly code: string;
  /** Both from 1, as the editor counts; the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** A whole sentence in the user's language; it may quote the file. */
  readonly message: string;
}

/** What a check found in a file that has no Problems view. */
export interface Findings {
  /** File name without its folder. */
  readonly fileName: string;
  /** ISO 8601, when the check came to its end. */
  readonly at: string;
  readonly rowCount: number;
  /** How many there are of each severity, listed or not. */
  readonly counts: Readonly<Record<ProblemSeverity, number>>;
  /** What has to be known of the list below, each a whole sentence in the user's language. */
  readonly notices: readonly string[];
  /** The listed ones, the most severe first, each severity in the order of the file. */
  readonly problems: readonly Problem[];
}

/** The page's words in the user's language. */
export interface FindingsLabels {
  /** BCP 47 tag of the editor's display language. */
  readonly language: string;
  readonly file: string;
  readonly checkedAt: string;
  readonly rows: string;
  /** Names the table. */
  readonly problems: string;
  readonly columns: Readonly<Record<'severity' | 'place' | 'problem' | 'rule', string>>;
  readonly severities: Readonly<Record<ProblemSeverity, string>>;
  /** Above a severity's number: "Errors". */
  readonly counted: Readonly<Record<ProblemSeverity, string>>;
  /** "Line {0}, column {1}". */
  readonly place: string;
  /** "Go to line {0}, column {1}". */
  readonly goTo: string;
}

const bySeverity = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.object(v.entriesFromList(problemSeverities, schema));

/** What {@link Findings} are made of. */
export const findingsSchema: v.GenericSchema<unknown, Findings> = v.object({
  fileName: v.string(),
  at: v.string(),
  rowCount: count,
  counts: bySeverity(count),
  notices: v.array(v.string()),
  problems: v.array(
    v.object({
      severity: v.picklist(problemSeverities),
      code: v.string(),
      line,
      column: line,
      message: v.string(),
    }),
  ),
});

/** What {@link FindingsLabels} are made of: every word has to be there. */
export const findingsLabelsSchema: v.GenericSchema<unknown, FindingsLabels> = v.object({
  ...v.entriesFromList(['language', 'file', 'checkedAt', 'rows', 'problems', 'place', 'goTo'], v.string()),
  columns: v.object(v.entriesFromList(['severity', 'place', 'problem', 'rule'], v.string())),
  severities: bySeverity(v.string()),
  counted: bySeverity(v.string()),
});
