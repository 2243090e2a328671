/**
 * One CSV record without its line break (RFC 4180). Written out here since csv-stringify, even its synchronous part,
 * is made of Node's streams and buffers, which the core does without; the tests hold it against csv-parse.
 */
export function csvRecord(values: readonly string[]): string {
  return values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join();
}
