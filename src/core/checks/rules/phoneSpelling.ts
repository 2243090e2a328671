import { phoneRule } from '../phoneProblem';

/**
 * A valid number with more in it than the API page asks for: "digits without any special characters". Whether a stream
 * minds is not known, so it is a hint.
 */
export const phoneSpelling = phoneRule('phone.spelling');
