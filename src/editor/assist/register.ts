import * as vscode from 'vscode';
import type { PhoneNumbers } from '../../core/contact';
import type { Checker } from '../checking/checker';
import type { HeldBackRows } from '../checking/heldBack';
import type { RowOutcomes } from '../checking/rowOutcomes';
import type { StreamRegistry } from '../streams/registry';
import { HeaderLenses } from './codeLens';
import { CellCompletion, completionTriggers } from './completion';
import { CountryNames } from './countryNames';
import { CellHover } from './hover';
import { Once } from '../once';
import type { AssistSettings } from '../settings';
import { ContactLists, csvSelector } from './list';
import { OutcomeHover } from './outcomeHover';
import { RowSymbols } from './outline';
import { RowPaste, rowPasteMetadata } from './pasteRows';

/** What helps while editing a contact list: hover, completion, the lenses above the header, and the outline. */
export function registerAssist(
  checker: Checker,
  registry: StreamRegistry,
  settings: AssistSettings,
  loadPhones: () => Promise<PhoneNumbers>,
  outcomes: RowOutcomes,
  held: HeldBackRows,
): vscode.Disposable {
  const lists = new ContactLists(checker, settings);
  const loadPhoneLabels = onceLoaded(loadPhones);
  const lenses = new HeaderLenses(lists, registry, outcomes, held, [
    checker.onDidCheck,
    registry.onDidChange,
    settings.onDidChange,
    outcomes.onDidChange,
    held.onDidChange,
  ]);
  const { languages } = vscode;
  return vscode.Disposable.from(
    lenses,
    languages.registerHoverProvider(csvSelector, new CellHover(lists, loadPhoneLabels)),
    languages.registerHoverProvider(csvSelector, new OutcomeHover(outcomes)),
    languages.registerCompletionItemProvider(
      csvSelector,
      new CellCompletion(lists, async () => (await loadPhoneLabels()).countries),
      ...completionTriggers,
    ),
    languages.registerCodeLensProvider(csvSelector, lenses),
    languages.registerDocumentPasteEditProvider(csvSelector, new RowPaste(checker), rowPasteMetadata),
    refreshedOn(settings.onDidChange, () =>
      languages.registerDocumentSymbolProvider(csvSelector, new RowSymbols(lists), {
        label: vscode.l10n.t('Contacts'),
      }),
    ),
  );
}

/** The numbering plans and the names of their countries, made when they are first needed. */
function onceLoaded(loadPhones: () => Promise<PhoneNumbers>) {
  const words = new Once(async () => {
    const phones = await loadPhones();
    return { phones, countries: new CountryNames(phones) };
  });
  return () => words.get();
}

/** Registers anew whenever the event fires: VS Code keeps an outline until the text or its providers change. */
function refreshedOn(event: vscode.Event<void>, register: () => vscode.Disposable): vscode.Disposable {
  let registration = register();
  const subscription = event(() => {
    registration.dispose();
    registration = register();
  });
  return new vscode.Disposable(() => {
    subscription.dispose();
    registration.dispose();
  });
}
