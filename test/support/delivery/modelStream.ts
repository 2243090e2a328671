import type { Random } from '../../bench/random';
import type { Contact, ContactValues } from '../../../src/core/contact/contact';

/** A person as the model knows it: by ways to write the number, drawn up by hand, of which the stream keeps one. */
interface Spelled {
  readonly sent: readonly (readonly [code: string, number: string])[];
  readonly stored: readonly (readonly [code: string, number: string])[];
}

/** Numbers of six countries, national digits `n` being the person's own. No library is asked. */
const countries: readonly ((n: string) => Spelled)[] = [
  (n) => ({
    sent: [
      ['+91', `98${n}`],
      ['91', `098${n}`],
      ['+91', `+9198${n}`],
      ['IN', `00 91 98${n}`],
    ],
    stored: [
      ['+91', `+9198${n}`],
      ['+91', `98${n}`],
    ],
  }),
  (n) => ({
    sent: [
      ['+49', `0151 ${n}`],
      ['49', `151${n}`],
      ['+49', `+49 (0)151 ${n}`],
    ],
    stored: [
      ['+49', `+49151${n}`],
      ['+49', `0151${n}`],
    ],
  }),
  // Milan: the zero belongs to the number.
  (n) => ({
    sent: [
      ['+39', `02${n}`],
      ['', `+3902${n}`],
    ],
    stored: [
      ['+39', `+3902${n}`],
      ['39', `02${n}`],
    ],
  }),
  (n) => ({
    sent: [
      ['+7', `8 9${n}2`],
      ['7', `9${n}2`],
    ],
    stored: [['+7', `+79${n}2`]],
  }),
  (n) => ({ sent: [['+225', `07${n}`]], stored: [['+225', `+22507${n}`]] }),
  (n) => ({
    sent: [
      ['+91', `97${n}`.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '')],
      ['+91', `97${n}`],
    ],
    stored: [['+91', `+9197${n}`]],
  }),
];

/** A row of an import of the model. */
export interface ModelRow {
  readonly values: ContactValues;
  /** The number, whatever its spelling. */
  readonly number: string;
  readonly name: string;
}

/** What truly became of a row, and what the answer shows of it. */
export interface Truth {
  /** The id of the contact that this request made of it. */
  readonly createdId?: string;
  readonly isRefused?: boolean;
  /** Whether an entry of the answer with an id has the row's number. */
  readonly isShown: boolean;
}

const names = ['Ann Lee', 'Bo Ray', 'José Núñez', 'Kim Doe', 'Lu Fox'];

/** A stream of its own, that keeps contacts by number and answers in ways that no page documents. */
export class ModelStream {
  /** By the clock of the stream, in ms since 1970. */
  private now = Date.UTC(2026, 0, 1);
  private ids = 0;
  private readonly contacts: { readonly number: string; readonly contact: Contact }[] = [];

  constructor(private readonly random: Random) {}

  /** Rows of persons, some of whom the stream knows, some of them twice. */
  rows(count: number): ModelRow[] {
    const { random } = this;
    return Array.from({ length: count }, () => {
      const [which, own] = [random.below(countries.length), 10_000_000 + random.below(6) * 7_919];
      const spelled = countries[which]?.(String(own));
      const [code = '', number = ''] = spelled?.sent[random.below(spelled.sent.length)] ?? [];
      const name = names[random.below(names.length)] ?? '';
      const [firstName = '', lastName = ''] = name.split(' ');
      return {
        number: `${which} ${own}`,
        name,
        values: { firstName, lastName, cellPhoneNumber: number, cellPhoneCountryCode: code },
      };
    });
  }

  /** Takes an import: gives the answer, when it was asked by the stream's clock, and the truth of each row. */
  import(rows: readonly ModelRow[]): {
    readonly json: readonly unknown[];
    readonly askedAt: number;
    readonly truths: readonly Truth[];
  } {
    const { random } = this;
    // An hour later: more than what clocks of one server may differ by.
    this.now += 3_600_000;
    const askedAt = this.now;
    const showsOld = random.below(2) === 0;
    const entries: {
      readonly number: string;
      readonly entry: Record<string, unknown>;
      readonly isReal: boolean;
    }[] = [];
    const made = rows.map((row): Omit<Truth, 'isShown'> => {
      const known = this.contacts.find(({ number }) => number === row.number);
      if (known === undefined || random.below(6) === 0) {
        this.now += random.below(1_000);
        const contact = this.contactOf(row);
        this.contacts.push({ number: row.number, contact });
        entries.push({ number: row.number, entry: contact, isReal: true });
        return { createdId: contact.id };
      }
      if (showsOld) {
        entries.push({ number: row.number, entry: known.contact, isReal: true });
        return {};
      }
      if (random.below(2) === 0) return {};
      entries.push({ number: row.number, entry: this.refusalOf(row, known.contact), isReal: false });
      return { isRefused: true };
    });
    for (let at = entries.length - 1; at > 0; at--) {
      const other = random.below(at + 1);
      const [a, b] = [entries[at], entries[other]];
      if (a && b) [entries[at], entries[other]] = [b, a];
    }
    this.now += random.below(2_000);
    const shown = new Set(entries.filter(({ isReal }) => isReal).map(({ number }) => number));
    return {
      json: entries.map(({ entry }) => entry),
      askedAt: askedAt + (random.below(2 * 240_000) - 240_000),
      truths: made.map((truth, index) => ({ ...truth, isShown: shown.has(rows[index]?.number ?? '') })),
    };
  }

  /** Deletes some contacts, softly: they are shown still. */
  deleteSome(): void {
    for (const [at, { number, contact }] of this.contacts.entries())
      if (this.random.below(10) === 0)
        this.contacts[at] = { number, contact: { ...contact, status: 'INACTIVE' } };
  }

  private contactOf({ number, name }: ModelRow): Contact {
    const { random } = this;
    const [which = 0, own = ''] = number.split(' ');
    const spelled = countries[Number(which)]?.(own);
    const [countryCode = '', phoneNumber = ''] = spelled?.stored[random.below(spelled.stored.length)] ?? [];
    const stored = random.below(5) === 0 ? name.toUpperCase() : name;
    const [firstName, lastName] = stored.split(' ');
    return {
      id: `c${++this.ids}`,
      status: 'ACTIVE',
      firstName,
      lastName,
      cellPhone: { phoneNumber, countryCode },
      createdAt: new Date(this.now).toISOString(),
    };
  }

  private refusalOf({ values }: ModelRow, { id }: Contact): Record<string, unknown> {
    const { firstName, lastName, cellPhoneNumber: phoneNumber, cellPhoneCountryCode: countryCode } = values;
    const about = { firstName, lastName, cellPhone: { phoneNumber, countryCode } };
    const signs = [{ errors: [{ msg: 'taken' }] }, { success: false }, { status: 'REJECTED' }];
    const sign = signs[this.random.below(signs.length)];
    return { ...about, ...sign, ...(this.random.below(2) === 0 && { id }) };
  }
}
