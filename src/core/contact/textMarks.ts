import type { ContactColumn } from './columns';
import type { ContactValues } from './contact';
import { isBlankText } from './text';

/** The columns of a row whose names begin with a spreadsheet's mark of text. */
export interface TextMarks {
  readonly columns: readonly ContactColumn[];
  /** The names could be written with an apostrophe, as `'Abd` is: only another cell tells. */
  readonly isDoubtful: boolean;
}

const nameColumns = ['firstName', 'lastName'] as const;

/** A straight apostrophe, which is none of two quotes. */
const marked = /^'[^'\s].*(?<!')$/su;
/** In front of a number or a code an apostrophe is nothing else. */
const markedNumber = /^'\s*[+\d(]/;
/** No name begins with an apostrophe and such a letter; before vowels it is a letter of Arabic and Polynesian names. */
const markedConsonant = /^'(?:[BCDFGJKLMPQRVWXZ]|[ST]\p{L})/u;

/**
 * Names that begin with the apostrophe by which a spreadsheet keeps a value as text, `'Asha` and `'Rao`: all names of the row
 * do, and another cell, or a letter that no apostrophe stands before, shows that it is none of theirs. `'t Hooft`, `'Abd`
 * and `d'Arcy` are names.
 */
export function textMarksIn(values: ContactValues): TextMarks | undefined {
  const names = nameColumns.filter((column) => !isBlankText(values[column] ?? ''));
  if (names.length === 0 || !names.every((column) => marked.test(values[column] ?? ''))) return undefined;
  const isSalutation = marked.test(values.salutation ?? '');
  const isNumber = [values.cellPhoneNumber, values.cellPhoneCountryCode, values.cellPhoneExtension].some(
    (value) => markedNumber.test(value ?? ''),
  );
  const isTold = isSalutation || names.some((column) => markedConsonant.test(values[column] ?? ''));
  const others = Number(isSalutation) + Number(isNumber);
  if (!(isTold || isNumber) || names.length + others < 2) return undefined;
  return { columns: names, isDoubtful: !isTold };
}
