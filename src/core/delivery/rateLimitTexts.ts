/**
 * What the API says when there were too many requests (three documented texts, the status of none), less what follows.
 * In lower case.
 */
const rateLimitTexts = [
  "you've exceeded the per-minute rate limit",
  "you've exceeded the hourly rate limit",
  'rate limit for this api has been reached',
];

/** Whether a server's words are one of them, whatever their case and apostrophe. */
export function speaksOfRateLimit(words: string): boolean {
  const said = words.toLowerCase().replaceAll('\u2019', "'");
  return rateLimitTexts.some((text) => said.includes(text));
}
