import { isSample } from '../contact';
import type { Plan } from './plan';
import type { ImportSource } from './source/source';

/** How many of the first rows that a plan sends have the numbers of the examples of a new list: where they are, they begin it. */
export async function countSampleRows(
  source: Pick<ImportSource, 'groups'>,
  { includes }: Pick<Plan, 'includes'>,
): Promise<number> {
  for await (const rows of source.groups())
    return rows.filter((row) => includes(row) && isSample(row.values)).length;
  return 0;
}
