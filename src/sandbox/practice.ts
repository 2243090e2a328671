import { setTimeout as sleep } from 'node:timers/promises';

import type { ContactStore } from './contacts';
import { ApiError } from './errors';
import type { SandboxHooks } from './hooks';
import { jsonReply, sendReply } from './reply';

/** How a sandbox for practice behaves. */
export interface Practice {
  /** How long the first import waits for its answer. */
  readonly slowMs: number;
}

/**
 * What goes wrong in a sandbox for practice, so that nobody meets it for the first time on a stream that is real:
 *
 * 1. The first import's answer is slow, and its last row is refused: its number belongs to another contact. That one is
 *    gone by the next import, so that the same list shows what a lost answer leaves.
 * 2. The second import's contacts are created, but its answer is lost, and the first look at the contacts fails.
 * 3. All else works.
 *
 * For a store that refuses single rows.
 */
export function practiceHooks(
  store: Pick<ContactStore, 'add' | 'remove'>,
  { slowMs }: Practice,
): SandboxHooks {
  let imports = 0;
  let failsNextLook = false;
  return {
    async intercept({ call, process }) {
      if (call === 'list') {
        if (!failsNextLook) return undefined;
        failsNextLook = false;
        const { status, body } = new ApiError(400, 'Contacts cannot be read at the moment');
        return {
          words: `${status}, for practice`,
          send: (response) => sendReply(response, jsonReply(status, body)),
        };
      }
      imports += 1;
      if (imports === 1) await sleep(slowMs);
      if (imports !== 2) return undefined;
      await (
        await process()
      ).reply;
      failsNextLook = true;
      return { words: 'answer lost, for practice', send: (response) => void response.destroy() };
    },
    arrived(rows) {
      const last = rows.at(-1);
      if (imports !== 1 || !last) return () => undefined;
      store.add([{ ...last, firstName: 'Another', lastName: 'Contact' }]);
      return () => store.remove(last);
    },
  };
}
