/**
 * Why a workbook was not read, as data: the editor words it.
 *
 * | reason | when |
 * |---|---|
 * | `empty` | the file holds nothing |
 * | `encrypted` | it is protected with a password |
 * | `macros` `xls` `xlsb` `ods` `numbers` | it is a workbook of another format |
 * | `text` | it is text (CSV, HTML or XML) under a workbook's name |
 * | `notWorkbook` | it is something else |
 * | `damaged` | it is a workbook, but its parts cannot be read, or do not fit each other |
 * | `tooLarge` | it is beyond the {@link SpreadsheetLimits} in size, cells or CSV |
 * | `tooLong` | reading it took longer than they allow |
 * | `outOfMemory` | reading it took more memory than they allow |
 * | `died` | the thread that read it ended for another reason |
 * | `cancelled` | the caller's signal was aborted |
 */
export type SpreadsheetProblem =
  ForeignKind | 'damaged' | 'tooLarge' | 'tooLong' | 'outOfMemory' | 'died' | 'cancelled';

/** What a file is that is no workbook which can be read. */
export type ForeignKind =
  'empty' | 'encrypted' | 'macros' | 'xls' | 'xlsb' | 'ods' | 'numbers' | 'text' | 'notWorkbook';

/** Ends the reading of a workbook. Its message holds nothing of the file, so it may be logged. */
export class SpreadsheetError extends Error {
  override readonly name = 'SpreadsheetError';

  constructor(
    readonly problem: SpreadsheetProblem,
    options?: ErrorOptions,
  ) {
    super(`The workbook was not read: ${problem}`, options);
  }
}
