import type { FollowUps } from '../history/followUps';
import type { Ledgers } from '../ledgers';
import { pickImport } from '../history/pickImport';
import type { Handler } from '../commandIds';
import type { SandboxStream } from '../streams/sandbox';

/** Find the Refused Rows…: which rows of refused requests are at fault; the others are sent. Takes the import's id, or asks. */
export function findRefused(
  followUps: FollowUps,
  ledgers: Ledgers,
  sandbox: Pick<SandboxStream, 'isGone'>,
): Handler {
  return async (id) => {
    const importId = await pickImport(id, ledgers, 'findRefused', sandbox);
    if (importId !== undefined) await followUps.findRefused(importId);
  };
}
