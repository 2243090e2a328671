import * as vscode from 'vscode';
import type { Results } from '../../protocol/results';
import { UserError } from '../errors';
import { shownName, uriInFront } from '../files';
import { plainText } from '../plainText';
import type { ResultsPanels } from './resultsPanels';

/** What a command offers to do with the results of another file than the one in front. */
export interface WithOthers {
  /** @param name of that file */
  readonly label: (name: string) => string;
  readonly run: (results: Results) => Promise<void>;
}

/**
 * The last results of the file in front; of all files, if no file is in front.
 * @throws UserError when there are none; it offers the last ones of another file
 */
export async function lastResults(
  panels: Pick<ResultsPanels, 'last'>,
  { label, run }: WithOthers,
): Promise<Results> {
  const inFront = uriInFront();
  const results = await panels.last(inFront?.toString());
  if (results) return results;
  const others = inFront && (await panels.last(undefined));
  if (!others) throw new UserError(vscode.l10n.t('There are no results yet. Send a CSV first.'));
  throw new UserError(vscode.l10n.t('No results of {0} are kept.', shownName(inFront)), {
    label: label(plainText(others.fileName, 100)),
    run: () => run(others),
  });
}
