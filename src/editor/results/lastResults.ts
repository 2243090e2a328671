import * as vscode from 'vscode';
import type { Results } from '../../protocol/results';
import { UserError } from '../errors';
import { uriInFront } from '../files';
import type { ResultsPanels } from './resultsPanels';

/** The last results of the file in front; of all files, if it has none. @throws UserError when there are none at all */
export async function lastResults(panels: Pick<ResultsPanels, 'last'>): Promise<Results> {
  const results = await panels.last(uriInFront()?.toString());
  if (results) return results;
  throw new UserError(vscode.l10n.t('There are no results yet. Send a CSV first.'));
}
