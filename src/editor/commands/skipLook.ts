import type { Handler } from '../commandIds';
import type { LookSkips } from '../sending/lookSkips';

/** Skip Looking for Unknown Rows: they stay unknown, and the import goes on. */
export const skipLook =
  (skips: LookSkips): Handler =>
  () =>
    skips.skip();
