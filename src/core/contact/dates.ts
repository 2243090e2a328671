/** `sure`: no phone number is written so. `possible`: some are, and the numbering plan must decide. */
export type DateLike = 'sure' | 'possible';

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:19|20)\\d{2}';
/** The same sign at both places, perhaps with a space: `5. 12. 1987`. */
const between = '([-/.]) ?';
const dayAndMonth = `(?:${day}${between}${month}|${month}${between}${day})`;

const sure = [
  `${dayAndMonth}[-/.] ?${year}`,
  `${day}/${day}/\\d{2,4}`,
  `${year}${between}${month}\\1 ?${day}`,
  `(?:${year}[年년] ?)?${month}[月월](?: ?${day}[日일])?`,
];
const possible = [`${day}([-.]) ?${month}\\1 ?\\d{2}`, `${year}[-/.]${month}`, `0?${month}[-/.]${year}`];
const time = /[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?$/;
const clock = /^\d+:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:\s?[ap]m)?$/i;

const [isSure, isPossible] = [sure, possible].map((forms) =>
  forms.map((form) => new RegExp(`^${form}$`)),
) as [RegExp[], RegExp[]];

/** Whether a text is a date or a time, as spreadsheets write it in many languages; `undefined` for anything else. */
export function dateLike(text: string): DateLike | undefined {
  if (clock.test(text)) return 'sure';
  const date = text.replace(time, '');
  if (isSure.some((form) => form.test(date)) || namesMonth(date)) return 'sure';
  return isPossible.some((form) => form.test(date)) ? 'possible' : undefined;
}

const dayOrYear = /^(?:\d{1,2}(?:st|nd|rd|th)?|\d{4})$/;
const fillers = new Set(['de', 'del', 'of', 'den']);
const longest = 40;

/** `12. Mai 1987`, `31-déc-98`, `Jan-91`: a month’s name, and a day or a year or both. */
function namesMonth(text: string): boolean {
  if (text.length > longest || !/\p{L}/u.test(text)) return false;
  const words = text.split(/[\s\-/.,]+/u).filter((word) => word !== '' && !fillers.has(word.toLowerCase()));
  const names = words.filter((word) => !dayOrYear.test(word));
  const [name = ''] = names;
  if (names.length !== 1 || words.length < 2 || words.length > 3) return false;
  return (months ??= monthNames()).has(folded(name));
}

/** In these languages lists name months; Austria has a January of its own. */
const languages = ['en', 'en-GB', 'de', 'de-AT', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'tr', 'ru', 'uk', 'cs'];
const furtherLanguages = ['sk', 'hr', 'sl', 'sv', 'da', 'nb', 'fi', 'hu', 'ro', 'el', 'id', 'hi'];

let months: ReadonlySet<string> | undefined;

/** Made when a text is first asked about that may hold one. */
function monthNames(): ReadonlySet<string> {
  const names = new Set<string>();
  for (const language of [...languages, ...furtherLanguages]) {
    for (const form of ['long', 'short'] as const) {
      // Beside a day many languages write it otherwise.
      for (const options of [{ month: form }, { month: form, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
        for (let at = 0; at < 12; at++) {
          const parts = format.formatToParts(Date.UTC(2000, at, 1));
          names.add(folded(parts.find(({ type }) => type === 'month')?.value ?? ''));
        }
      }
    }
  }
  names.delete('');
  return names;
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}
