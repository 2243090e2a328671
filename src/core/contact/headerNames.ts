import { aliases, aliasesBeside, fullNames, otherOwners, owners } from './aliases';
import { contactColumns, type ContactColumn } from './columns';

/** Longer cells are no names: the first line of a text that is no table may be one giant cell. */
const longestName = 64;
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

export function foldOf(header: string): string {
  return header.length > longestName ? '' : foldHeader(header);
}

/** A folded name for a column; the lower the rank, the better it tells. */
export interface Name {
  readonly column: ContactColumn;
  readonly rank: number;
}

/** All names, folded. */
export interface Names {
  readonly byFold: ReadonlyMap<string, Name>;
  readonly fullNames: ReadonlySet<string>;
  readonly owners: readonly string[];
  /** Those of them who need not be the contact. */
  readonly otherOwners: ReadonlySet<string>;
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
    owners: [...owners, ...otherOwners].map(foldHeader),
    otherOwners: new Set(otherOwners.map(foldHeader)),
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
export function foldedNames(): Names {
  return (folded ??= foldNames());
}

/** A name that a folded header cell may be. */
export interface HeaderForm {
  readonly name: string;
  /** Whose it is, by what stands before the name; empty where nothing does. */
  readonly owner: string;
}

/** A name as it stands; without a 1 behind it, the first of several; without the owner before it; without both. */
export function formsOf(fold: string, { owners }: Pick<Names, 'owners'>): readonly HeaderForm[] {
  if (fold === '') return [];
  const owner = owners.find((name) => fold.startsWith(name) && fold.length > name.length);
  const bare = owner === undefined ? [] : [{ name: fold.slice(owner.length), owner }];
  return [{ name: fold, owner: '' }, ...bare].flatMap((form) =>
    /\p{L}{3}1$/u.test(form.name) ? [form, { ...form, name: form.name.slice(0, -1) }] : [form],
  );
}
