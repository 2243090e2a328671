import type { ContactColumn } from '../contact/columns';
import type { PhoneVerdict } from '../contact/phoneNumbers';
import type { OffsetRange } from '../csv/range';

interface At<Code extends string> {
  /** Stable, `area.problem`; names the rule in settings, diagnostics and documentation. */
  readonly code: Code;
  /** The place in the text that the finding is about. Empty for an empty cell. */
  readonly range: OffsetRange;
}

/** What a rule found. Data only: the editor words it. */
export type Finding =
  | At<'csv.unclosedQuote'>
  | At<'csv.strayQuote'>
  /** A run of U+FFFD: bytes that were not valid in the encoding with which the file was opened. */
  | At<'csv.encoding'>
  /** A row with too few or too many cells. Too few: the whole row. Too many: from the first surplus cell on. */
  | (At<'csv.fieldCount'> & { readonly expected: number; readonly actual: number })
  /** A header, and nothing below. */
  | At<'csv.noRows'>
  /** No column of the header is a contact's. */
  | At<'columns.none'>
  | (At<'columns.missing'> & { readonly columns: readonly ContactColumn[] })
  | (At<'columns.duplicate'> & { readonly column: ContactColumn; readonly first: OffsetRange })
  | (At<'columns.unknown'> & { readonly header: string })
  | (At<'value.required'> & { readonly column: ContactColumn })
  | (At<'phone.invalid'> & { readonly verdict: Exclude<PhoneVerdict, 'valid'>; readonly callingCode: string })
  /** `canonical`: how the API page writes it, such as `+91`, when the value can only mean that; else no code is meant. */
  | (At<'countryCode.invalid'> & { readonly canonical?: string });

export type FindingCode = Finding['code'];

/** Every code, in the order in which the documentation lists them. */
export const findingCodes = [
  'csv.unclosedQuote',
  'csv.strayQuote',
  'csv.encoding',
  'csv.fieldCount',
  'csv.noRows',
  'columns.none',
  'columns.missing',
  'columns.duplicate',
  'columns.unknown',
  'value.required',
  'phone.invalid',
  'countryCode.invalid',
] as const satisfies readonly FindingCode[];
