import { parsePageMessage } from '../../protocol/messages';
import type { ResultAction, Results } from '../../protocol/results';

/**
 * Does what the user chose on the page, and reports its own failures.
 * @param action one that the shown results offer
 * @param importId the import's name in the ledger
 */
export type ActOnResults = (action: ResultAction, importId: string) => void | Promise<void>;

/** What a page can ask for. */
export interface PageRequests {
  /** The page is ready to be given its state. */
  show(): Promise<void>;
  /** A line (1-based) of the CSV, whose URI the results name. */
  goToLine(fileUri: string, line: number): Promise<void>;
  readonly act: ActOnResults;
}

/**
 * Does what a message from the page asks for, once it is understood and fits the results.
 * @param message anything at all: a webview may send what it likes
 * @param results those that are shown; a page without results is owed nothing
 */
export async function answerPage(
  message: unknown,
  results: Results | undefined,
  requests: PageRequests,
): Promise<void> {
  const asked = parsePageMessage(message);
  if (asked === undefined || results === undefined) return;
  switch (asked.type) {
    case 'ready':
      return requests.show();
    case 'goToLine':
      return requests.goToLine(results.fileUri, asked.line);
    case 'act':
      // A page that has not been given newer results yet may ask for what these no longer offer.
      if (results.actions.includes(asked.action)) await requests.act(asked.action, results.importId);
  }
}
