import { hasControlCharacter, isBlankText } from '../../contact';
import { valueRule } from '../valueRule';

/** A control character in a value, a tab or a line break in a quoted cell too: no value of a contact has one. */
export const controlCharacter = valueRule(
  'value.controlCharacter',
  (value) => hasControlCharacter(value) && !isBlankText(value),
);
