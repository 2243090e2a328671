// What contacts are: columns, names, numbers, letters. The numbering plans load late: see phone.ts and lateParts in esbuild.js.
export {
  callingCodeDigits,
  type CodeWithArea,
  codeWithArea,
  countryCallingCode,
  meantCallingCode,
  understoodCallingCode,
} from './callingCode';
export { type ContactColumn, contactColumns, isOwnColumn, type OwnColumn, reasonColumn } from './columns';
export {
  type Compared,
  comparedContact,
  comparedRow,
  namesContradict,
  type NumberPlans,
  oneOfTwo,
} from './compare';
export { nameWords } from './comparedName';
export type { Contact, ContactFields, ContactValues } from './contact';
export { isSample, sampleContacts } from './sampleContacts';
export { holdsNumber, isContactHeader, looksLikeContact } from './contactHeader';
export { asciiDigits, asciiNumber } from './digits';
export { withoutEntities } from './entities';
export { textMarksIn, withoutTextMark } from './textMarks';
export { type NameOrder, type NameParts, type NameUntold, splitName } from './fullName';
export { mayHaveUnseenHalf } from './halves';
export { toldOrder } from './nameDoubts';
export { type MangledShape, mangling, restoredNumber } from './mangling';
export { mayBeOne, NameIndex } from './nameIndex';
export { readNumberText } from './numberText';
export { type NumberUntold, readNumberCell } from './phoneCell';
export type { Country, NumberKind, NumberPrefix, PhoneNumbers, PhoneVerdict } from './phoneNumbers';
export { foldHeader } from './headerNames';
export { fieldsOfOthers, ownerIn } from './owners';
export {
  fullNameFields,
  isFamilyNameFirst,
  isUntelling,
  labelField,
  numberFields,
  type Recognised,
  recogniseHeaders,
  type Refutes,
} from './recognise';
export { documentedSalutation, type Salutation, translatedSalutation } from './salutation';
export { numberWithin, severalNumbers } from './severalNumbers';
export { cut, ellipsis, longestId, longestValue, pruned, shownText } from './shownText';
export { standingOf } from './standing';
export {
  dividesMoreThanWords,
  hasControlCharacter,
  hasLineBreak,
  isBlankText,
  trimmed,
  trimmedIn,
  trimmedNumber,
  withoutControlCharacters,
} from './text';
export { areNumbers, looksLikeNumber, looksLikeSalutation, placeholder, refutedBy } from './values';
export {
  hasWrongLetters,
  looksLikeUtf16,
  withRightLetters,
  type WrongHow,
  wrongLetters,
} from './wrongLetters';
