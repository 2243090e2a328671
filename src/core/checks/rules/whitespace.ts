import { isBlankText, trimmedIn, withoutControlCharacters } from '../../contact';
import { valueRule } from '../valueRule';

/**
 * Blanks of any kind at an end of a value, or characters without width anywhere in it: they are not seen, and make
 * two equal values differ. Line breaks and tabs are `value.controlCharacter`, nothing but blanks `value.required`.
 */
export const whitespace = valueRule('value.whitespace', (value, column) => {
  const bare = withoutControlCharacters(value);
  return trimmedIn(column, bare) !== bare && !isBlankText(value);
});
