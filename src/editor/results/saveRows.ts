import * as vscode from 'vscode';
import { saveFile } from '../../core/files/saveFile';
import type { ResultRow, Results } from '../../protocol/results';
import { countRows } from '../../protocol/rowPage';
import { withSignal } from '../cancellation';
import { counted } from '../counted';
import { plainText } from '../plainText';
import { formOf, type ExportForm } from './exportTable';
import { written } from './writtenRows';

/** What is saved. */
export interface ExportContent {
  /** As many of them as there are rows; `rows` are not looked at. */
  readonly results: Results;
  readonly groups: Iterable<Iterable<ResultRow>> | AsyncIterable<Iterable<ResultRow>>;
  /** What is said once so many rows are in the file: what is not in it, too. */
  readonly savedMessage: (rows: number) => string;
}

/** Under a notification with Cancel where it may take long. @returns how many rows were saved; `undefined` when the user gave up */
export async function saveRows(
  target: vscode.Uri,
  form: ExportForm,
  content: ExportContent,
): Promise<number | undefined> {
  const { results, groups } = content;
  const all = results.rowCount + results.counts.unmatched;
  let rows = 0;
  const write = async (signal?: AbortSignal, told?: (rows: number) => void) => {
    async function* noted() {
      for await (const group of groups) {
        if (signal?.aborted) throw new GivenUp();
        const list = [...group];
        yield list;
        rows += list.length;
        told?.(rows);
      }
    }
    await writePieces(target, written(formOf(form, results), noted()));
  };
  if (countRows(results.rows) >= all) {
    await write();
    return rows;
  }
  const title = counted(
    vscode.l10n.t('{count, plural, one {Exporting # row of {name}} other {Exporting # rows of {name}}}'),
    { count: all, name: plainText(results.fileName, 100) },
  );
  const location = vscode.ProgressLocation.Notification;
  return await vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) =>
    withSignal(token, async (signal) => {
      let shown = 0;
      const tell = (done: number) => {
        const percent = Math.floor((100 * done) / all);
        if (percent > shown) progress.report({ increment: percent - shown });
        shown = percent;
      };
      try {
        await write(signal, tell);
      } catch (error) {
        if (error instanceof GivenUp) return undefined;
        throw error;
      }
      return rows;
    }),
  );
}

/** The user has pressed Cancel. */
class GivenUp extends Error {}

/** A file on disk is never in memory as a whole. */
async function writePieces(target: vscode.Uri, pieces: AsyncIterable<string>): Promise<void> {
  if (target.scheme === 'file') {
    await saveFile(target.fsPath, pieces);
    return;
  }
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(Buffer.from(piece));
  await vscode.workspace.fs.writeFile(target, Buffer.concat(parts));
}
