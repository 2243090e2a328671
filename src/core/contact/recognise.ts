import { aliases, aliasesBeside, familyNamesFirst, fullNames, owners, untellingNames } from './aliases';
import { contactColumns, type ContactColumn } from './columns';
import { editDistance } from './editDistance';

/** What a header cell means. `alias`: a name that stands for the column. `similar`: it is merely spelled like its name. */
export interface Recognised {
  readonly column: ContactColumn;
  readonly how: 'exact' | 'alias' | 'similar';
}

/** What a header cell may mean besides: a person's whole name. */
export type Meaning = ContactColumn | 'fullName';

/** Whether the values below a header cell speak against what an alias says that they are. */
export type Refutes = (field: number, meaning: Meaning) => boolean;

const refutesNothing: Refutes = () => false;

/** Longer cells are no names: the first line of a text that is no table may be one giant cell. */
const longestName = 64;
/** No list has more columns; a text without line breaks is a header of all its cells. */
const mostColumns = 1000;

/** What a form says of a column besides its name. */
const whetherRequired = /[([](?:required|mandatory|optional|recommended)[)\]]/i;

/**
 * A name without what people vary: lower case, without accents, width, spaces and punctuation, so that `First_Name` and
 * `first name` fold alike. Characters that divide cells stay: a header read with the wrong one is no name.
 */
export function foldHeader(header: string): string {
  return header
    .replace(whetherRequired, '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N};,|\t]/gu, '')
    .toLowerCase();
}

/** Whether a header cell has the documented name of the column, but for case, accents, spaces and punctuation. */
export function hasOwnName(header: string, column: ContactColumn): boolean {
  return header.length <= longestName && foldHeader(header) === column.toLowerCase();
}

/** A folded name for a column; the lower the rank, the better it tells. */
interface Name {
  readonly column: ContactColumn;
  readonly rank: number;
}

/** All names, folded. */
interface Names {
  readonly byFold: ReadonlyMap<string, Name>;
  readonly fullNames: ReadonlySet<string>;
  readonly owners: readonly string[];
  /** Names that stand for a column only beside one of the others. */
  readonly beside: readonly { fold: string; column: ContactColumn; beside: readonly string[] }[];
}

function foldNames(): Names {
  const all = contactColumns.flatMap((column) =>
    [column, ...aliases[column]].map((name, rank) => [foldHeader(name), { column, rank }] as const),
  );
  return {
    // Of two ways to write a name that fold alike the first one counts.
    byFold: new Map(all.toReversed()),
    fullNames: new Set(fullNames.map(foldHeader)),
    owners: owners.map(foldHeader),
    beside: aliasesBeside.map(({ name, column, beside }) => ({
      fold: foldHeader(name),
      column,
      // The other one may have been renamed already.
      beside: [...beside.map(foldHeader), column === 'firstName' ? 'lastname' : 'firstname'],
    })),
  };
}

let folded: Names | undefined;

/** Made for the first header that needs more than exact names, or every activation would take some ms longer. */
function foldedNames(): Names {
  return (folded ??= foldNames());
}

/** A header cell that may mean a column; the lower the cost, the likelier. */
interface Candidate {
  readonly field: number;
  readonly column: ContactColumn;
  readonly cost: number;
}

/**
 * What each cell of a header means, `undefined` where it means none of the six columns. An exact name goes before an
 * alias, an alias before a misspelling, and only exact names may give one column to two cells.
 *
 * @param refutes asked of aliases alone: what has the documented name, however spelled, is what it says
 */
export function recogniseHeaders(
  headers: readonly string[],
  refutes: Refutes = refutesNothing,
): readonly (Recognised | undefined)[] {
  const meanings: (Recognised | undefined)[] = headers.map((header) => {
    const column = contactColumns.find((name) => name === header);
    return column && { column, how: 'exact' };
  });
  const taken = new Set(meanings.flatMap((meaning) => meaning?.column ?? []));
  const folds = headers.slice(0, mostColumns).map((header, field) => (meanings[field] ? '' : foldOf(header)));
  const give = (candidates: readonly Candidate[], how: Recognised['how']) => {
    for (const { field, column } of candidates.toSorted((a, b) => a.cost - b.cost || a.field - b.field)) {
      if (meanings[field] || taken.has(column)) continue;
      meanings[field] = { column, how };
      taken.add(column);
    }
  };
  if (folds.every((fold) => fold === '')) return meanings;
  const present = new Set([...folds, ...Array.from(taken, (column) => column.toLowerCase())]);
  give(aliasCandidates(folds, present, foldedNames(), refutes), 'alias');
  if (taken.size < contactColumns.length) give(folds.flatMap(misspelled), 'similar');
  return meanings;
}

/** The cells of a header that name a person's whole name. */
export function fullNameFields(headers: readonly string[], refutes: Refutes = refutesNothing): number[] {
  const known = foldedNames();
  return headers.slice(0, mostColumns).flatMap((header, field) => {
    const isOne = formsOf(foldOf(header), known).some((form) => known.fullNames.has(form));
    return isOne && !refutes(field, 'fullName') ? [field] : [];
  });
}

/** The cells of a header that name a phone number by themselves, with no owner before it; the others of several, too. */
export function numberFields(headers: readonly string[]): number[] {
  const known = { ...foldedNames(), owners: [] };
  return headers.slice(0, mostColumns).flatMap((header, field) => {
    const asFirst = foldOf(header).replace(/(?<=\p{L})[2-5](?!\d)/u, '1');
    const isOne = formsOf(asFirst, known).some(
      (form) => known.byFold.get(form)?.column === 'cellPhoneNumber',
    );
    return isOne ? [field] : [];
  });
}

/** The cell that labels another one of an address book: `Phone 1 - Label`, `Phone Type`. */
export function labelField(headers: readonly string[], field: number): number | undefined {
  const what = foldOf(headers[field] ?? '').replace(/(?:value|number)$/, '');
  const at = headers.findIndex((header) => [`${what}label`, `${what}type`].includes(foldOf(header)));
  return at < 0 ? undefined : at;
}

/** Whether a header cell, though it is an alias, as often means something else: see {@link untellingNames}. */
export function isUntelling(header: string): boolean {
  const forms = formsOf(foldOf(header), foldedNames());
  return untellingNames.some((name) => forms.includes(foldHeader(name)));
}

/** Whether a header cell that names a whole name says that the family name comes first in it. */
export function isFamilyNameFirst(header: string): boolean {
  const fold = foldHeader(header).replaceAll(',', '');
  return familyNamesFirst.some((name) => foldHeader(name) === fold);
}

function foldOf(header: string): string {
  return header.length > longestName ? '' : foldHeader(header);
}

function aliasCandidates(
  folds: readonly string[],
  present: ReadonlySet<string>,
  names: Names,
  refutes: Refutes,
): readonly Candidate[] {
  return folds.flatMap((fold, field) => {
    const name = aliasOf(fold, present, names);
    if (name === undefined) return [];
    const isOwn = fold === name.column.toLowerCase();
    return !isOwn && refutes(field, name.column) ? [] : [{ field, column: name.column, cost: name.rank }];
  });
}

function aliasOf(fold: string, all: ReadonlySet<string>, names: Names): Name | undefined {
  for (const [at, form] of formsOf(fold, names).entries()) {
    const name = names.byFold.get(form);
    // The plain name tells more than one with something around it.
    if (name) return { ...name, rank: name.rank + at / 10 };
  }
  const beside = names.beside.find(
    (alias) => alias.fold === fold && alias.beside.some((other) => all.has(other)),
  );
  return beside && { column: beside.column, rank: Infinity };
}

/** A name as it stands; without a 1 behind it, the first of several; without the owner before it; without both. */
function formsOf(fold: string, { owners }: Names): readonly string[] {
  if (fold === '') return [];
  const owner = owners.find((name) => fold.startsWith(name) && fold.length > name.length);
  const bare = owner === undefined ? [] : [fold.slice(owner.length)];
  return [fold, ...bare].flatMap((form) => (/\p{L}{3}1$/u.test(form) ? [form, form.slice(0, -1)] : [form]));
}

/**
 * The column that a folded name is merely misspelled for. The names with `cellPhone` are like no other word, and two
 * letters may be wrong; in the others one may be missing, too many, or swapped: another one makes another word, as
 * `Last Game` is. Likeness to an alias tells nothing: most are everyday words, and near to others.
 */
function misspelled(fold: string, field: number): readonly Candidate[] {
  // `cellPhoneNumber2` is a number, though not that one.
  if (!/^[a-z]+$/.test(fold)) return [];
  return contactColumns.flatMap((column) => {
    const name = column.toLowerCase();
    const most = name.startsWith('cellphone') ? 2 : 1;
    if (Math.abs(name.length - fold.length) > most) return [];
    const cost = editDistance(fold, name);
    if (cost > most || (most === 1 && isReplaced(fold, name))) return [];
    return [{ field, column, cost }];
  });
}

/** Whether a single mistake lies between two words, and it is another letter in the place of one. */
function isReplaced(a: string, b: string): boolean {
  return a.length === b.length && Array.from(a).sort().join() !== Array.from(b).sort().join();
}
