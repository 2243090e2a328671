/**
 * What becomes of a row whose number the stream, or an earlier row of the file, already has. The API "prevents the same
 * number from being associated with different or identical names" and does not say how.
 *
 * - `refuseFile`: nothing of the file is stored; 412 names the rows.
 * - `refuseRow`: the other rows are stored. The answer is 200, and an entry without an `id` stands in the row's place,
 *   with `status: 'FAILED'` and an error. No page shows an answer that refuses a single row: this models bulk answers
 *   that mix both.
 * - `dropRow`: no contact is made of it and the answer does not hold it: the one way that a client which trusts a 200
 *   gets wrong, and thus the most useful to test against.
 * - `accept`: a further contact with the same number, so that what is sent twice shows up twice.
 */
export type RepeatedNumberPolicy = (typeof repeatedNumberPolicies)[number];

/** Every {@link RepeatedNumberPolicy}, by its name. */
export const repeatedNumberPolicies = ['refuseFile', 'refuseRow', 'dropRow', 'accept'] as const;

/** What a refused row is told, by itself or with its file. The API's own words are unknown. */
export const repeatedNumberMessage = 'cellPhoneNumber belongs to another contact';
