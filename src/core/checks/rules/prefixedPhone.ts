import { phoneRule } from '../phoneProblem';

/**
 * A number that holds the country code, which has a column of its own. A number with another code than the row's is
 * `phone.invalid`: which of the two is right is not known.
 */
export const prefixedPhone = phoneRule('phone.prefixed');
