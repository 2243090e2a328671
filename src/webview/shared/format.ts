import { formatMessage, isLanguage, type MessageValues } from '../../protocol/messageFormat';

/** How numbers, dates and the order of texts look in the editor's display language. */
export interface Format {
  /** A tag that `Intl` accepts, for the document's `lang`. */
  readonly language: string;
  readonly collator: Intl.Collator;
  number(value: number): string;
  /** Fills a translated ICU message, see `formatMessage`. */
  message(message: string, values: MessageValues): string;
  /** Day and minute of an ISO 8601 time, in the user's time zone; a text that is no time comes back as it is. */
  date(iso: string): string;
  /** The same, to the second. */
  time(iso: string): string;
}

/** @param language BCP 47; one that `Intl` refuses falls back to English rather than leaving the page empty. */
export function createFormat(language: string): Format {
  const tag = isLanguage(language) ? language : 'en';
  const numbers = new Intl.NumberFormat(tag);
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const times = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' });
  // The contacts of one import are made within seconds: 100,000 times share a handful of minutes.
  const minutes = new Map<number, string>();
  return {
    language: tag,
    collator: new Intl.Collator(tag, { numeric: true }),
    number: (value) => numbers.format(value),
    message: (message, values) => formatMessage(message, values, tag),
    time(iso) {
      const time = Date.parse(iso);
      return Number.isNaN(time) ? iso : times.format(time);
    },
    date(iso) {
      const minute = Math.floor(Date.parse(iso) / 60_000);
      if (Number.isNaN(minute)) return iso;
      let text = minutes.get(minute);
      if (text === undefined) minutes.set(minute, (text = dates.format(minute * 60_000)));
      return text;
    },
  };
}

/** Puts values into the places `{0}`, `{1}` of a sentence; a place without a value stays as it is. */
export function fill(sentence: string, ...values: readonly string[]): string {
  return sentence.replace(/\{(\d)\}/g, (place, index) => values[Number(index)] ?? place);
}
