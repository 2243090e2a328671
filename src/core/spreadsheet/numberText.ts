const shape = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
/** Digits that a spreadsheet keeps of a number. */
const keptDigits = 15;
/** A double has no more digits in front of its point, or zeros behind it. */
const mostShift = 400;

/**
 * A number as a sheet has it, in digits alone and nothing rounded: `9.87654321E9` is `9876543210`, `9876543210.0` too.
 * Writers spell a fraction out to 17 digits (`1.1000000000000001`); of it the shortest that is the same number is given.
 *
 * @returns `undefined` for what is no number, as an error is none
 */
export function plainNumber(text: string): string | undefined {
  const [, sign, whole = '', fraction = '', exponent = '0'] = shape.exec(text) ?? [];
  const shift = Number(exponent);
  if (sign === undefined || whole + fraction === '' || Math.abs(shift) > mostShift) return undefined;
  const plain = shifted(whole, fraction, shift);
  const isLongFraction = plain.includes('.') && plain.replace(/^0\.0*|\./g, '').length > keptDigits;
  const shortest = isLongFraction ? shortestOf(plain) : plain;
  return sign === '-' && shortest !== '0' ? `-${shortest}` : shortest;
}

/** Whether a number has more digits than a spreadsheet keeps: the last ones are not those that somebody typed. */
export function isTooLong(number: string): boolean {
  const [whole = ''] = number.split('.');
  return whole.replace('-', '').length > keptDigits;
}

function shortestOf(plain: string): string {
  const [, , whole = '', fraction = '', exponent = '0'] = shape.exec(String(Number(plain))) ?? [];
  return shifted(whole, fraction, Number(exponent));
}

/** Moves the point to the right, and leaves zeros out that tell nothing. */
function shifted(whole: string, fraction: string, shift: number): string {
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = digits.padStart(digits.length - Math.min(0, point), '0').padEnd(point, '0');
  const at = Math.max(0, point);
  const front = padded.slice(0, at).replace(/^0+(?=\d)/, '') || '0';
  const behind = withoutZerosBehind(padded.slice(at));
  return behind === '' ? front : `${front}.${behind}`;
}

function withoutZerosBehind(digits: string): string {
  let end = digits.length;
  while (digits.charAt(end - 1) === '0') end -= 1;
  return digits.slice(0, end);
}
