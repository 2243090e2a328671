import { phoneRule } from '../phoneProblem';

/** Two numbers in one cell: a contact has one, and which of the two it shall be is its user’s to say. */
export const severalPhones = phoneRule('phone.several');
