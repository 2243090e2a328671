import type { FollowUps } from '../history/followUps';
import type { Ledgers } from '../ledgers';
import { pickImport } from '../history/pickImport';
import type { Handler } from '../commandIds';
import type { SandboxStream } from '../streams/sandbox';

/** Resume Import…: looks for rows whose outcome is unknown, then sends what is left. Takes the import's id, or asks. */
export function resumeImport(
  followUps: FollowUps,
  ledgers: Ledgers,
  sandbox: Pick<SandboxStream, 'isGone'>,
): Handler {
  return async (id) => {
    const importId = await pickImport(id, ledgers, 'resume', sandbox);
    if (importId !== undefined) await followUps.resume(importId);
  };
}
