import * as vscode from 'vscode';
import type { Handler } from '../commandIds';
import type { PastResults } from '../history/pastResults';
import { importIdOf } from '../importId';
import { lastResults } from '../results/lastResults';
import type { ResultsPanels } from '../results/resultsPanels';

/** Show Last Results: those of the file in front. Takes an import, too. They take the focus. */
export function showResults(panels: ResultsPanels, past: Pick<PastResults, 'of'>): Handler {
  const others = {
    label: (name: string) => vscode.l10n.t('Show Results of {0}', name),
    run: panels.open.bind(panels),
  };
  return async (item) => {
    const id = importIdOf(item);
    await panels.open(id === undefined ? await lastResults(panels, others) : await past.of(id));
  };
}
