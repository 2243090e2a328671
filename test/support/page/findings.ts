import type { Findings, Problem } from '../../../src/protocol/findings';
import type { Shown } from './host';

const problem = (severity: Problem['severity'], line: number, code: string, message: string): Problem => ({
  severity,
  code,
  line,
  column: line % 60 || 1,
  message,
});

/** A problem of each severity, in a file of which not all is listed. */
export const everySeverity: Findings = {
  fileName: 'customers of all regions.csv',
  fileUri: 'file:///customers%20of%20all%20regions.csv',
  at: '2026-03-01T09:30:00.000Z',
  rowCount: 812_345,
  counts: { error: 12_004, warning: 3_210, information: 1, hint: 1 },
  notices: ['The first 4 of 15,216 problems are listed, errors before all else.'],
  problems: [
    problem('error', 2, 'value.required', 'firstName is empty. Agent Assist requires it.'),
    problem('warning', 612_345, 'phone.invalid', '“98765” is no valid phone number for +91.'),
    problem('information', 3, 'columns.unknown', 'Agent Assist knows no column “notes”.'),
    problem('hint', 1_234, 'value.spaces', `${'long'.repeat(30)} has spaces around it.`),
  ],
};

/** The page of these findings. */
export const showFindings = (state: Findings): Shown => ({ page: 'findings', state });
