import * as vscode from 'vscode';
import type { SalutationTable } from '../../core/mapping/columnMap';
import { distinctValues, guessTable } from '../../core/mapping/salutations';
import { withoutIcons } from '../plainText';
import { counted } from '../counted';
import { ask, back, type Place, type Reply } from '../quickInput';
import type { Mapping } from './mapping';
import { headerLabel, sentLabel, valueLabel } from './sourceLabels';

type Sent = SalutationTable[string];

interface ValueItem extends vscode.QuickPickItem {
  readonly value?: string;
  readonly isDone?: true;
}

interface SentItem extends vscode.QuickPickItem {
  readonly sent: Sent;
}

/** Shows the different values of a field and what each is sent as; choosing one changes it. */
export async function askTable(
  { sheet }: Mapping,
  field: number,
  known: SalutationTable | undefined,
  place: Place,
): Promise<Reply<SalutationTable>> {
  const values = distinctValues(sheet, field) ?? [];
  let table: SalutationTable = { ...guessTable(values), ...known };
  let last: string | undefined;
  for (;;) {
    const chosen = await pickValue(last);
    if (chosen === undefined || chosen === back) return chosen;
    if (chosen.isDone) return table;
    const { value = '' } = chosen;
    const sent = await pickSent(value, table[value] ?? 'asIs', place);
    if (sent === undefined) return undefined;
    if (sent !== back) table = { ...table, [value]: sent };
    last = value;
  }

  async function pickValue(active: string | undefined): Promise<Reply<ValueItem>> {
    const pick = vscode.window.createQuickPick<ValueItem>();
    pick.placeholder = vscode.l10n.t(
      'What each value of “{0}” is sent as. Choose one to change it.',
      withoutIcons(headerLabel(sheet.headers, field)),
    );
    pick.items = [
      { label: `$(check) ${vscode.l10n.t('Use These Salutations')}`, isDone: true, alwaysShow: true },
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      ...values.map(({ value, count }) => ({
        label: valueLabel(value),
        description: `→ ${sentLabel(table[value] ?? 'asIs')}  ·  ${counted(
          vscode.l10n.t('{count, plural, one {# row} other {# rows}}'),
          { count },
        )}`,
        value,
      })),
    ];
    pick.activeItems = pick.items.filter(({ value, isDone }) =>
      active === undefined ? isDone === true : value === active,
    );
    return await ask<ValueItem>(pick, place, (resolve) => [
      pick.onDidAccept(() => {
        const chosen = pick.selectedItems[0];
        if (chosen) resolve(chosen);
      }),
    ]);
  }
}

async function pickSent(value: string, now: Sent, place: Place): Promise<Reply<Sent>> {
  const pick = vscode.window.createQuickPick<SentItem>();
  pick.placeholder = vscode.l10n.t('What is “{0}” sent as?', valueLabel(value));
  pick.items = [
    { label: 'Mr', sent: 'Mr' },
    { label: 'Mrs', sent: 'Mrs' },
    {
      label: vscode.l10n.t('As it is'),
      description: vscode.l10n.t('only Mr and Mrs are documented'),
      sent: 'asIs',
    },
    { label: vscode.l10n.t('Hold back its rows'), sent: 'holdBack' },
  ];
  pick.activeItems = pick.items.filter(({ sent }) => sent === now);
  return await ask<Sent>(pick, place, (resolve) => [
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems[0];
      if (chosen) resolve(chosen.sent);
    }),
  ]);
}
