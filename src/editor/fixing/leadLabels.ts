import { l10n } from 'vscode';
import type { Finding } from '../../core/checks';
import type { Lead } from '../../core/fixes';

/** What helps besides a fix, as the menu names it. */
export function leadTitle(lead: Lead, finding: Finding): string {
  switch (lead) {
    case 'mapColumns':
      return l10n.t('Map Columns…');
    case 'checkAsList':
      return l10n.t('Check as Contact List');
    case 'notContactList':
      return l10n.t('Do Not Check as Contact List');
    case 'convertEncoding':
      return l10n.t('Convert to UTF-8…');
    case 'explainNumber':
      return finding.code === 'phone.mangled' && finding.how === 'date'
        ? l10n.t('Why this number cannot be fixed: it has become a date')
        : l10n.t('Why this number cannot be fixed: its digits are lost');
    case 'holdBack':
      return l10n.t('Hold This Row Back');
    case 'keepAsIs':
      return l10n.t('Keep as It Is');
    case 'explain':
      return l10n.t('Explain This Problem');
  }
}
