import { callingCodeDigits, understoodCallingCode } from './callingCode';
import type { ContactFields, ContactValues } from './contact';
import { asciiDigits } from './digits';
import { foldedName } from './foldedName';
import { nameWords, type NameWords } from './comparedName';
import { fullNumber, possibleNumbers } from './number';
import { readNumberText } from './numberText';
import type { PhoneNumbers } from './phoneNumbers';

/** What comparing needs to know of numbering plans. */
export type NumberPlans = Pick<PhoneNumbers, 'e164' | 'isInUse' | 'isCallingCode' | 'callingCodeOf'>;

/** What a row and a contact are compared by. One for all: import answers, look-ups, and rows among themselves. */
export interface Compared {
  /**
   * Two with one key have one number: equal as E.164 where a numbering plan knows it, as bare digits where none does.
   * `undefined` when there is nothing to compare.
   */
  readonly number: string | undefined;
  /**
   * Whether nothing but a number is written, with its country, and one that this country can have. Of any other text
   * nothing tells that it is another number. A row's needs the right length; a contact's must be in use, since one that
   * was cut short may still have a length that some numbers have.
   */
  readonly isComplete: boolean;
  /**
   * Other ways in which the digits may be read. Two numbers that share none are different, if both are complete; those
   * that share one may be the same, which proves neither that they are nor that they are not.
   */
  readings(): readonly string[];
  /** The last digits, which a stream that takes a number for one of another country keeps; empty where there are too few. */
  readonly tail: string;
  readonly name: NameKey;
  /** What tells whether another name may be the same; see `NameIndex`. */
  words(): NameWords;
}

/** A name without its case, accents and spacing; each part is empty when there is none. */
export interface NameKey {
  readonly first: string;
  readonly last: string;
  readonly whole: string;
}

/** What a row is compared by. */
export function comparedRow(values: ContactValues, plans: NumberPlans): Compared {
  const { cellPhoneNumber = '', cellPhoneCountryCode = '', cellPhoneExtension = '' } = values;
  const prefix = asciiDigits(cellPhoneExtension).replace(/\D/g, '');
  return new Person(cellPhoneNumber, cellPhoneCountryCode, plans, values, () => true, prefix);
}

/** What a contact is compared by, or what stands in an answer in place of one. */
export function comparedContact(contact: ContactFields, plans: NumberPlans): Compared {
  const { phoneNumber = '', countryCode = '' } = contact.cellPhone ?? {};
  return new Person(phoneNumber, countryCode, plans, contact, (e164) => plans.isInUse(e164));
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

/** So much of each part of a name is compared, in UTF-16 units: of a contact's, not much more may be known. */
const comparedLength = 1_000;

/** Numbers of two people with one name are not alike in so many digits. */
const tailLength = 7;

/** Makes up what is asked for rarely when it is: mostly the number alone decides. */
class Person implements Compared {
  readonly number: string | undefined = undefined;
  readonly isComplete: boolean = false;
  private readonly code: string;
  private readonly digits: string;
  private named: NameKey | undefined;

  constructor(
    private readonly written: string,
    countryCode: string,
    plans: NumberPlans,
    private readonly fields: Pick<ContactFields, 'firstName' | 'lastName' | 'fullName'>,
    isTrusted: (e164: string) => boolean,
    /** Digits that a stream may take for the start of the number: the API calls a row's extension a dialing prefix. */
    private readonly prefix = '',
  ) {
    const { text, isNumber, isPlain } = readNumberText(written);
    this.code = codeIn(asciiDigits(countryCode), plans);
    // Without what stands between digits, most numbers are told without the library.
    this.digits = (/^[^\d+]*\+/.test(text) ? '+' : '') + text.replace(/\D/g, '');
    if (!isNumber) return;
    const known = plans.e164(this.digits, this.code === '' ? undefined : this.code);
    const number = known ?? this.bareNumber();
    this.number = number && oneOfTwo(number);
    // The plans no longer have the longer of Mexico's two forms.
    const e164 =
      known ?? (this.number === number ? undefined : plans.e164(`+${this.number ?? ''}`, undefined));
    this.isComplete = isPlain && e164 !== undefined && (isTrusted(e164) || isTrusted(oneOfTwo(e164)));
  }

  get tail(): string {
    return this.digits.length < tailLength ? '' : this.digits.slice(-tailLength);
  }

  get name(): NameKey {
    const { firstName, lastName, fullName } = this.fields;
    return (this.named ??= nameKey(firstName, lastName, fullName));
  }

  words(): NameWords {
    return nameWords(this.fields);
  }

  readings(): readonly string[] {
    const { code, digits, prefix } = this;
    const bare = digits.replace('+', '');
    if (bare === '') return [];
    const spelled = { countryCode: code, number: digits };
    // With an extension, too: it may have been taken for a part of the number.
    const whole = { countryCode: code, number: asciiDigits(this.written) };
    const all = [bare, code + bare, fullNumber(spelled), fullNumber(whole), ...possibleNumbers(spelled)];
    if (prefix !== '') {
      const national = bare.replace(/^0+/, '');
      all.push(prefix + bare, prefix + national, code + prefix + national, prefix + code + national);
    }
    return [...new Set(all.filter((reading) => reading !== undefined))];
  }

  /** Digits that no country explains are the same only as digits of the same kind. */
  private bareNumber(): string | undefined {
    const { code, digits } = this;
    const hasCountry = code !== '' || digits.startsWith('+');
    return hasCountry ? fullNumber({ countryCode: code, number: digits }) : `national ${digits}`;
  }
}

/** Argentina's mobile numbers are written with a 9 behind the country code or without, Mexico's with a 1: each is one. */
export function oneOfTwo(e164: string): string {
  return e164.replace(/^(?:(54)9|(52)1)(?=\d{10}$)/, '$1$2');
}

function codeIn(text: string, plans: NumberPlans): string {
  return understoodCallingCode(text, plans) ?? callingCodeDigits(text) ?? text.replace(/\D/g, '');
}

function nameKey(...parts: readonly (string | undefined)[]): NameKey {
  const [first = '', last = '', full = ''] = parts.map((part) => foldedName(part?.slice(0, comparedLength)));
  return { first, last, whole: [first, last].filter((part) => part !== '').join(' ') || full };
}
