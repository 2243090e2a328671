import * as vscode from 'vscode';
import { parseHost, knownHosts } from '../../core/stream/host';
import { ask, type Place, type Reply } from '../quickInput';
import { hostProblemMessage } from './problemMessages';

interface HostItem extends vscode.QuickPickItem {
  /** Absent on the line that says what is wrong with the typed text. */
  readonly origin?: string;
}

/** Asks for a host: one of the known ones, or whatever is typed. Gives an origin that `parseHost` accepts. */
export async function askHost(place: Place, value: string): Promise<Reply<string>> {
  const pick = vscode.window.createQuickPick<HostItem>();
  pick.placeholder = vscode.l10n.t(
    'Host of Agent Assist, as in your browser’s address bar. Choose one or type another.',
  );
  const offer = () => {
    const { items, active } = offerHosts(pick.value);
    pick.items = items;
    if (active) pick.activeItems = [active];
  };
  pick.value = value;
  offer();
  return await ask<string>(pick, place, (resolve) => [
    pick.onDidChangeValue(offer),
    pick.onDidAccept(() => {
      const origin = acceptedHost(pick.value, pick.selectedItems[0]);
      if (origin !== undefined) resolve(origin);
    }),
  ]);
}

/**
 * The host that Enter takes. A fast Enter can come with a line of the text before: one that does not hold what is
 * typed now is not what was meant.
 */
export function acceptedHost(typed: string, chosen: HostItem | undefined): string | undefined {
  if (chosen?.origin === undefined) return undefined;
  if (chosen.origin.includes(typed.trim().toLowerCase())) return chosen.origin;
  return offerHosts(typed).active?.origin;
}

/**
 * The lines for a typed text, and the one that Enter takes. What is typed is offered too, tidied or with what is
 * wrong with it; Enter takes it unless it is the beginning of a known host.
 *
 * The known hosts always keep their places, and it comes last: VS Code reports a chosen line by its place, and an Enter
 * that overtakes new lines must not mean another host than the one that was seen.
 */
export function offerHosts(typed: string): {
  readonly items: readonly HostItem[];
  readonly active: HostItem | undefined;
} {
  const known: readonly HostItem[] = knownHosts.map(({ origin, region }) => ({
    label: origin,
    origin,
    ...(region && { description: regionName(region) ?? region }),
  }));
  if (typed.trim() === '') return { items: known, active: known[0] };
  const parsed = parseHost(typed);
  // Shown whatever VS Code's own filter thinks of it: what is typed may be longer than the host in it.
  const same = known.find(({ origin }) => parsed.ok && origin === parsed.origin);
  if (same) {
    const active = { ...same, alwaysShow: true };
    return { items: known.map((item) => (item === same ? active : item)), active };
  }
  const own: HostItem = parsed.ok
    ? {
        label: parsed.origin,
        origin: parsed.origin,
        description: vscode.l10n.t('Use this host'),
        alwaysShow: true,
      }
    : { label: `$(error) ${hostProblemMessage(parsed.problem)}`, alwaysShow: true };
  const begun = known.find(({ label }) => label.includes(typed.trim().toLowerCase()));
  return { items: [...known, own], active: begun ?? own };
}

/** "Germany", in VS Code's language. */
function regionName(region: string): string | undefined {
  return new Intl.DisplayNames(vscode.env.language, { type: 'region' }).of(region);
}
