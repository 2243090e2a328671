/** A stretch of text in UTF-16 code units from its start; `end` is exclusive. The unit of VS Code's `positionAt`. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}
