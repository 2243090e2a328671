export { allFindings } from './allFindings';
export { applyEdits } from './applyEdits';
export type { Fix, FixKind, TextEdit } from './fix';
export { fixAllOf } from './fixAllOf';
export { fixesFor } from './fixesFor';
export { safeEdits, type CountryCodes } from './safeEdits';
