import { isBlankText } from '../../contact/text';
import { valueRule } from '../valueRule';

/** An empty cell, or one in which nothing is seen: all six columns are "string, required" (API page, body parameters). */
export const requiredValue = valueRule('value.required', isBlankText);
