import type { Findings, FindingsLabels, Problem } from '../../../src/protocol/findings';
import type { ShowFindingsMessage } from '../../../src/protocol/messages';

const words: FindingsLabels = {
  language: 'en',
  file: 'File',
  checkedAt: 'Checked',
  rows: 'Rows',
  problems: 'Problems',
  columns: { severity: 'Severity', place: 'Place', problem: 'Problem', rule: 'Rule' },
  severities: { error: 'Error', warning: 'Warning', information: 'Information', hint: 'Hint' },
  counted: { error: 'Errors', warning: 'Warnings', information: 'Information', hint: 'Hints' },
  place: 'Line {0}, column {1}',
  goTo: 'Go to line {0}, column {1}',
};

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

/** The message with which the editor shows findings. */
export function showFindings(findings: Findings): ShowFindingsMessage {
  return { type: 'showFindings', words, findings };
}
