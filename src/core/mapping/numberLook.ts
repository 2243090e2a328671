import { labelField, readNumberCell } from '../contact';
import type { CodeLook } from './codeLook';
import type { MapNeeds } from './rowReading';
import { type Samples, shareOf } from './samples';

/** What the values of a column of numbers say, as shares of its filled cells from 0 to 1. */
export interface NumberLook {
  readonly isFilled: boolean;
  /** Numbers that a country has. */
  readonly inUse: number;
  /** Those that are mobile numbers, or may be. In North America the plan does not tell. */
  readonly mobile: number;
  readonly maybeMobile: number;
  /** What the column of labels beside it says, as in address books: `Home`, `Mobile`. */
  readonly labelled: number;
  readonly labelledMobile: number;
  readonly labelledFax: number;
}

/** Describing a number takes a tenth of a millisecond. */
const tellingNumbers = 50;

/** Looks at columns of numbers, at each once. */
export class NumberLooks {
  private readonly known = new Map<number, NumberLook>();

  /** @param code the field of the country code, where the header has one */
  constructor(
    private readonly headers: readonly string[],
    private readonly samples: Samples,
    private readonly codes: CodeLook,
    private readonly needs: MapNeeds,
    private readonly code: number | undefined,
  ) {}

  of(field: number): NumberLook {
    const known = this.known.get(field);
    if (known) return known;
    const look = this.look(field);
    this.known.set(field, look);
    return look;
  }

  private look(field: number): NumberLook {
    const { samples, needs } = this;
    const cells = samples.of(field);
    const pairs =
      this.code === undefined ? cells.map((cell) => ['', cell] as const) : samples.pairs(this.code, field);
    const kinds = pairs.slice(0, tellingNumbers).map(([code, cell]) => {
      const number = readNumberCell(cell, this.codes.codeOf(code), needs.phones);
      if ('untold' in number) return 'none';
      return needs.phones.describe(number.national, number.callingCode)?.kind;
    });
    const label = labelField(this.headers, field);
    const labels = label === undefined ? [] : samples.pairs(label, field).map(([text]) => text);
    return {
      isFilled: cells.length > 0,
      inUse: shareOf(kinds, (kind) => kind !== 'none'),
      mobile: shareOf(kinds, (kind) => kind === 'mobile'),
      maybeMobile: shareOf(kinds, (kind) => kind === 'mobile' || kind === 'fixedLineOrMobile'),
      labelled: cells.length === 0 ? 0 : labels.length / cells.length,
      labelledMobile: shareOf(labels, (text) => mobileWord.test(text)),
      labelledFax: shareOf(labels, (text) => faxWord.test(text)),
    };
  }
}

/** What labels of numbers say. */
const mobileWord = /mobil|cell|handy|gsm|whatsapp|iphone|portable|móvil|celular/i;
const faxWord = /fax|pager/i;
