import type { ContactColumn } from '../contact/columns';
import type { Finding, FindingCode, Mangling } from './finding';

/** Most severe first; the order in which findings are kept when not all can be shown. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** The setting `check.rules`: a severity, or `off`, for each rule that shall not have its default. */
export type RuleSettings = Readonly<Partial<Record<FindingCode, Severity | 'off'>>>;

const defaults: Readonly<Record<FindingCode, Severity>> = {
  'csv.unclosedQuote': 'error',
  'csv.strayQuote': 'error',
  'csv.delimiter': 'error',
  'csv.linesAboveHeader': 'error',
  'csv.rowDelimiter': 'error',
  'csv.quotedLines': 'error',
  'csv.otherQuotes': 'error',
  'csv.formulaCell': 'error',
  'csv.repeatedHeader': 'error',
  'csv.encoding': 'error',
  'csv.fieldCount': 'error',
  'csv.blankRow': 'error',
  'csv.noRows': 'error',
  'columns.none': 'information',
  'columns.missing': 'error',
  'columns.duplicate': 'error',
  'columns.misnamed': 'error',
  'columns.unknown': 'warning',
  'value.required': 'error',
  'value.whitespace': 'warning',
  'value.controlCharacter': 'warning',
  'value.entity': 'warning',
  'value.salutation': 'warning',
  'phone.invalid': 'warning',
  'phone.prefixed': 'warning',
  'phone.mangled': 'warning',
  'phone.digits': 'warning',
  'phone.several': 'warning',
  'phone.spelling': 'hint',
  'phone.duplicate': 'error',
  'countryCode.invalid': 'warning',
  'extension.unusual': 'warning',
  'stream.refused': 'error',
  'stream.notReturned': 'warning',
  'stream.unknown': 'warning',
};

/** Empty in many real lists, and whether the stream minds is not known: a warning where other empty cells are errors. */
const oftenEmpty: ReadonlySet<ContactColumn> = new Set(['salutation', 'cellPhoneExtension']);

/** What a spreadsheet has made of a number when its digits are gone: nothing restores it. */
const destroyed: ReadonlySet<Mangling> = new Set(['exponent', 'date', 'errorValue']);

/** How severe a finding is: the setting for its rule, else the default. */
export function severityOf(finding: Finding, settings: RuleSettings): Severity | 'off' {
  const configured = settings[finding.code];
  if (configured !== undefined) return configured;
  if (finding.code === 'value.required' && oftenEmpty.has(finding.column)) return 'warning';
  if (finding.code === 'phone.mangled' && destroyed.has(finding.how)) return 'error';
  // The value is the right one but for the quotes around it.
  if (finding.code === 'csv.otherQuotes' && finding.of === 'cells') return 'warning';
  // It never leaves, and the rows below it read as those above.
  if (finding.code === 'csv.repeatedHeader' && finding.order === 'same') return 'warning';
  // Most readers pass over a line with nothing on it, but take one of commas for a row.
  if (finding.code === 'csv.blankRow' && !finding.hasCells) return 'warning';
  return defaults[finding.code];
}
