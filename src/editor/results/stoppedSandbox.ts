import type { Results } from '../../protocol/results';

/**
 * Results as they are told at this moment: what went to a sandbox that does not run in this window can neither be looked
 * up nor sent again.
 * @param sandbox the address of the one that runs here, if one does
 * @param gone what is said where it does not, in place of what the import's end advised
 */
export function sandboxNow(
  results: Results,
  sandbox: { readonly host?: string | undefined; readonly streamId?: string | undefined },
  gone: string,
): Results {
  const { host, streamId, running, actions } = results;
  const isHere = host === sandbox.host && streamId === sandbox.streamId;
  if (!results.sandbox || isHere || running !== '') return results;
  const possible = actions.filter((action) => action === 'saveRest');
  // What was advised before is possible no more.
  return { ...results, notice: gone, actions: possible };
}
