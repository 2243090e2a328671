import type { ImportHistory } from './ledger/history';
import type { ImportRecord } from './ledger/importRecord';

/** So many imports of a file are asked of its rows. */
const mostImports = 20;

/** Which of a file's imports are wanted. */
export interface WantedImports {
  /** An import of the file that is not wanted any more, nor any before it. */
  readonly until?: string | undefined;
  /** Whether to leave out those that go on: what is told of their rows changes all the time. */
  readonly isOver?: boolean;
}

/**
 * The imports of a file that went to the stream of its last one, the latest first, each read when it is asked for.
 * @param key imports whose rows were hashed with another one tell nothing
 */
export async function* importsOfFile(
  fileUri: string,
  history: Pick<ImportHistory, 'summaries' | 'read'>,
  key: string,
  { until, isOver = false }: WantedImports = {},
): AsyncGenerator<ImportRecord> {
  const all = (await history.summaries()).filter(
    (each) => each.fileUri === fileUri && !(isOver && each.state === 'goingOn'),
  );
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
