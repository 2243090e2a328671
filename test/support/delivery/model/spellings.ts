import type { ContactFields } from '../../../../src/core/contact/contact';

/** How a stream shows a number that was sent as country code and number. */
export type Spelling = (code: string, number: string) => ContactFields['cellPhone'];

/** As the samples of the documentation do. */
export const joined: Spelling = (code, number) => ({ phoneNumber: `${code}${number}`, countryCode: code });

/** Ways in which the number is there to be compared. */
export const comparable: Readonly<Record<string, Spelling>> = {
  'in one, with its code': joined,
  'as it was sent': (code, number) => ({ phoneNumber: number, countryCode: code }),
  'in one, without a plus': (code, number) => ({
    phoneNumber: `${code}${number}`.replace('+', '00'),
    countryCode: code.replace('+', ''),
  }),
  'in groups': (code, number) => ({
    phoneNumber: `${code} (${number.slice(0, 5)}) ${number.slice(5)}`,
    countryCode: undefined,
  }),
  'in Arabic-Indic digits': (code, number) => ({ phoneNumber: inScript(number, 0x660), countryCode: code }),
  'in Persian digits': (code, number) => ({ phoneNumber: inScript(number, 0x6f0), countryCode: code }),
  'in Devanagari digits': (code, number) => ({ phoneNumber: inScript(number, 0x966), countryCode: code }),
  'in full-width digits': (code, number) => ({
    phoneNumber: inScript(`${code}${number}`, 0xff10).replace('+', '＋'),
    countryCode: inScript(code, 0xff10),
  }),
};

/** Ways in which it is not. */
export const incomparable: Readonly<Record<string, Spelling>> = {
  null: () => undefined,
  empty: () => ({ phoneNumber: '', countryCode: '' }),
  masked: (code, number) => ({ phoneNumber: `******${number.slice(-4)}`, countryCode: code }),
  'masked by x': (code, number) => ({ phoneNumber: `${code}xxxxxx${number.slice(-4)}`, countryCode: code }),
  'masked by dashes': (code, number) => ({ phoneNumber: `-----${number.slice(-5)}`, countryCode: code }),
  'cut short': (code, number) => ({ phoneNumber: `${code}${number.slice(0, -1)}`, countryCode: code }),
  'with a decimal': (code, number) => ({ phoneNumber: `${number}.0`, countryCode: code }),
  'in other fields': (code, number) => ({ countryCode: code, national: number }),
  'without a country': (_, number) => ({ phoneNumber: number }),
};

export function inScript(text: string, zero: number): string {
  return text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}
