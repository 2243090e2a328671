import { phoneRule } from '../phoneProblem';

/** A number that a spreadsheet has taken for another kind of value: rounded, dated, grouped, or without its zero. */
export const mangledPhone = phoneRule('phone.mangled');
