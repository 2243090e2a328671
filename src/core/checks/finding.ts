import type { ContactColumn, PhoneVerdict, WrongHow } from '../contact';
import type { OffsetRange } from '../csv';

/** A cell's value, as it is: it can be kept so, see `keepable`. */
interface OfValue {
  readonly value?: string;
}

interface At<Code extends string> {
  /** Stable, `area.problem`; names the rule in settings, diagnostics and documentation. */
  readonly code: Code;
  /** The place in the text that the finding is about. Empty for an empty cell. */
  readonly range: OffsetRange;
}

/** What has made a number unusable; a spreadsheet, as a rule. */
export type Mangling =
  'exponent' | 'date' | 'errorValue' | 'decimal' | 'thousands' | 'lostZero' | 'apostrophe' | 'scheme';

/** What a rule found. Data only: the editor words it. */
export type Finding =
  | At<'csv.unclosedQuote'>
  | At<'csv.strayQuote'>
  /** Quotes of cells that make one record of several rows. From the first of those cells to the last. */
  | At<'csv.joinedRows'>
  /** The cells are divided by another character than the comma, in this text throughout. On the header. */
  | (At<'csv.delimiter'> & { readonly delimiter: Delimiter })
  /**
   * The header is not the file's first line, but on that line; on the first one. `sep`: this says what separates the
   * cells, as spreadsheets write it. `hasContacts`: rows of the list stand there too.
   */
  | (At<'csv.linesAboveHeader'> & {
      readonly line: number;
      readonly sep?: string;
      readonly hasContacts?: true;
    })
  /** The rows are separated by that character, the header is not. On the header. */
  | (At<'csv.rowDelimiter'> & { readonly delimiter: ',' | Delimiter })
  /** Each line is one quoted cell. On the header. */
  | At<'csv.quotedLines'>
  /**
   * Cells are quoted with another sign than `"`: on the header, `of` the file; or in a row, from the first of them to
   * the last, where they are cells by themselves, or hold a delimiter.
   */
  | (At<'csv.otherQuotes'> & { readonly quote: string; readonly of: 'file' | 'cells' | 'delimiters' })
  /** A cell that is written as a formula, `="0987"`. */
  | At<'csv.formulaCell'>
  /** A row that names the columns again; in the same order, or in another one, so that what is below it is misread. */
  | (At<'csv.repeatedHeader'> & { readonly order: 'same' | 'other' })
  /**
   * Letters that are not those that were meant, as they are wrong in the first cell that has such. `how`: unless they are
   * lost. `cells`: how many cells have some, if more than this.
   */
  | (At<'csv.encoding'> & { readonly how?: Exclude<WrongHow, 'lost'>; readonly cells?: number })
  /** A row with too few or too many cells. Too few: the whole row. Too many: from the first surplus cell on. */
  | (At<'csv.fieldCount'> & { readonly expected: number; readonly actual: number })
  /** A line with nothing on it, or, `hasCells`, a row whose cells are all empty or white space. */
  | (At<'csv.blankRow'> & { readonly hasCells: boolean })
  /** A header, and nothing below. */
  | At<'csv.noRows'>
  /**
   * The file is no contact list, as its header goes. `list`: yet a name or a number is among the columns; `headless`:
   * the first record holds a contact.
   */
  | (At<'columns.none'> & { readonly seems?: 'list' | 'headless' })
  | (At<'columns.missing'> & { readonly columns: readonly ContactColumn[] })
  | (At<'columns.duplicate'> & { readonly column: ContactColumn; readonly first: OffsetRange })
  /** A header cell that means a column by another name. `similar`: it is merely spelled like one. */
  | (At<'columns.misnamed'> & {
      readonly header: string;
      readonly column: ContactColumn;
      readonly how: 'alias' | 'similar';
    })
  | (At<'columns.unknown'> & { readonly header: string })
  | (At<'value.required'> & { readonly column: ContactColumn })
  /** Blanks of any kind at an end of the value, or invisible ones anywhere. */
  | (At<'value.whitespace'> & { readonly column: ContactColumn })
  | (At<'value.controlCharacter'> & { readonly column: ContactColumn })
  /** A character stands there as HTML writes it, such as `&amp;`. */
  | (At<'value.entity'> & { readonly column: ContactColumn })
  /** A spreadsheet's mark of text is in front of a name. `isDoubtful`: the name could be written so. */
  | (At<'value.textMark'> & { readonly column: ContactColumn; readonly isDoubtful?: true })
  /** `canonical`: which of the documented salutations it can only mean; absent when it means none */
  | (At<'value.salutation'> & OfValue & { readonly canonical?: 'Mr' | 'Mrs' })
  /**
   * `noDigits`: nothing that could be a number stands there. `callingCode`: absent when no country has such a number.
   * `number`: the only number of that country in the cell, among words or with an extension.
   */
  | (At<'phone.invalid'> &
      OfValue & {
        readonly verdict: Exclude<PhoneVerdict, 'valid'> | 'noDigits';
        readonly callingCode?: string;
        readonly number?: string;
      })
  /**
   * The number holds a country code: digits of that code, and the number without it; absent where it may begin with the
   * zero that stands in brackets, or may not. `byColumn`: it is a number with these digits too, and only its column as a
   * whole tells: see `RuleNeeds.prefixed`.
   */
  | (At<'phone.prefixed'> &
      OfValue & { readonly callingCode: string; readonly national?: string; readonly byColumn?: true })
  /** `isDoubtful`: without the decimals it is no number of the country; or it is one, though it looks like a date. */
  | (At<'phone.mangled'> & OfValue & { readonly how: Mangling; readonly isDoubtful?: true })
  /** The number is written with digits of another script than `0` to `9`, or in full width. */
  | At<'phone.digits'>
  /** Two numbers or more stand in the cell. */
  | (At<'phone.several'> & OfValue & { readonly numbers: readonly string[] })
  /** A valid number that is not written in digits alone, or with a zero or an 8 that is only dialled; `canonical` is. */
  | (At<'phone.spelling'> & { readonly canonical: string })
  /** A number that an earlier row has; `first` is that row's number. */
  | (At<'phone.duplicate'> & { readonly first: OffsetRange })
  /**
   * `canonical`: how the API page writes it, such as `+91`, when the value can only mean that; else no code is meant. `area`:
   * digits behind it that belong to the number, which lacks them, as in `+1-876`; `national`: the number with them.
   */
  | (At<'countryCode.invalid'> &
      OfValue & {
        readonly canonical?: string;
        readonly area?: string;
        readonly national?: string;
      })
  /** The API pages' samples are `+`, `91` and `+91`: a dialing prefix, no office extension. */
  | (At<'extension.unusual'> & OfValue)
  /** The last three come from the stream, after the row was sent: it does not take the row … */
  | At<'stream.refused'>
  /** … answered without it … */
  | At<'stream.notReturned'>
  /** … or gave no answer, so that the contact may exist. */
  | At<'stream.unknown'>;

export type FindingCode = Finding['code'];

/** The finding with that code. */
export type FindingOf<Code extends FindingCode> = Extract<Finding, { readonly code: Code }>;

/** What a rule found, without its ranges: where the text that they are of is gone. */
export type FindingData = DataOf<Finding>;
type DataOf<One> = One extends Finding ? Omit<One, 'range' | 'first'> : never;

/** Other characters that divide cells in files that are called CSV. */
export const usualDelimiters = [';', '\t', '|'] as const;
/** And some that count only where they make a contact list's header. */
export const otherDelimiters = [...usualDelimiters, ':', '^', '~'] as const;
export type Delimiter = (typeof otherDelimiters)[number];

/** The codes that no check finds: what a stream said of a row that was sent. */
export const streamCodes = ['stream.refused', 'stream.notReturned', 'stream.unknown'] as const;

/** Every code, in the order in which the documentation lists them. */
export const findingCodes = [
  'csv.unclosedQuote',
  'csv.strayQuote',
  'csv.joinedRows',
  'csv.delimiter',
  'csv.linesAboveHeader',
  'csv.rowDelimiter',
  'csv.quotedLines',
  'csv.otherQuotes',
  'csv.formulaCell',
  'csv.repeatedHeader',
  'csv.encoding',
  'csv.fieldCount',
  'csv.blankRow',
  'csv.noRows',
  'columns.none',
  'columns.missing',
  'columns.duplicate',
  'columns.misnamed',
  'columns.unknown',
  'value.required',
  'value.whitespace',
  'value.controlCharacter',
  'value.entity',
  'value.textMark',
  'value.salutation',
  'phone.invalid',
  'phone.prefixed',
  'phone.mangled',
  'phone.digits',
  'phone.several',
  'phone.spelling',
  'phone.duplicate',
  'countryCode.invalid',
  'extension.unusual',
  ...streamCodes,
] as const satisfies readonly FindingCode[];
