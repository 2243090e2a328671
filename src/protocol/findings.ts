import * as v from 'valibot';
import { pageProtocol, type PageState } from './page';
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
export interface Findings extends PageState {
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

/** The page of {@link Findings}. */
export const findingsProtocol = pageProtocol<Findings>(
  v.object({
    ...v.entriesFromList(['fileName', 'fileUri', 'at'], v.string()),
    rowCount: count,
    counts: v.object(v.entriesFromList(problemSeverities, count)),
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
  }),
);
