import type * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks';
import type { Checker } from '../checking/checker';
import type { CheckSettings } from '../settings';
import { isChecked } from '../checking/documents';

/** What fixes need of the checker. */
export type ReportSource = Pick<Checker, 'checkNow' | 'reportOf'>;

/** A check that was begun for fixes, and the version of the document that it is about. */
interface Begun {
  readonly version: number;
  readonly report: Promise<CheckReport | undefined>;
}

/** How often a check is begun again that another one, of the same text, has displaced. */
const attempts = 3;

/** Gives reports of documents as they stand now, never older ones; checks what is not checked yet. */
export class FreshReports {
  private readonly begun = new WeakMap<vscode.TextDocument, Begun>();

  constructor(
    private readonly checker: ReportSource,
    private readonly settings: Pick<CheckSettings, 'checkFiles'>,
  ) {}

  /** `undefined` when the document is not to be checked, or was changed or closed meanwhile. */
  async of(document: vscode.TextDocument): Promise<CheckReport | undefined> {
    const { version } = document;
    for (let attempt = 0; attempt < attempts && document.version === version; attempt++) {
      // Also of a document that is only checked on purpose.
      const known = this.checker.reportOf(document);
      if (known !== undefined) return known;
      if (document.isClosed || !isChecked(document, this.settings.checkFiles(document.uri))) return undefined;
      const report = await this.checked(document);
      if (report !== undefined) return document.version === version ? report : undefined;
    }
    return undefined;
  }

  /** Those who ask while a check runs share it: a second one would make an end of the first. */
  private checked(document: vscode.TextDocument): Promise<CheckReport | undefined> {
    const { version } = document;
    const running = this.begun.get(document);
    if (running?.version === version) return running.report;
    const report = this.checker.checkNow(document, { forSending: false }).finally(() => {
      if (this.begun.get(document)?.report === report) this.begun.delete(document);
    });
    this.begun.set(document, { version, report });
    return report;
  }
}
