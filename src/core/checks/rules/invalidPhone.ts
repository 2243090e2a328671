import { phoneRule } from '../phoneProblem';

/**
 * A number that the numbering plan of the row's country does not have. Silent where the country code is missing or
 * means nothing, for then that is the finding, and where `phone.mangled` or `phone.prefixed` explains it.
 */
export const invalidPhone = phoneRule('phone.invalid');
