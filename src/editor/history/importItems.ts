import * as vscode from 'vscode';
import type {
  ImportDay,
  ImportLook,
  ImportSummary,
  FollowUpAction,
  ToldCounts,
} from '../../core/delivery/index';
import { fullId } from '../commandIds';
import { shownMoment, shownNumber } from '../counted';
import { fileName, shownFile } from '../files';
import type { NamesImport } from '../importId';
import { countsLabel } from '../outcomeLabels';
import { plainText } from '../plainText';

const icons: Readonly<Record<ImportLook, vscode.ThemeIcon>> = {
  goingOn: new vscode.ThemeIcon('sync~spin'),
  cutOff: new vscode.ThemeIcon('debug-disconnect', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  refused: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  unknown: new vscode.ThemeIcon('question', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  incomplete: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  forgotten: new vscode.ThemeIcon('circle-slash'),
  complete: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
};

/** A day on which imports began. */
export class DayItem extends vscode.TreeItem {
  readonly imports: readonly ImportSummary[];

  /** @param isFirst the latest day, which is open at first */
  constructor({ day, imports }: ImportDay, isFirst: boolean) {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    super(dayLabel(day), isFirst ? Expanded : Collapsed);
    this.id = String(day);
    this.imports = imports;
    this.description = shownNumber(imports.length);
    this.contextValue = 'day';
  }
}

/** An import; a click shows its results. */
export class ImportItem extends vscode.TreeItem implements NamesImport {
  readonly importId: string;

  constructor(summary: ImportSummary, look: ImportLook, actions: readonly (FollowUpAction | 'lookUp')[]) {
    const { id, at, fileUri, stream, state } = summary;
    const uri = vscode.Uri.parse(fileUri);
    const file = plainText(fileName(uri) || fileUri, 100);
    super(file);
    const streamName = stream.sandbox ? 'SANDBOX' : plainText(stream.name);
    const time = new Date(at).toLocaleTimeString(vscode.env.language, { timeStyle: 'short' });
    // What is on the stream comes last: the rest is what one looks for in a narrow list.
    const { created, present, otherNames = 0, ...others } = countsNow(summary);
    const counts = [
      { ...others, present: otherNames, otherNames },
      { created, present: present - otherNames },
    ]
      .map((each) => countsLabel(each))
      .filter((label) => label !== '')
      .join(', ');
    const standing = standingLabel(summary);
    const parts = [standing, counts, streamName, time].filter((part) => part !== '');
    this.id = id;
    this.importId = id;
    this.iconPath = icons[look];
    this.description = parts.join(' · ');
    this.tooltip = [
      tooltipFile(uri),
      stream.sandbox ? streamName : `${streamName} (${plainText(stream.host)})`,
      shownMoment(new Date(at)),
      ...(standing === '' ? [] : [standing]),
      counts,
    ].join('\n');
    this.accessibilityInformation = { label: [file, ...parts].join(', ') };
    this.contextValue = ['import', state, ...actions].join(' ');
    this.command = { title: '', command: fullId('showResults'), arguments: [id] };
  }
}

function tooltipFile(uri: vscode.Uri): string {
  if (uri.scheme === 'untitled') return shownFile(uri);
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}

/** Rows of an import that goes on wait, also those that have left: their answer may still come. */
function countsNow({ state, counts }: ImportSummary): ToldCounts & { readonly waiting?: number } {
  if (state !== 'goingOn') return counts;
  return { ...counts, unknown: 0, notSent: 0, waiting: counts.unknown + counts.notSent };
}

function standingLabel({ state, pid }: ImportSummary): string {
  switch (state) {
    case 'goingOn':
      return pid === process.pid ? vscode.l10n.t('running') : vscode.l10n.t('running in another window');
    case 'cutOff':
      return vscode.l10n.t('interrupted');
    case 'forgotten':
      return vscode.l10n.t('forgotten');
    case 'ended':
      return '';
  }
}

function dayLabel(day: number): string {
  const today = new Date().setHours(0, 0, 0, 0);
  // A day need not have 24 hours.
  const daysAgo = Math.round((today - day) / 86_400_000);
  if (daysAgo === 0) return vscode.l10n.t('Today');
  if (daysAgo === 1) return vscode.l10n.t('Yesterday');
  return new Date(day).toLocaleDateString(vscode.env.language, { dateStyle: 'full' });
}
