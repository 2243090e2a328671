import type { Finding } from '../checks/finding';
import type { ContactSheet } from '../checks/sheet';
import { contactColumns } from '../contact/columns';

/**
 * Whether an unknown column may be one of those that are missing, by a name of its own: then mapping it comes before
 * taking it away, and all of them are not offered to be.
 */
export function mayBeMissing({ code }: Finding, { fieldOf }: ContactSheet): boolean {
  return code === 'columns.unknown' && contactColumns.some((column) => fieldOf[column] === undefined);
}
