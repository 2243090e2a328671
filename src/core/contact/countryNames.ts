/** In these languages lists name countries; each makes some 250 names, which takes a millisecond. */
const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'tr', 'hi'];

/** Names that people use and the languages' own lists do not have, folded. */
const others: Readonly<Record<string, string>> = {
  usa: 'US',
  unitedstatesofamerica: 'US',
  america: 'US',
  greatbritain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  uae: 'AE',
  korea: 'KR',
  republicofkorea: 'KR',
  russianfederation: 'RU',
  holland: 'NL',
  thenetherlands: 'NL',
  czechrepublic: 'CZ',
  turkey: 'TR',
  ivorycoast: 'CI',
  bosnia: 'BA',
  macedonia: 'MK',
  hongkong: 'HK',
  macau: 'MO',
  ksa: 'SA',
  bharat: 'IN',
  republicofindia: 'IN',
  burma: 'MM',
  swaziland: 'SZ',
  macao: 'MO',
  hongkongsar: 'HK',
  vatican: 'VA',
  holyseevaticancitystate: 'VA',
  palestine: 'PS',
  palestinestateof: 'PS',
  drcongo: 'CD',
  thegambia: 'GM',
  gambiathe: 'GM',
  thebahamas: 'BS',
  bahamasthe: 'BS',
  eeuu: 'US',
  // As ISO 3166 has them, where no language's own list does.
  bruneidarussalam: 'BN',
  boliviaplurinationalstateof: 'BO',
  congothedemocraticrepublicofthe: 'CD',
  democraticrepublicofthecongo: 'CD',
  iranislamicrepublicof: 'IR',
  koreademocraticpeoplesrepublicof: 'KP',
  korearepublicof: 'KR',
  laopeoplesdemocraticrepublic: 'LA',
  micronesiafederatedstatesof: 'FM',
  moldovarepublicof: 'MD',
  republicofmoldova: 'MD',
  syrianarabrepublic: 'SY',
  taiwanprovinceofchina: 'TW',
  tanzaniaunitedrepublicof: 'TZ',
  unitedrepublicoftanzania: 'TZ',
  unitedkingdomofgreatbritainandnorthernireland: 'GB',
  venezuelabolivarianrepublicof: 'VE',
  virginislandsbritish: 'VG',
  virginislandsus: 'VI',
};

/** Two countries are named so in one language or another: these are not told, folded. */
const unclear: ReadonlySet<string> = new Set(['congo', 'kongo']);

let byName: ReadonlyMap<string, string> | undefined;

/** The names of one more language, the one that was asked for last. */
let more: { readonly language: string; readonly names: ReadonlyMap<string, string> } | undefined;

/**
 * The ISO 3166 code of a country, by its name in one of some languages; `undefined` for anything else.
 * @param language one more language in which lists here may name countries, as BCP 47 has it
 */
export function countryNamed(name: string, language?: string): string | undefined {
  const fold = folded(name);
  if (fold.length < 2 || (fold.length < 3 && /^[a-z]+$/.test(fold)) || unclear.has(fold)) return undefined;
  const known = others[fold] ?? (byName ??= namesIn(languages)).get(fold);
  if (known !== undefined || language === undefined) return known;
  if (more?.language !== language) more = { language, names: namesIn([language]) };
  return more.names.get(fold);
}

/** Made when a name is first asked for: most lists have codes. */
function namesIn(languages: readonly string[]): ReadonlyMap<string, string> {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const names = new Map<string, string>();
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      // Old codes have the names of the new ones: the first language's own list is in the order of the alphabet.
      if (name !== undefined && !retired.has(code) && !names.has(folded(name))) names.set(folded(name), code);
    }
  }
  return names;
}

/** Codes that are no country's any more, though they have a name. */
const retired: ReadonlySet<string> = new Set([
  'AN',
  'BU',
  'CS',
  'DD',
  'DY',
  'FX',
  'HV',
  'NH',
  'RH',
  'SU',
  'TP',
  'UK',
  'VD',
  'YD',
  'YU',
  'ZR',
]);

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}
