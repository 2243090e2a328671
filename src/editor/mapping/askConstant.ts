import { l10n } from 'vscode';
import { callingCodeDigits, type ContactColumn, type PhoneNumbers } from '../../core/contact';
import { askText, type Remark } from '../streams/askText';
import type { Place, Reply } from '../quickInput';

/** Asks for the one value that a column has in all rows. Gives it trimmed, and never empty. */
export async function askConstant(
  place: Place,
  column: ContactColumn,
  value: string,
  phones: Pick<PhoneNumbers, 'isCallingCode'>,
): Promise<Reply<string>> {
  return await askText(place, {
    prompt: l10n.t('One value for {0}, used for all rows.', column),
    placeholder: placeholders[column],
    value,
    check: (text) => remarkOn(column, text, phones),
  });
}

const placeholders: Readonly<Record<ContactColumn, string>> = {
  firstName: 'Asha',
  lastName: 'Rao',
  salutation: 'Mrs',
  cellPhoneNumber: '9876543210',
  cellPhoneCountryCode: '+91',
  cellPhoneExtension: '+91',
};

/** Warns as the checks do, and lets it through as they do: what a stream takes is not known for sure. */
function remarkOn(
  column: ContactColumn,
  text: string,
  phones: Pick<PhoneNumbers, 'isCallingCode'>,
): Remark | undefined {
  if (text === '') return { severity: 'error', message: l10n.t('Enter a value.') };
  if (column === 'salutation' && text !== 'Mr' && text !== 'Mrs') {
    return {
      severity: 'warning',
      message: l10n.t('Only Mr and Mrs are documented as salutations. The stream may refuse another one.'),
    };
  }
  if (column !== 'cellPhoneCountryCode') return undefined;
  const digits = callingCodeDigits(text);
  if (digits !== undefined && !phones.isCallingCode(digits)) {
    return { severity: 'warning', message: l10n.t('No country has the calling code {0}.', `+${digits}`) };
  }
  if (text === `+${digits ?? ''}`) return undefined;
  return {
    severity: 'warning',
    message:
      digits === undefined
        ? l10n.t('This is not a country calling code. Write it like +91.')
        : l10n.t('Write this country code as {0}.', `+${digits}`),
  };
}
