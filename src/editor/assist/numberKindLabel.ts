import { l10n } from 'vscode';
import type { NumberKind } from '../../core/contact';

/** What a number is for, in words. */
export function numberKindLabel(kind: NumberKind): string {
  switch (kind) {
    case 'mobile':
      return l10n.t('mobile');
    case 'fixedLine':
      return l10n.t('landline');
    case 'fixedLineOrMobile':
      return l10n.t('landline or mobile');
    case 'tollFree':
      return l10n.t('toll-free number');
    case 'premiumRate':
      return l10n.t('premium-rate number');
    case 'sharedCost':
      return l10n.t('shared-cost number');
    case 'voip':
      return l10n.t('internet phone');
    case 'personal':
      return l10n.t('personal number');
    case 'pager':
      return l10n.t('pager');
    case 'company':
      return l10n.t('company number');
    case 'voicemail':
      return l10n.t('voicemail');
  }
}
