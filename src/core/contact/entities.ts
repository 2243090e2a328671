import { asWindows1252 } from './windows1252';

const reference = /&(?:#(\d{2,7})|#x([\da-f]{2,6})|([a-z]{2,8}\d?));/gi;

const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' },
    ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—', hellip: '…' },
    ...{ szlig: 'ß', aelig: 'æ', AElig: 'Æ', oelig: 'œ', OElig: 'Œ', oslash: 'ø', Oslash: 'Ø' },
    ...{ eth: 'ð', ETH: 'Ð', thorn: 'þ', THORN: 'Þ', aring: 'å', Aring: 'Å' },
    ...{ ordf: 'ª', ordm: 'º', middot: '·', euro: '€', pound: '£', deg: '°', sect: '§', bull: '•' },
    ...{ reg: '®', copy: '©', trade: '™', laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›' },
    ...{ sbquo: '‚', bdquo: '„', iexcl: '¡', iquest: '¿', acute: '´' },
    ...{
      lstrok: 'ł',
      Lstrok: 'Ł',
      dstrok: 'đ',
      Dstrok: 'Đ',
      hstrok: 'ħ',
      Hstrok: 'Ħ',
      imath: 'ı',
      inodot: 'ı',
    },
    // HTML knows these in capitals too.
    ...{ AMP: '&', LT: '<', GT: '>', QUOT: '"', REG: '®', COPY: '©' },
  }),
);

/** What HTML calls the accents of letters, and the combining characters that they are. */
const accents: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  caron: '\u030C',
  cedil: '\u0327',
  breve: '\u0306',
  dot: '\u0307',
  ring: '\u030A',
  dblac: '\u030B',
  ogon: '\u0328',
  macr: '\u0304',
};

/** The text with the characters that HTML's references to characters mean; those that are none stay as they stand. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole: string, decimal?: string, hexadecimal?: string, name?: string) => {
    if (decimal !== undefined) return character(Number(decimal)) ?? whole;
    if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16)) ?? whole;
    if (name === undefined) return whole;
    return named.get(name) ?? accented(name) ?? whole;
  });
}

/** Only what can be seen in a value, and never what would end it. */
function character(code: number): string | undefined {
  if (code > 0x10_ffff) return undefined;
  // As browsers do: 146 is the apostrophe of Windows.
  const text = asWindows1252(code);
  return /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(text) ? text : undefined;
}

function accented(name: string): string | undefined {
  const letter = name.charAt(0);
  const accent = accents[name.slice(1)];
  const text = accent === undefined ? '' : (letter + accent).normalize('NFC');
  return text.length === 1 ? text : undefined;
}
