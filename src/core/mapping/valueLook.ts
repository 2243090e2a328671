import {
  documentedSalutation,
  foldHeader,
  looksLikeNumber,
  looksLikeSalutation,
  translatedSalutation,
} from '../contact';
import type { CodeLook } from './codeLook';
import { half, most, type Samples } from './samples';

/** What a field that no header means may be all the same. `country`: it names one; `code`: a dial code. */
export type Likeness = 'number' | 'country' | 'code' | 'salutation';

/** What a field looks like by its values, where its header speaks for it or at least not against it. */
export function likenessOf(
  header: string,
  field: number,
  samples: Samples,
  codes: CodeLook,
  number: number | undefined,
): Likeness | undefined {
  if (samples.isEmpty(field)) return undefined;
  const name = foldHeader(header);
  if (
    samples.holds(field, most, (text) => codes.isInNumber(text)) ||
    (phoneWord.test(name) && samples.holds(field, most, looksLikeNumber)) ||
    (name === 'cep' && samples.holds(field, most, (text) => codes.isNumberOf(text, 'TR')))
  ) {
    return notToCall.test(name) ? undefined : 'number';
  }
  if (countryWord.test(name) && samples.holds(field, most, (text) => codes.codeOf(text) !== undefined)) {
    return 'country';
  }
  if (prefixWord.test(name) && number !== undefined && codes.isConfirmed(field, number)) return 'code';
  return holdsSalutations(field, samples) ? 'salutation' : undefined;
}

/** Whether nearly all values are forms of address, and half of them known and more than the letter of a gender. */
export function holdsSalutations(field: number, samples: Samples): boolean {
  return samples.holds(field, most, looksLikeSalutation) && samples.holds(field, half, isKnownSalutation);
}

/** Not by letters of a gender, or what is a language as well, `de`, `fr`. */
function isKnownSalutation(text: string): boolean {
  return (
    translatedSalutation(text) !== undefined && (text.length > 2 || documentedSalutation(text) !== undefined)
  );
}

/** Whether a header says that its numbers are mobile ones, and of nobody else. */
export function saysMobile(header: string): boolean {
  const name = foldHeader(header);
  return mobileWord.test(name) && !ofOthers.test(name) && !notToCall.test(name);
}

/** Columns that have a part of what another one holds, without which that is not whole. */
const parts = {
  cellPhoneNumber:
    /^(?:phone)?(?:areacode|citycode|stdcode|std|ddd|vorwahl|ortsvorwahl|ortskennzahl|codigodearea|prefijo|lada|clavelada|prefisso|netnummer|kengetal|numerkierunkowy|alankodu|кодгорода|кодоператора|区号|區號|市外局番|지역번호|predvolba)$/,
  lastName:
    /^(?:tussenvoegsels?|voorvoegsels?|namenszusatz|namensvorsatz|vorsatzwort|infix|lastnameprefix|surnameprefix)$/,
} as const;

/** Whether a field has a part of a column that another field names: an area code, a particle of the last name. */
export function isPartOf(
  column: keyof typeof parts,
  header: string,
  field: number,
  samples: Samples,
): boolean {
  if (!parts[column].test(foldHeader(header)) || samples.isEmpty(field)) return false;
  return (
    column !== 'cellPhoneNumber' || samples.share(field, (text) => /^\(?0?\d{1,5}\)?$/.test(text)) >= most
  );
}

/** In folded headers: something to call, and something that is not called. */
const phoneWord = /phone|^tel|telef|mobil|cell|gsm|whatsapp|телефон|电话|電話|전화|هاتف/;
const mobileWord =
  /mobil|movil|celular|cell|handy|gsm|whatsapp|selfoon|matkapuh|telkom|携帯|手机|手機|휴대|جوال|موبايل|моб|сотов/;
const ofOthers =
  /spouse|emergency|partner|father|mother|parent|guardian|owner|kin|assist|manager|notfall|urgen/;
const notToCall = /fax|pager|id$|account|order|invoice|vat|tax|iban|zip|plz/;
const prefixWord = /prefi|vorwahl|indicat|dial|isd|^code$|kod$|区号|國碼/;
const countryWord =
  /country|land|pays|pais|paese|nation|strana|страна|国家|国$|국가|kraj|ulke|quocgia|negara|الدولة|البلد/;
