import type { Targets } from '../streams/targets';
import type { Handler } from '../commandIds';

/** Select Stream: the stream of this workspace, the sandbox among them. The status bar shows which it is. */
export const selectStream =
  (targets: Targets): Handler =>
  async () => {
    await targets.choose();
  };
