/** What address books put between two numbers of one field. */
export const betweenNumbers = /:::|[/;,|]|\s(?:or|and|oder|und|ou|et|y|o|e)\s/i;
/** Each has as many digits as numbers have without an area code, and nothing but what people put between them. */
const oneNumber = /^\+?[\d\s().-]+$/;
const fewestDigits = 7;

/** The two numbers that stand in one cell, as they are written; `undefined` when it is another number of them. */
export function twoNumbers(text: string): { readonly one: string; readonly other: string } | undefined {
  const [one, other, ...more] = text.split(betweenNumbers).map((part) => part.trim());
  if (one === undefined || other === undefined || more.length > 0) return undefined;
  return [one, other].every(isNumber) ? { one, other } : undefined;
}

function isNumber(text: string): boolean {
  return oneNumber.test(text) && text.replace(/\D/g, '').length >= fewestDigits;
}
