import type { ContactFields } from './contact';

/**
 * What a contact's `status` says. Deletion is soft: `deleted` contacts are on the stream and are nobody's contact any
 * more. `other`: a word that is documented nowhere, from which nothing can be told.
 */
export type Standing = 'active' | 'deleted' | 'other';

const known: ReadonlyMap<string, Standing> = new Map([
  ['', 'active'],
  ['ACTIVE', 'active'],
  ['INACTIVE', 'deleted'],
  ['DELETED', 'deleted'],
]);

/** Reads it; a contact without a status is an active one. */
export function standingOf({ status }: Pick<ContactFields, 'status'>): Standing {
  return known.get(status?.trim().toUpperCase() ?? '') ?? 'other';
}
