import * as vscode from 'vscode';
import { registerAssist } from './editor/assist/register';
import { Checker } from './editor/checking/checker';
import { FileRules } from './editor/checking/fileRules';
import { HeldBackRows } from './editor/checking/heldBack';
import { CheckStatusBar } from './editor/checking/checkStatusBar';
import { ListAnswers } from './editor/checking/listAnswers';
import { OutcomeGutter } from './editor/checking/outcomeGutter';
import { OutcomeLookUp } from './editor/checking/outcomeLookUp';
import { OutcomeNews } from './editor/checking/outcomeNews';
import { RowOutcomes } from './editor/checking/rowOutcomes';
import { RowPlaces } from './editor/checking/rowPlaces';
import { StreamMarkers } from './editor/checking/streamMarkers';
import { isCsv } from './editor/checking/documents';
import { addStream } from './editor/commands/addStream';
import { checkCsv } from './editor/commands/checkCsv';
import { chooseFile } from './editor/commands/chooseFile';
import { clearMarks } from './editor/commands/clearMarks';
import { keepContextKeys } from './editor/commands/contextKeys';
import { deleteClientSecret } from './editor/commands/deleteClientSecret';
import { deleteHistory } from './editor/commands/deleteHistory';
import { editStream } from './editor/commands/editStream';
import { fullId } from './editor/commandIds';
import { exportResults } from './editor/commands/exportResults';
import { explainRule } from './editor/commands/explainRule';
import { findOnStream } from './editor/commands/findOnStream';
import { findRefused } from './editor/commands/findRefused';
import { fixAll } from './editor/commands/fixAll';
import { forgetColumnMaps } from './editor/commands/forgetColumnMaps';
import { forgetImport } from './editor/commands/forgetImport';
import { lookUpRows } from './editor/commands/lookUpRows';
import { mapColumns } from './editor/commands/mapColumns';
import { newContactCsv } from './editor/commands/newContactCsv';
import { openSpreadsheet } from './editor/commands/openSpreadsheet';
import { notContactList } from './editor/commands/notContactList';
import { removeStream } from './editor/commands/removeStream';
import { resumeImport } from './editor/commands/resumeImport';
import { registerCommands } from './editor/commands/register';
import { saveRest } from './editor/commands/saveRest';
import { selectStream } from './editor/commands/selectStream';
import { sendCsv } from './editor/commands/sendCsv';
import { sendGoodRows } from './editor/commands/sendGoodRows';
import { setClientSecret } from './editor/commands/setClientSecret';
import { showResults } from './editor/commands/showResults';
import { showTokenClaims } from './editor/commands/showTokenClaims';
import { skipLook } from './editor/commands/skipLook';
import { practice } from './editor/commands/practice';
import { startSandbox } from './editor/commands/startSandbox';
import { stopSandbox } from './editor/commands/stopSandbox';
import { isTrusted } from './editor/commands/trust';
import { verifyStream } from './editor/commands/verifyStream';
import { clientOpener } from './editor/delivery/openClient';
import { registerFixes } from './editor/fixing/register';
import { PastResults } from './editor/history/pastResults';
import { FindOnStream } from './editor/history/findOnStream';
import { wholeImport } from './editor/history/wholeImport';
import { FollowUps } from './editor/history/followUps';
import { ImportsView } from './editor/history/importsView';
import { offerInterrupted } from './editor/history/interrupted';
import { tellLostHistory } from './editor/history/lostHistory';
import { Ledgers } from './editor/ledgers';
import { LedgerWatch } from './editor/ledgerWatch';
import { createLog } from './editor/log';
import { ColumnMapper } from './editor/mapping/mapper';
import { Pages, viewType } from './editor/pages/pages';
import { FindingsPanel } from './editor/largeFiles/findingsPanel';
import { answerPage } from './editor/results/answerPage';
import { CursorRow } from './editor/results/cursorRow';
import { ResultsPanels } from './editor/results/resultsPanels';
import { resultsTitle, sandboxGoneMessage } from './editor/results/panelMessages';
import { ResultsStore } from './editor/results/resultsStore';
import { sandboxNow } from './editor/results/stoppedSandbox';
import { tableCommands } from './editor/results/tableCommands';
import { OutcomeReport } from './editor/sending/outcomeReport';
import { actionCommands } from './editor/sending/outcomeMessages';
import { LargeFiles } from './editor/largeFiles/largeFileCheck';
import { LookSkips } from './editor/sending/lookSkips';
import { Preparer } from './editor/sending/preparer';
import type { SessionParts } from './editor/sending/importSession';
import { RunningImports } from './editor/sending/runningImports';
import { Sender } from './editor/sending/sender';
import { StandingQuestions } from './editor/sending/standingQuestions';
import { MovedFiles } from './editor/movedFiles';
import { Once } from './editor/once';
import { Settings } from './editor/settings';
import { ImportCount, State } from './editor/state';
import { ReadonlyDocuments } from './editor/readonlyDocuments';
import { StreamRegistry } from './editor/streams/registry';
import { SandboxStream } from './editor/streams/sandbox';
import { Secrets } from './editor/secrets';
import { SettingsProblems } from './editor/streams/settingsProblems';
import { StreamStatusBar } from './editor/streams/statusBar';
import { Targets } from './editor/streams/targets';
import { findValues } from './editor/streams/findValues';
import { StreamWizard } from './editor/streams/wizard';
import { errorText, showError } from './editor/errors';
import type { RequestOf, ResultAction } from './protocol/results';

/**
 * The composition root: makes the parts and hands them to each other. VS Code disposes of them in reverse.
 * @returns what there is to do before that
 */
export function start(context: vscode.ExtensionContext): () => Promise<void> {
  const { extensionUri, subscriptions } = context;
  const own = <T extends vscode.Disposable>(part: T): T => {
    subscriptions.push(part);
    return part;
  };

  const log = own(createLog());
  const settings = new Settings();
  const state = new State(context.workspaceState);
  const secrets = new Secrets(context.secrets);

  const sandbox = own(new SandboxStream(log));
  const registry = own(new StreamRegistry(settings, state, secrets, sandbox));
  const explain = findValues(extensionUri);
  const wizard = new StreamWizard(registry, secrets, explain);
  const targets = new Targets(registry, secrets, sandbox, wizard, explain);
  own(new SettingsProblems(settings));
  own(
    new StreamStatusBar(registry, {
      isContactDocument: isCsv,
      onDidChange: vscode.window.onDidChangeActiveTextEditor,
    }),
  );

  // Loaded when the first file is checked.
  const plans = new Once(async () => (await import('./core/contact/phone')).createPhoneNumbers());
  const phones = () => plans.get();
  const answers = own(new ListAnswers(state));
  const rules = own(new FileRules(settings, state));
  const held = own(new HeldBackRows());
  const checker = own(new Checker(rules, answers, phones, log));
  own(new CheckStatusBar(checker));
  const stored = (folder: string) => vscode.Uri.joinPath(context.globalStorageUri, folder).fsPath;
  const ledgers = new Ledgers(
    stored('imports'),
    stored('claims'),
    secrets,
    phones,
    new ImportCount(context.globalState),
  );
  const mapper = new ColumnMapper(state, rules, phones);
  const lookUp = new OutcomeLookUp(checker, mapper, ledgers);
  const watch = own(new LedgerWatch(ledgers, vscode.Uri.file(stored('imports'))));
  const news = own(new OutcomeNews(ledgers, watch, (error) => log.warn(errorText(error))));
  const rows = own(new RowOutcomes(checker, lookUp, ledgers, news, state, log, () => panels.whenBack(5_000)));
  const places = new RowPlaces(rows, lookUp, ledgers);
  own(new OutcomeGutter(rows, settings));
  own(registerAssist(checker, registry, settings, phones, rows, held));
  const fixes = own(registerFixes(checker, settings, rules, held, answers, phones));
  const store = new ResultsStore(
    stored('results'),
    [context.storageUri, context.globalStorageUri].flatMap((folder) =>
      folder ? [vscode.Uri.joinPath(folder, 'last-results.json').fsPath] : [],
    ),
  );
  const pages = new Pages(extensionUri, log);
  const act = async (action: ResultAction, importId: string) => {
    await vscode.commands.executeCommand(fullId(actionCommands[action]), importId);
  };
  const exportRows = (importId: string, request: RequestOf<'export'>) =>
    void vscode.commands.executeCommand(fullId('exportResults'), importId, request);
  const panels: ResultsPanels = own(
    new ResultsPanels({
      pages,
      store,
      answer: (request, results) => answerPage(request, results, { act, exportRows, file: places }),
      rejoin: (importId) => past.of(importId),
      titleOf: resultsTitle,
      now: (results) => sandboxNow(results, sandbox.listed, sandboxGoneMessage()),
    }),
  );
  own(vscode.window.registerWebviewPanelSerializer(viewType('results'), panels));
  own(sandbox.onDidChange(() => panels.sandboxChanged()));
  own(new CursorRow(panels, rows));
  const followers = [held, state, answers, rules, ledgers, panels, rows];
  const moved = own(new MovedFiles([held], followers, (error) => log.warn(errorText(error))));
  const openClient = clientOpener(settings, userAgent(context.extension), stored('claims'));
  const isGone = (stream: { readonly sandbox?: boolean; readonly host: string }) =>
    stream.sandbox === true && stream.host !== sandbox.listed.host;
  const outcomes = new OutcomeReport(panels, own(new StreamMarkers(rules, rows)), rows, isGone, log);
  const running = new RunningImports();
  const skips = new LookSkips();
  const sessions: SessionParts = { openClient, settings, phones, ledgers, outcomes, skips, running, log };
  const largeFiles = new LargeFiles(rules, phones, log);
  const findings = own(new FindingsPanel(pages));
  const preparer = new Preparer(checker, mapper, rules, held, phones, largeFiles, findings);
  const questions = new StandingQuestions();
  const removeOld = async () => store.remove(await ledgers.removeOlder(settings.keepDays));
  const sender = new Sender(preparer, targets, sessions, answers, questions, settings, rules, removeOld);
  const followUps = new FollowUps(registry, targets, preparer, sessions, questions, settings);
  const past = new PastResults(panels, ledgers, preparer);
  const finder = new FindOnStream(registry, targets, past, panels, sessions, questions);
  own(new ImportsView(ledgers, watch));
  const documents = own(new ReadonlyDocuments());
  own(keepContextKeys({ checker, answers, sandbox, registry, ledgers }));

  const commands = {
    sendCsv: sendCsv(sender, log),
    checkCsv: checkCsv(checker, answers, largeFiles, findings),
    notContactList: notContactList(answers),
    mapColumns: mapColumns(sender),
    forgetColumnMaps: forgetColumnMaps(state),
    sendGoodRows: sendGoodRows(sender),
    resumeImport: resumeImport(followUps, ledgers),
    lookUpRows: lookUpRows(followUps),
    chooseFile: chooseFile(ledgers, preparer, moved),
    findRefused: findRefused(followUps, ledgers),
    findOnStream: findOnStream(finder),
    skipLook: skipLook(skips),
    saveRest: saveRest(followUps, ledgers, panels),
    fixAll: fixAll(checker, fixes.files),
    addStream: addStream(registry, wizard),
    editStream: editStream(registry, wizard),
    removeStream: removeStream(registry),
    selectStream: selectStream(targets),
    verifyStream: verifyStream(registry, targets, openClient, log),
    setClientSecret: setClientSecret(registry, secrets, explain),
    deleteClientSecret: deleteClientSecret(registry, secrets),
    startSandbox: startSandbox(registry, sandbox),
    practice: practice(registry, sandbox, running),
    stopSandbox: stopSandbox(sandbox, running),
    newContactCsv: newContactCsv(),
    openSpreadsheet: openSpreadsheet(vscode.Uri.joinPath(extensionUri, 'dist', 'spreadsheet.js').fsPath, log),
    showResults: showResults(panels, past),
    exportResults: exportResults(panels, past, (importId) => wholeImport(importId, ledgers, preparer)),
    ...tableCommands(panels),
    clearMarks: clearMarks(rows),
    forgetImport: forgetImport(ledgers, panels),
    showTokenClaims: showTokenClaims(registry, targets, sandbox, settings, documents),
    deleteHistory: deleteHistory(panels, ledgers, rows, state),
    explainRule: explainRule(extensionUri),
    ...fixes.commands,
  };
  const registered = registerCommands(commands, {
    register: (id, run) => vscode.commands.registerCommand(id, run),
    isTrusted,
    showError: (error, again) => showError(error, log, again),
  });
  subscriptions.push(...registered);
  removeOld()
    .then(() => tellLostHistory(ledgers))
    .then(() => offerInterrupted(ledgers))
    .catch((error: unknown) => showError(error, log));
  return () => panels.keepUnfinished();
}

/** `agentassist-contacts/0.1.0`, so that the vendor can tell who calls. */
function userAgent({ packageJSON }: vscode.Extension<unknown>): string {
  const { name, version } = packageJSON as { name: string; version: string };
  return `${name}/${version}`;
}
