export { allFindings } from './allFindings';
export { applyEdits } from './applyEdits';
export { countryCodesOf, type CountryCodes } from './countryCodes';
export type { Fix, FixKind, TextEdit } from './fix';
export { fixAllOf } from './fixAllOf';
export { fixesFor } from './fixesFor';
export { mayBeMissing } from './mayBeMissing';
export { isSoundList, mayFixUnasked, safeEdits } from './safeEdits';
