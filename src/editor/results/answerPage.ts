import type { RequestOf, Results, ResultsRequest } from '../../protocol/results';
import { copyRows } from './copyRows';
import type { FileRows } from './fileRows';
import { selectInFile } from './selectInFile';
import { startAction, type ActOnResults } from './startAction';

/** What doing what a page asks for needs. */
export interface AnswerParts {
  /** Called for each action that the user chooses on the page. */
  readonly act: ActOnResults;
  /** Called when the user wants to export rows of it. */
  readonly exportRows: (importId: string, request: RequestOf<'export'>) => void;
  /** Knows where rows are by now. */
  readonly file: Pick<FileRows, 'rowsOf'>;
}

/** Does what a page of results asks for. What asks the user something, or takes as long as an import does, is started: the page does not wait for it. */
export async function answerPage(
  request: ResultsRequest,
  results: Results,
  { act, exportRows, file }: AnswerParts,
): Promise<void> {
  switch (request.type) {
    case 'act':
      startAction(request, results, act);
      return;
    case 'export':
      exportRows(results.importId, request);
      return;
    case 'copy':
      await copyRows(request);
      return;
    case 'selectInFile':
      await selectInFile(request.rows, results, file);
  }
}
