import type { ImportHistory } from './ledger/history';
import type { ImportRecord } from './ledger/importRecord';

/** So many imports of a file are asked of its rows. */
const mostImports = 20;

/**
 * The imports of a file that went to the stream of its last one, the latest first, each read when it is asked for.
 * @param key imports whose rows were hashed with another one tell nothing
 * @param until an import of the file that is not wanted any more, nor any before it
 */
export async function* importsOfFile(
  fileUri: string,
  history: Pick<ImportHistory, 'summaries' | 'read'>,
  key: string,
  until?: string,
): AsyncGenerator<ImportRecord> {
  const all = (await history.summaries()).filter((each) => each.fileUri === fileUri);
  const end = all.findIndex(({ id }) => id === until);
  const wanted = end < 0 ? all : all.slice(0, end);
  const last = wanted[0]?.stream;
  const there = wanted.filter(
    (each) => each.key === key && each.stream.host === last?.host && each.stream.streamId === last.streamId,
  );
  for (const { id } of there.slice(0, mostImports)) {
    const known = await history.read(id);
    if (known) yield known.record;
  }
}
