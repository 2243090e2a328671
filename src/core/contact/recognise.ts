import { aliases, aliasesBeside, falseFriends } from './aliases';
import { contactColumns, type ContactColumn } from './columns';
import { editDistance } from './editDistance';

/** What a header cell means. `alias`: a name that stands for the column. `similar`: it is merely spelled like one. */
export interface Recognised {
  readonly column: ContactColumn;
  readonly how: 'exact' | 'alias' | 'similar';
}

/** Longer cells are no names: the first line of a text that is no table may be one giant cell. */
const longestName = 64;

/**
 * A name without what people vary: lower case, without accents, width, spaces and punctuation, so that `First_Name` and
 * `first name` fold alike. Characters that divide cells stay: a header read with the wrong one is no name.
 */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N};,|\t]/gu, '')
    .toLowerCase();
}

/** A folded name for a column; the lower the rank, the better it tells. */
interface Name {
  readonly fold: string;
  readonly column: ContactColumn;
  readonly rank: number;
}

/** All names, folded. */
interface Names {
  readonly all: readonly Name[];
  readonly byFold: ReadonlyMap<string, Name>;
  readonly neverSimilar: ReadonlySet<string>;
  /** Names that stand for a column only beside one of the others. */
  readonly beside: readonly { fold: string; column: ContactColumn; beside: readonly string[] }[];
}

function foldNames(): Names {
  const all = contactColumns.flatMap((column) =>
    [column, ...aliases[column]].map((name, rank) => ({ fold: foldHeader(name), column, rank })),
  );
  return {
    all,
    byFold: new Map(all.map((name) => [name.fold, name])),
    neverSimilar: new Set([...falseFriends, ...aliasesBeside.map(({ name }) => name)].map(foldHeader)),
    beside: aliasesBeside.map(({ name, column, beside }) => ({
      fold: foldHeader(name),
      column,
      beside: beside.map(foldHeader),
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
 * alias, an alias before a similar spelling, and only exact names may give one column to two cells.
 */
export function recogniseHeaders(headers: readonly string[]): readonly (Recognised | undefined)[] {
  const meanings: (Recognised | undefined)[] = headers.map((header) => {
    const column = contactColumns.find((name) => name === header);
    return column && { column, how: 'exact' };
  });
  const taken = new Set(meanings.flatMap((meaning) => meaning?.column ?? []));
  const folds = headers.map((header, field) =>
    meanings[field] || header.length > longestName ? '' : foldHeader(header),
  );
  const give = (candidates: readonly Candidate[], how: Recognised['how']) => {
    for (const { field, column } of candidates.toSorted((a, b) => a.cost - b.cost || a.field - b.field)) {
      if (meanings[field] || taken.has(column)) continue;
      meanings[field] = { column, how };
      taken.add(column);
    }
  };
  if (folds.every((fold) => fold === '')) return meanings;
  const names = foldedNames();
  give(aliasCandidates(folds, names), 'alias');
  if (taken.size < contactColumns.length) give(similarCandidates(folds, names), 'similar');
  return meanings;
}

function aliasCandidates(folds: readonly string[], names: Names): readonly Candidate[] {
  const all = new Set(folds);
  return folds.flatMap((fold, field) => {
    const name = names.byFold.get(fold);
    if (name) return [{ field, column: name.column, cost: name.rank }];
    const beside = names.beside.find(
      (alias) => alias.fold === fold && alias.beside.some((other) => all.has(other)),
    );
    return beside ? [{ field, column: beside.column, cost: names.all.length }] : [];
  });
}

function similarCandidates(folds: readonly string[], names: Names): readonly Candidate[] {
  return folds.flatMap((fold, field) => {
    const nearest = nearestColumn(fold, names);
    return nearest ? [{ field, ...nearest }] : [];
  });
}

/** Typing mistakes that a name of that length may have: in a short one each makes another word. */
function tolerance(length: number): number {
  if (length < 5) return 0;
  return length < 10 ? 1 : 2;
}

/** The one column whose names the fold is nearest to, `undefined` when there is none near, or it is between two. */
function nearestColumn(fold: string, names: Names): { column: ContactColumn; cost: number } | undefined {
  // `Phone 2` is a phone number, though not that one, and letters of other scripts are words or halves of them.
  if (!/^[a-z]+$/.test(fold) || tolerance(fold.length) === 0) return undefined;
  if (names.byFold.has(fold) || names.neverSimilar.has(fold)) return undefined;
  let nearest: { column: ContactColumn; cost: number } | undefined;
  let isBetween = false;
  for (const name of names.all) {
    const most = tolerance(Math.min(fold.length, name.fold.length));
    if (most === 0 || Math.abs(name.fold.length - fold.length) > most) continue;
    const cost = editDistance(fold, name.fold);
    if (cost > most || (nearest && cost > nearest.cost)) continue;
    isBetween = nearest?.cost === cost && (isBetween || nearest.column !== name.column);
    nearest = { column: name.column, cost };
  }
  return isBetween ? undefined : nearest;
}
