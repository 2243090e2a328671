import * as vscode from 'vscode';
import { openSmallCsv } from '../checking/openCsv';
import type { RowOutcomes } from '../checking/rowOutcomes';
import type { Handler } from '../commandIds';
import { UserError } from '../errors';
import { chosenFiles, shownName } from '../files';

/** Clear Outcome Marks: those beside the rows of a file, until it is sent again. */
export function clearMarks(outcomes: RowOutcomes): Handler {
  return async (...args) => {
    for (const uri of chosenFiles(args)) {
      const document = await openSmallCsv(uri);
      if (outcomes.marksOf(document) === undefined)
        throw new UserError(vscode.l10n.t('No row of {0} is marked.', shownName(uri)));
      await outcomes.clear(document);
    }
  };
}
