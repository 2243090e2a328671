import * as vscode from 'vscode';
import type { FileReport } from '../../core/delivery/index';
import { findingsProtocol, type Findings } from '../../protocol/findings';
import { PagePanel } from '../pages/pagePanel';
import type { Pages } from '../pages/pages';
import { findingsOf } from './findingsPage';

/**
 * The one panel that shows what a check found in a file too large for an editor: such a file has no Problems view. It is
 * not kept over a reload of the window, for the file may be another one by then.
 */
export class FindingsPanel implements vscode.Disposable {
  private readonly panel: PagePanel<Findings>;

  constructor(pages: Pages) {
    const title = vscode.l10n.t('Problems in a Large File');
    const options = { enableFindWidget: true };
    this.panel = new PagePanel(pages, {
      name: 'findings',
      titleOf: () => title,
      options,
      protocol: findingsProtocol,
    });
  }

  /** Shows the report beside the editor, leaving the focus where it is. */
  show(uri: vscode.Uri, report: FileReport): void {
    void this.panel.show(findingsOf(uri, report, new Date()));
  }

  dispose(): void {
    this.panel.dispose();
  }
}
