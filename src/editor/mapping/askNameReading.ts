import * as vscode from 'vscode';
import { type NameOrder, splitName } from '../../core/contact';
import type { NameReading } from '../../core/mapping/columnMap';
import { lookAt } from '../../core/mapping/fieldLook';
import { ask, back, type Place, type Reply } from '../quickInput';
import type { Mapping } from './mapping';
import { valueLabel } from './sourceLabels';

/** Asks which name comes first, and what becomes of names of one word. */
export async function askNameReading(
  { sheet }: Mapping,
  field: number,
  start: NameReading,
  place: Place,
): Promise<Reply<NameReading>> {
  const { samples } = lookAt(sheet, field, 200);
  const orders: readonly Choice<NameOrder>[] = [
    { value: 'givenFirst', label: vscode.l10n.t('First name first'), description: example('givenFirst') },
    { value: 'familyFirst', label: vscode.l10n.t('Last name first'), description: example('familyFirst') },
  ];
  const words: readonly Choice<NameReading['oneWord']>[] = [
    {
      value: 'holdBack',
      label: vscode.l10n.t('Hold back their rows'),
      description: vscode.l10n.t('You can save them as a CSV after sending'),
    },
    {
      value: 'repeat',
      label: vscode.l10n.t('Repeat the word as last name'),
      description: 'Asha → Asha, Asha',
    },
    { value: 'dash', label: vscode.l10n.t('Use “-” as last name'), description: 'Asha → Asha, -' },
  ];
  for (;;) {
    const order = await choose(
      vscode.l10n.t('Which name comes first? “Smith, John” is always last name first.'),
      orders,
      start.order,
      place,
    );
    if (order === undefined || order === back) return order;
    const oneWord = await choose(
      vscode.l10n.t('What if a full name is a single word?'),
      words,
      start.oneWord,
      place,
    );
    if (oneWord === undefined) return undefined;
    if (oneWord !== back) return { order, oneWord };
  }

  /** The first name of the file that the order makes a difference to. */
  function example(order: NameOrder): string {
    for (const sample of samples) {
      const [one, other] = [splitName(sample, order), splitName(sample, opposite(order))];
      if ('untold' in one || one.lastName === '') continue;
      if (!('untold' in other) && one.lastName === other.lastName) continue;
      const { firstName, lastName } = one;
      return `${valueLabel(sample)} → ${valueLabel(firstName)}, ${valueLabel(lastName)}`;
    }
    return '';
  }
}

function opposite(order: NameOrder): NameOrder {
  return order === 'givenFirst' ? 'familyFirst' : 'givenFirst';
}

interface Choice<Value> extends vscode.QuickPickItem {
  readonly value: Value;
}

async function choose<Value>(
  placeholder: string,
  items: readonly Choice<Value>[],
  now: Value,
  place: Place,
): Promise<Reply<Value>> {
  const pick = vscode.window.createQuickPick<Choice<Value>>();
  pick.placeholder = placeholder;
  pick.items = items;
  pick.activeItems = items.filter(({ value }) => value === now);
  return await ask<Value>(pick, place, (resolve) => [
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems[0];
      if (chosen) resolve(chosen.value);
    }),
  ]);
}
