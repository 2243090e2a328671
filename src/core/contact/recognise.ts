import { familyNamesFirst, untellingNames } from './aliases';
import { contactColumns, type ContactColumn } from './columns';
import { editDistance } from './editDistance';
import { foldedNames, foldHeader, foldOf, formsOf, type Name, type Names } from './headerNames';
import { ownerIn, ownerMeant } from './owners';

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

/** No list has more columns; a text without line breaks is a header of all its cells. */
const mostColumns = 1000;

/** Whether a header cell has the documented name of the column, but for case, accents, spaces and punctuation. */
export function hasOwnName(header: string, column: ContactColumn): boolean {
  return foldOf(header) === column.toLowerCase();
}

/** A header cell that may mean a column; the lower the cost, the likelier. */
interface Candidate {
  readonly field: number;
  readonly column: ContactColumn;
  /** Whether another person's columns go before it: see {@link ownerMeant}. */
  readonly isOfOther?: boolean;
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
    const byCost = candidates.toSorted(
      (a, b) =>
        Number(a.isOfOther ?? false) - Number(b.isOfOther ?? false) || a.cost - b.cost || a.field - b.field,
    );
    for (const { field, column } of byCost) {
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
    const isOne = formsOf(foldOf(header), known).some(({ name }) => known.fullNames.has(name));
    return isOne && !refutes(field, 'fullName') ? [field] : [];
  });
}

/** The cells of a header that name a phone number of whom it is about; the others of several, too. */
export function numberFields(headers: readonly string[]): number[] {
  const owner = ownerIn(headers);
  const known = { ...foldedNames(), owners: owner === '' ? [] : [owner] };
  return headers.slice(0, mostColumns).flatMap((header, field) => {
    const asFirst = foldOf(header).replace(/(?<=\p{L})[2-5](?!\d)/u, '1');
    const isOne = formsOf(asFirst, known).some(
      (form) => form.owner === owner && known.byFold.get(form.name)?.column === 'cellPhoneNumber',
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
  return untellingNames.some((untelling) => forms.some(({ name }) => name === foldHeader(untelling)));
}

/** Whether a header cell that names a whole name says that the family name comes first in it. */
export function isFamilyNameFirst(header: string): boolean {
  const fold = foldHeader(header).replaceAll(',', '');
  return familyNamesFirst.some((name) => foldHeader(name) === fold);
}

function aliasCandidates(
  folds: readonly string[],
  present: ReadonlySet<string>,
  names: Names,
  refutes: Refutes,
): readonly Candidate[] {
  const found = folds.flatMap((fold, field) => {
    const name = aliasOf(fold, present, names);
    if (name === undefined) return [];
    const { column, owner, rank } = name;
    const isOwn = fold === column.toLowerCase();
    return !isOwn && refutes(field, column) ? [] : [{ field, column, owner, cost: rank }];
  });
  const meant = ownerMeant(folds, found);
  return found.map(({ owner, ...candidate }) => ({ ...candidate, isOfOther: owner !== meant }));
}

function aliasOf(
  fold: string,
  all: ReadonlySet<string>,
  names: Names,
): (Name & { readonly owner: string }) | undefined {
  for (const [at, form] of formsOf(fold, names).entries()) {
    const name = names.byFold.get(form.name);
    // The plain name tells more than one with something around it.
    if (name) return { ...name, owner: form.owner, rank: name.rank + at / 10 };
  }
  const beside = names.beside.find(
    (alias) => alias.fold === fold && alias.beside.some((other) => all.has(other)),
  );
  return beside && { column: beside.column, owner: '', rank: Infinity };
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
