import type { Cleared, Clearance, ClearanceRefusal } from './clearance';

/** What asking for the rest of an import needs. */
export interface RestPorts<Opened, Answer extends object> {
  /** Asks the user, unless nothing is left to send; `undefined` when the user gives up. */
  readonly ask: (opened: Opened, isAskedAgain: boolean) => Promise<Answer | 'nothingLeft' | undefined>;
  /** Looks again at what was asked about, as far as others may have changed it. */
  readonly lookAgain: (opened: Opened) => Promise<{ readonly reopened: Opened; readonly isAsAsked: boolean }>;
  /** Asks for leave to send, by what is so at this moment. */
  readonly clear: (opened: Opened, answer: Answer) => Promise<Cleared>;
  /** Reads the file anew, which was changed since. @throws when the import cannot be gone on with as the file is now */
  readonly reopen: () => Promise<Opened>;
}

/** What is to be sent by the user's word, or why nothing is; `undefined` when the user gave up. */
export type RestAnswer<Opened, Answer extends object> =
  | 'nothingLeft'
  | {
      readonly ok: true;
      readonly reopened: Opened;
      readonly answer: Answer;
      readonly clearance: Clearance;
    }
  | { readonly ok: false; readonly refusal: ClearanceRefusal }
  | undefined;

/** Asks before the rest of an import is sent, once more as long as what was asked about, the file too, is another one then. */
export async function askForRest<Opened, Answer extends object>(
  opened: Opened,
  { ask, lookAgain, clear, reopen }: RestPorts<Opened, Answer>,
): Promise<RestAnswer<Opened, Answer>> {
  let reopened = opened;
  for (let isAskedAgain = false; ; isAskedAgain = true) {
    const answer = await ask(reopened, isAskedAgain);
    if (typeof answer !== 'object') return answer;
    const again = await lookAgain(reopened);
    reopened = again.reopened;
    if (!again.isAsAsked) continue;
    const cleared = await clear(reopened, answer);
    if (cleared.ok) return { ok: true, reopened, answer, clearance: cleared.clearance };
    if (cleared.refusal.reason !== 'changed') return { ok: false, refusal: cleared.refusal };
    reopened = await reopen();
  }
}
