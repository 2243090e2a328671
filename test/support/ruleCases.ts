import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/checks/finding';
import { checked, marked } from './checked';

export const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';
/** Two rows in which nothing is to be found. */
export const good = 'Asha,Rao,Mrs,9876543210,+91,+91';
export const other = 'Ravi,Iyer,Mr,9812345678,+91,+91';

/** What each marked place is expected to hold: the finding without its range. */
type Expected = Omit<Finding, 'range'> & Record<string, unknown>;

/** A case: a name, a text with the expected ranges in « », and the findings in the order of their places. */
export type Case = readonly [name: string, text: string, ...expected: Expected[]];

/** A test for each case: exactly these findings, in exactly these places. */
export function itFinds(cases: readonly Case[]): void {
  for (const [name, source, ...expected] of cases) {
    it(name, () => {
      const { text, ranges } = marked(source);
      const wanted = expected.map((finding, index) => ({
        ...finding,
        ...valueIn(text, finding.code, ranges[index]),
        range: ranges[index],
      }));
      assert.equal(ranges.length, expected.length, 'a mark for each finding');
      const found = checked(text).findings.map(({ finding }) => finding);
      const inOrder = found.toSorted((a, b) => a.range.start - b.range.start);
      const headerOnly = wanted.some(({ code }) => code === 'csv.unclosedQuote');
      assert.deepEqual(
        // A quote that is never closed swallows rows and columns, and those findings are not the point here.
        headerOnly ? inOrder.filter(({ code }) => code === 'csv.unclosedQuote') : inOrder,
        wanted,
      );
    });
  }
}

/** Findings that can be kept as they are name the value, unquoted. */
function valueIn(text: string, code: Finding['code'], range: { start: number; end: number } | undefined) {
  if (!withValue.test(code)) return undefined;
  const raw = text.slice(range?.start, range?.end);
  return { value: raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw };
}

const withValue =
  /^(?:value\.salutation|extension\.unusual|countryCode\.invalid|phone\.(?:invalid|prefixed|mangled|several))$/;
