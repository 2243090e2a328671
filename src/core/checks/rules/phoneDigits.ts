import { phoneRule } from '../phoneProblem';

/** A number in digits of another script, which the stream may not dial: each of them means one of `0` to `9`. */
export const phoneDigits = phoneRule('phone.digits');
