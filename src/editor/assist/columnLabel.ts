import { l10n } from 'vscode';
import type { ContactColumn } from '../../core/contact';

/** What belongs into a column, in a sentence. */
export function columnLabel(column: ContactColumn): string {
  switch (column) {
    case 'firstName':
      return l10n.t('The contact’s first name.');
    case 'lastName':
      return l10n.t('The contact’s last name.');
    case 'salutation':
      return l10n.t('Mr or Mrs.');
    case 'cellPhoneNumber':
      return l10n.t('The national number, digits only. The country code has its own column.');
    case 'cellPhoneCountryCode':
      return l10n.t('The country’s calling code, such as +91.');
    case 'cellPhoneExtension':
      return l10n.t('The dialing prefix, such as +91. Not an office extension.');
  }
}
