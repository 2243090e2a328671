import type * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks';
import type { Checker } from '../checking/checker';
import { csvLanguages } from '../csvLanguages';
import type { AssistKind, AssistSettings } from '../settings';

/** The documents that are helped with: by language or name as the checks go by; whether it is a list, the report says. */
export const csvSelector: vscode.DocumentSelector = [...csvLanguages, { pattern: '**/*.[cC][sS][vV]' }];

/**
 * The contact lists among the open documents. The help of a kind is given only where the setting allows it and the
 * header means a contact column; both methods give `undefined` elsewhere.
 */
export class ContactLists {
  constructor(
    private readonly checker: Pick<Checker, 'lastReportOf' | 'whenChecked'>,
    private readonly settings: AssistSettings,
  ) {}

  /** The list as it was checked last: offsets may be off, but what its columns mean and roughly what is in it holds. */
  latest(document: vscode.TextDocument, kind: AssistKind): CheckReport | undefined {
    if (!this.settings.assists(kind, document.uri)) return undefined;
    return ifContactList(this.checker.lastReportOf(document));
  }

  /** The list as the document stands, after the check that is due, if one is. */
  async checked(
    document: vscode.TextDocument,
    kind: AssistKind,
    token: vscode.CancellationToken,
  ): Promise<CheckReport | undefined> {
    if (!this.settings.assists(kind, document.uri)) return undefined;
    return ifContactList(await this.checker.whenChecked(document, token));
  }
}

function ifContactList(report: CheckReport | undefined): CheckReport | undefined {
  return report?.sheet.isContactList ? report : undefined;
}
