/** Nothing but capitals to fold, told quickly. */
const plainName = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** A name without its case, accents and spacing. Only the accents of alphabets are left out (U+0300 to U+036F): elsewhere a mark is a letter of its own. */
export function foldedName(name = ''): string {
  if (plainName.test(name)) return name.toLowerCase();
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\p{Cf}]/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
