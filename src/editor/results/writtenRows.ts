import { pauseIfDue } from '../../core/files/slices';
import type { TextForm } from '../../core/mapping/exportText';

/** Rows that are written without a pause: less than a millisecond for rows of usual length. */
const rowsAtOnce = 200;

/** Rows in a form, in pieces of some rows each, with pauses for others in the process. `groups`: the rows, any number at once. */
export async function* written<Row>(
  { head, textOf, end }: TextForm<Row>,
  groups: Iterable<Iterable<Row>> | AsyncIterable<Iterable<Row>>,
): AsyncGenerator<string> {
  yield head;
  let isFirst = true;
  for await (const rows of groups) {
    let texts: string[] = [];
    for (const row of rows) {
      texts.push(textOf(row, isFirst));
      isFirst = false;
      if (texts.length < rowsAtOnce) continue;
      yield texts.join('');
      texts = [];
      await pauseIfDue();
    }
    yield texts.join('');
    await pauseIfDue();
  }
  yield end;
}
