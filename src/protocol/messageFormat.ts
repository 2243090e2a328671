import { IntlMessageFormat } from 'intl-messageformat';

/** What a message is given: numbers decide its plural forms and are written as the language writes them. */
export type MessageValues = Readonly<Record<string, string | number>>;

const parsed = new Map<string, IntlMessageFormat>();

/**
 * Fills a translated ICU message, `{count, plural, one {# row} other {# rows}}`. A value is never read as a part of the
 * message, so foreign text may be one.
 * @param language BCP 47; one that `Intl` refuses counts as English.
 */
export function formatMessage(message: string, values: MessageValues, language: string): string {
  const key = `${language} ${message}`;
  let format = parsed.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(message, isLanguage(language) ? language : 'en', undefined, {
      ignoreTag: true,
    });
    parsed.set(key, format);
  }
  return String(format.format(values));
}

/** Whether `Intl` takes a tag. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
