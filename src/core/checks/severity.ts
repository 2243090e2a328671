import type { ContactColumn } from '../contact';
import { findingCodes, streamCodes, type Finding, type FindingCode, type Mangling } from './finding';

/** Most severe first; the order in which findings are kept when not all can be shown. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** A severity, or `off`, for each rule that shall not have its default: the setting `check.rules`. */
type RuleSeverities = Readonly<Partial<Record<FindingCode, Severity | 'off'>>>;

/** Values that the user keeps as they are, by column; the empty one too. They are reported no more. */
export type KeptValues = Readonly<Partial<Record<ContactColumn, readonly string[]>>>;

/** What the user wants reported of a file, and how. */
export type RuleSettings = RuleSeverities & { readonly kept?: KeptValues };

const defaults: Readonly<Record<FindingCode, Severity>> = {
  'csv.unclosedQuote': 'error',
  'csv.strayQuote': 'error',
  'csv.joinedRows': 'error',
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
  'value.textMark': 'warning',
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

/** Whether nothing that could be a number is left in its cell. */
function isNoNumber(finding: Finding): boolean {
  if (finding.code === 'phone.mangled') return destroyed.has(finding.how) && !finding.isDoubtful;
  return finding.code === 'phone.invalid' && finding.verdict === 'noDigits';
}

/** Without these no contact can be made of a row: they are errors when it is sent, whatever the settings say. */
const neededToSend: readonly FindingCode[] = [
  'columns.missing',
  'columns.duplicate',
  'columns.misnamed',
  'value.required',
];

/** The settings as they hold when a file is sent: what every contact needs has its default severity. */
export function settingsForSending(settings: RuleSettings): RuleSettings {
  const others = Object.entries(settings).filter(([code]) => !neededToSend.some((needed) => needed === code));
  return Object.fromEntries(others);
}

/** The rules that are off when a file is sent, in their order. */
export function offWhenSending(settings: RuleSettings): readonly FindingCode[] {
  const inForce = settingsForSending(settings);
  return findingCodes.filter(
    (code) => inForce[code] === 'off' && !streamCodes.some((other) => other === code),
  );
}

/** How severe a finding is: the setting for its rule, else the default; `off` for a value that is kept as it is. */
export function severityOf(finding: Finding, settings: RuleSettings): Severity | 'off' {
  if (settings.kept !== undefined && isKept(finding, settings.kept)) return 'off';
  const configured = settings[finding.code];
  if (configured !== undefined) return configured;
  if (finding.code === 'value.required' && oftenEmpty.has(finding.column)) return 'warning';
  if (isNoNumber(finding)) return 'error';
  // The value is the right one but for the quotes around it.
  if (finding.code === 'csv.otherQuotes' && finding.of === 'cells') return 'warning';
  // It never leaves, and the rows below it read as those above.
  if (finding.code === 'csv.repeatedHeader' && finding.order === 'same') return 'warning';
  // Most readers pass over a line with nothing on it, but take one of commas for a row.
  if (finding.code === 'csv.blankRow' && !finding.hasCells) return 'warning';
  return defaults[finding.code];
}

/** The columns of values that can be kept as they are, by the code that reports these. */
const keptColumns: Readonly<Partial<Record<FindingCode, ContactColumn>>> = {
  'value.salutation': 'salutation',
  'extension.unusual': 'cellPhoneExtension',
  'phone.invalid': 'cellPhoneNumber',
  'phone.prefixed': 'cellPhoneNumber',
  'phone.mangled': 'cellPhoneNumber',
  'phone.several': 'cellPhoneNumber',
  'countryCode.invalid': 'cellPhoneCountryCode',
};

/** A value that can be kept as it is. */
export interface Keepable {
  readonly column: ContactColumn;
  readonly value: string;
}

/** Which value a finding is about that can be kept as it is; `undefined` for any other. */
export function keepable(finding: Finding): Keepable | undefined {
  if (finding.code === 'value.required') {
    return oftenEmpty.has(finding.column) ? { column: finding.column, value: '' } : undefined;
  }
  const column = keptColumns[finding.code];
  if (column === undefined || isNoNumber(finding)) return undefined;
  return { column, value: 'value' in finding ? finding.value : '' };
}

/** Whether a finding leaves it open whom the row's number reaches; its user decides whether the row is sent so. */
export function leavesOpen(finding: Finding): boolean {
  const column = keepable(finding)?.column;
  return column === 'cellPhoneNumber' || column === 'cellPhoneCountryCode';
}

function isKept(finding: Finding, kept: KeptValues): boolean {
  const what = keepable(finding);
  const values = what && kept[what.column];
  return what !== undefined && values !== undefined && setOf(values).has(what.value);
}

/** As many are asked for as a list has warnings. */
function setOf(values: readonly string[]): ReadonlySet<string> {
  const known = sets.get(values) ?? new Set(values);
  sets.set(values, known);
  return known;
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();
