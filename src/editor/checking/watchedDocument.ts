import type * as vscode from 'vscode';
import { type CheckReport, type Graded, LiveCheck, type LiveOptions } from '../../core/checks';
import type { OffsetRange } from '../../core/csv';

/** What a check is at that has not come to its end: first the rows, then their phone numbers. */
export type Stage = NonNullable<CheckReport['pending']>;

/** What is known of one open document, and the check that follows its edits. */
export class WatchedDocument {
  /** What the last check that came to its end found, and in which version of the document. */
  checked?: { readonly version: number; readonly report: CheckReport };
  /** What the running check is at; `undefined` when none runs. */
  stage: Stage | undefined;
  /** Sending was tried, so the file is checked as a contact list, whatever its header says. Until it closes. */
  forSending = false;
  private pending = new AbortController();
  private live: LiveCheck | undefined;

  constructor(private readonly document: vscode.TextDocument) {}

  /** Aborted when the waiting or running check is given up: the text has changed, or the document is closed. */
  get signal(): AbortSignal {
    return this.pending.signal;
  }

  /** Gives up the check that waits or runs, if one does, for a new one. */
  restart(): AbortSignal {
    this.pending.abort();
    this.pending = new AbortController();
    return this.pending.signal;
  }

  giveUp(): void {
    this.pending.abort();
  }

  /** Takes in the changes of an event of the editor; all events must come here, each in its turn. */
  follow(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    this.live?.edit(
      changes.map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset,
        end: rangeOffset + rangeLength,
        text,
      })),
    );
  }

  /** Findings in these ranges of the text that was checked last, shown in the report or not; at most `most`. */
  near(ranges: readonly OffsetRange[], most: number): readonly Graded[] {
    return ranges.flatMap((range) => this.live?.near(range, most) ?? []).slice(0, most);
  }

  /** The check of the document as it stands now; whatever earlier ones found out and still holds is not looked at again. */
  check(options: LiveOptions): LiveCheck {
    if (this.live === undefined) this.live = new LiveCheck(this.document.getText(), options);
    else this.live.set(options);
    return this.live;
  }
}
