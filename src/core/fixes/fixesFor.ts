import type { Finding } from '../checks/finding';
import type { ContactSheet } from '../checks/sheet';
import type { Fix } from './fix';

/** The mends that a finding of this sheet offers, the best one first; none where the right one cannot be told. */
export function fixesFor(_finding: Finding, _sheet: ContactSheet): readonly Fix[] {
  return [];
}
