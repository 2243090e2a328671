import * as vscode from 'vscode';
import { parseHost, suggestedHosts } from '../../core/stream/host';
import { ask, type Place, type Reply } from './steps';
import { hostWords } from './words';

interface HostItem extends vscode.QuickPickItem {
  /** Absent on the line that says what is wrong with the typed text. */
  readonly origin?: string;
}

/** Asks for a host: one of the known ones, or whatever is typed. Gives an origin that `parseHost` accepts. */
export async function askHost(place: Place, value: string): Promise<Reply<string>> {
  const pick = vscode.window.createQuickPick<HostItem>();
  pick.placeholder = vscode.l10n.t(
    'Host of Agent Assist, as in the address of your browser: choose one or type another',
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
      const origin = pick.selectedItems[0]?.origin;
      if (origin !== undefined) resolve(origin);
    }),
  ]);
}

/**
 * The lines for a typed text, and the one that Enter takes. What is typed is offered too, tidied or with what is
 * wrong with it; it comes first unless it is the beginning of a known host.
 */
export function offerHosts(typed: string): {
  readonly items: readonly HostItem[];
  readonly active: HostItem | undefined;
} {
  const known: readonly HostItem[] = suggestedHosts.map((origin) => ({ label: origin, origin }));
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
    : { label: `$(error) ${hostWords(parsed.problem)}`, alwaysShow: true };
  const begun = known.find(({ label }) => label.includes(typed.trim().toLowerCase()));
  return { items: begun ? [...known, own] : [own, ...known], active: begun ?? own };
}
