/** Where a spreadsheet would run a cell, its full-width forms included; some read over blanks in front. */
export const formulaStart = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
