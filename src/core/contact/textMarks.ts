import { fromSpreadsheet } from '../csv';
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

/** A straight apostrophe, which is none of two quotes; a name that has its own, `'t Hooft`, begins with two then. */
const marked = /^''?[^'\s].*(?<!')$/su;
/** In front of a number or a code an apostrophe is nothing else. */
const markedNumber = /^'\s*[+\d(]/;
/**
 * No name begins with an apostrophe and such a letter: it is a letter of Arabic and Polynesian names before vowels, and of
 * Sesotho ones before M and N.
 */
const markedConsonant = /^'(?:[BCDFGJKLPQRVWXZ]|[ST]\p{L})/u;

/** A value without the marks that keep a spreadsheet from running it, or else the one in front of it. */
export function withoutTextMark(value: string): string {
  const bare = fromSpreadsheet(value);
  return bare === value ? value.slice(1) : bare;
}

/**
 * Names that a spreadsheet would run without their mark, as an export of contacts has them: each by itself. Or else names
 * that begin with the apostrophe by which a spreadsheet keeps a value as text, `'Asha` and `'Rao`: all names of the row
 * do, and another cell, or a letter that no apostrophe stands before, shows that it is none of theirs. `'t Hooft`, `'Abd`
 * and `d'Arcy` are names.
 */
export function textMarksIn(values: ContactValues): TextMarks | undefined {
  const guarded = nameColumns.filter((column) => {
    const value = values[column] ?? '';
    return fromSpreadsheet(value) !== value;
  });
  return guarded.length > 0 ? { columns: guarded, isDoubtful: false } : markedTogether(values);
}

function markedTogether(values: ContactValues): TextMarks | undefined {
  const names = nameColumns.filter((column) => !isBlankText(values[column] ?? ''));
  if (names.length === 0 || !names.every((column) => marked.test(values[column] ?? ''))) return undefined;
  const isSalutation = marked.test(values.salutation ?? '');
  const isNumber = [values.cellPhoneNumber, values.cellPhoneCountryCode, values.cellPhoneExtension].some(
    (value) => markedNumber.test(value ?? ''),
  );
  const isTold =
    isSalutation ||
    names.some(
      (column) => (values[column] ?? '').startsWith("''") || markedConsonant.test(values[column] ?? ''),
    );
  const others = Number(isSalutation) + Number(isNumber);
  if (!(isTold || isNumber) || names.length + others < 2) return undefined;
  // Whoever marks the number and both names has marked all that is text.
  return { columns: names, isDoubtful: !isTold && names.length < 2 };
}
