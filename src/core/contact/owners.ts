import type { ContactColumn } from './columns';
import { foldedNames, foldOf, formsOf } from './headerNames';

/** A column that a header cell names, and whose it is: a folded owner, or empty. */
interface Owned {
  readonly column: ContactColumn;
  readonly owner: string;
}

/** What one person of a list has. */
const ofPerson: readonly ContactColumn[] = ['firstName', 'lastName', 'cellPhoneNumber'];

/**
 * Whose columns a header is about, where some name their owner: `Student First Name`, `Parent Mobile`. It is the one with most of
 * first name, last name and number; of several those without an owner, then who may be the contact, then the first one.
 */
export function ownerMeant(folds: readonly string[], named: readonly Owned[]): string {
  const columns = new Map<string, Set<ContactColumn>>();
  const add = (owner: string, column: ContactColumn) =>
    columns.set(owner, (columns.get(owner) ?? new Set()).add(column));
  for (const { owner, column } of named) if (ofPerson.includes(column)) add(owner, column);
  if (columns.size === 0) return '';
  for (const fold of folds) {
    const owner = ownerOfFullName(fold);
    if (owner === undefined) continue;
    add(owner, 'firstName');
    add(owner, 'lastName');
  }
  const { otherOwners } = foldedNames();
  const rank = (owner: string) => (owner === '' ? 0 : otherOwners.has(owner) ? 2 : 1);
  const [best] = [...columns].toSorted(([a, hasA], [b, hasB]) => hasB.size - hasA.size || rank(a) - rank(b));
  return best?.[0] ?? '';
}

/** Whose a header cell's column is; empty where it does not say. */
function ownerOf(header: string): string {
  const { byFold, fullNames } = foldedNames();
  const forms = formsOf(foldOf(header), foldedNames());
  return forms.find(({ name }) => byFold.has(name) || fullNames.has(name))?.owner ?? '';
}

/**
 * Whether two owners are one person: the same, or none beside who may be the contact. A parent, or the owner of an account,
 * is another one.
 */
function areOne(one: string, other: string): boolean {
  if (one === other) return true;
  const [named = ''] = [one, other].filter((owner) => owner !== '');
  return (one === '' || other === '') && !foldedNames().otherOwners.has(named);
}

function ownerOfFullName(fold: string): string | undefined {
  const known = foldedNames();
  return formsOf(fold, known).find(({ name }) => known.fullNames.has(name))?.owner;
}

/** The fields of a header that name another person's column than that of whom it is about. */
export function fieldsOfOthers(headers: readonly string[]): ReadonlySet<number> {
  const meant = ownerIn(headers);
  return new Set([...headers.keys()].filter((field) => !areOne(ownerOf(headers[field] ?? ''), meant)));
}

/** Whose columns a header is about, by its names alone. */
export function ownerIn(headers: readonly string[]): string {
  const { byFold } = foldedNames();
  const folds = headers.map(foldOf);
  const named = folds.flatMap((fold) =>
    formsOf(fold, foldedNames())
      .flatMap(({ name, owner }) => {
        const column = byFold.get(name)?.column;
        return column === undefined ? [] : [{ column, owner }];
      })
      .slice(0, 1),
  );
  return ownerMeant(folds, named);
}
