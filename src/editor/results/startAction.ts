import { isOffered, type RequestOf, type ResultAction, type Results } from '../../protocol/results';

/**
 * Does what the user chose on the page, and reports its own failures.
 * @param action one that the shown results offer
 * @param importId the import's name in the ledger
 */
export type ActOnResults = (action: ResultAction, importId: string) => void | Promise<void>;

/** Starts what the page asks for, which may take as long as an import does: nobody waits for it. */
export function startAction(
  { action }: RequestOf<'act'>,
  { actions, importId }: Results,
  act: ActOnResults,
): void {
  // A page that has not been given newer results yet may ask for what these no longer offer.
  if (isOffered(action, actions)) void act(action, importId);
}
