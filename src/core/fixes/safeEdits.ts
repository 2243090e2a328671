import type { FindingCode } from '../checks/finding';
import type { ContactSheet } from '../checks/sheet';
import type { TextEdit } from './fix';

/** What the safe mends must know of country codes; a part of what the checks know. */
export interface CountryCodes {
  /** How the API page writes the code that a value can only mean, such as `+91`; `undefined` when it means none. */
  canonical(code: string): string | undefined;
}

/**
 * Everything that may be done unasked, on save for instance, as it neither loses nor invents anything: blanks and
 * control characters, headers named by an alias, country codes that can only mean one, blank rows. At most one edit
 * a cell; what it leaves has nothing safe to mend, so a second run gives no edits.
 *
 * @param isActive whether a rule is switched on; how severe it is makes no difference
 */
export function safeEdits(
  _sheet: ContactSheet,
  _countryCodes: CountryCodes,
  _isActive: (code: FindingCode) => boolean = () => true,
): readonly TextEdit[] {
  return [];
}
