import { callingCodeDigits, understoodCallingCode } from './callingCode';
import type { ContactFields, ContactValues } from './contact';
import { asciiDigits } from './digits';
import { fullNumber, possibleNumbers } from './number';
import { readNumberText } from './numberText';
import type { PhoneNumbers } from './phoneNumbers';

/** What comparing needs to know of numbering plans. */
export type NumberPlans = Pick<PhoneNumbers, 'e164' | 'isCallingCode' | 'callingCodeOf'>;

/** What a row and a contact are compared by. One for all: import answers, look-ups, and rows among themselves. */
export interface Compared {
  /**
   * Two with one key have one number: equal as E.164 where a numbering plan knows it, as bare digits where none does.
   * `undefined` when there is nothing to compare.
   */
  readonly number: string | undefined;
  /** Whether the number is shown in full, with its country. Of one that is not, nothing tells that it is another number. */
  readonly isComplete: boolean;
  /**
   * Other ways in which the digits may be read. Two numbers that share none are different, if both are complete; those
   * that share one may be the same, which proves neither that they are nor that they are not.
   */
  readonly readings: () => readonly string[];
  readonly name: NameKey;
}

/** A name without its case, accents and spacing; each part is empty when there is none. */
export interface NameKey {
  readonly first: string;
  readonly last: string;
  readonly whole: string;
}

/** What a row is compared by. */
export function comparedRow(values: ContactValues, plans: NumberPlans): Compared {
  const { cellPhoneNumber, cellPhoneCountryCode, firstName, lastName } = values;
  return compared(cellPhoneNumber, cellPhoneCountryCode, plans, () => nameKey(firstName, lastName));
}

/** What a contact is compared by, or what stands in an answer in place of one. */
export function comparedContact(
  { cellPhone, firstName, lastName, fullName }: ContactFields,
  plans: NumberPlans,
): Compared {
  const { phoneNumber, countryCode } = cellPhone ?? {};
  return compared(phoneNumber, countryCode, plans, () => nameKey(firstName, lastName, fullName));
}

/** Whether two names cannot be of one person. What is missing contradicts nothing. */
export function namesContradict(one: NameKey, other: NameKey): boolean {
  if (one.whole === '' || other.whole === '' || one.whole === other.whole) return false;
  const parts = [
    [one.first, other.first],
    [one.last, other.last],
  ];
  const inBoth = parts.filter((part) => !part.includes(''));
  const lacksOne = inBoth.length === 1 && parts.some((part) => part.includes(''));
  return !lacksOne || inBoth.some(([a, b]) => a !== b);
}

function compared(number = '', countryCode = '', plans: NumberPlans, makeName: () => NameKey): Compared {
  const { text, isWhole } = readNumberText(number);
  const written = asciiDigits(countryCode);
  const code =
    understoodCallingCode(written, plans) ?? callingCodeDigits(written) ?? written.replace(/\D/g, '');
  const isInternational = /^[^\d+]*\+/.test(text);
  const isComplete = isWhole && (isInternational || code !== '');
  const spelled = { countryCode: code, number: text };
  let name: NameKey | undefined;
  return {
    number: isWhole ? numberKey(spelled, isComplete, plans) : undefined,
    isComplete,
    readings: () => {
      const whole = { countryCode: code, number: asciiDigits(number) };
      const digits = text.replace(/\D/g, '');
      const all = [
        digits,
        code + digits,
        fullNumber(spelled),
        fullNumber(whole),
        ...possibleNumbers(spelled),
      ];
      return digits === '' ? [] : [...new Set(all.filter((reading) => reading !== undefined))];
    },
    // Made up when it is asked for: mostly the number alone decides.
    get name() {
      return (name ??= makeName());
    },
  };
}

function numberKey(
  spelled: { readonly countryCode: string; readonly number: string },
  isComplete: boolean,
  plans: NumberPlans,
): string | undefined {
  const code = spelled.countryCode || undefined;
  const known = plans.e164(spelled.number, code);
  if (known !== undefined || isComplete) return known ?? fullNumber(spelled);
  // Digits that no country explains are the same only as digits of the same kind.
  return `national ${spelled.number.replace(/\D/g, '')}`;
}

function nameKey(first: string | undefined, last: string | undefined, full?: string): NameKey {
  const [a, b] = [folded(first), folded(last)];
  return { first: a, last: b, whole: [a, b].filter((part) => part !== '').join(' ') || folded(full) };
}

/** Only the accents of alphabets are left out (U+0300 to U+036F): elsewhere a mark is a letter of its own. */
function folded(name = ''): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\p{Cf}]/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
