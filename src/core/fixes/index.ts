export { allFindings } from './allFindings';
export { applyEdits, offsetBefore } from './applyEdits';
export { countryCodesOf, type CountryCodes } from './countryCodes';
export type { Fix, FixKind, TextEdit } from './fix';
export { fixAllOf, mayFixAll } from './fixAllOf';
export { fixesFor } from './fixesFor';
export { editsInSteps } from './fixOf';
export { inOrderOfOffers, isRemoval, offersFor, type Lead, type Offer } from './offersFor';
export { convertQuotes, convertRows, deleteLinesAbove, headerAboveContacts, unquoteLines } from './layout';
export { mayFixUnasked, safeEdits } from './safeEdits';
export { isSafelyFixable, nextStep, possibleIn, type NextStep } from './nextStep';
export {
  headerMend,
  proposals,
  withPicks,
  type HeaderMend,
  type Pick,
  type PickNeeds,
  type Proposal,
} from './picks';
export { withStructure } from './structure';
export {
  openDecisions,
  reviewOf,
  rowsIn,
  withReviewed,
  type Decision,
  type IsHeld,
  type Review,
} from './review';
