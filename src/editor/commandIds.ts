/** What a command does towards streams: `sends` a token, or rows with it, or does all that it does on this machine. */
type Reach = 'sends' | 'local';

/**
 * The commands of this extension, without their prefix. A test holds this table against the manifest, and what is said
 * of each against what its code reaches.
 */
const commands = {
  sendCsv: 'sends',
  checkCsv: 'local',
  notContactList: 'local',
  mapColumns: 'sends',
  forgetColumnMaps: 'local',
  fixAll: 'local',
  takeStep: 'local',
  addStream: 'local',
  editStream: 'local',
  removeStream: 'local',
  selectStream: 'local',
  verifyStream: 'sends',
  setClientSecret: 'local',
  deleteClientSecret: 'local',
  startSandbox: 'local',
  stopSandbox: 'local',
  practice: 'local',
  newContactCsv: 'local',
  openSpreadsheet: 'local',
  sendGoodRows: 'sends',
  resumeImport: 'sends',
  lookUpRows: 'sends',
  findRefused: 'sends',
  findOnStream: 'sends',
  skipLook: 'local',
  chooseFile: 'local',
  saveRest: 'local',
  showResults: 'local',
  exportResults: 'local',
  copyCell: 'local',
  copyRows: 'local',
  copyRowsAsCsv: 'local',
  copyRowsAsJson: 'local',
  goToLine: 'local',
  selectInFile: 'local',
  clearMarks: 'local',
  forgetImport: 'local',
  showTokenClaims: 'local',
  deleteHistory: 'local',
  explainRule: 'local',
  applyFix: 'local',
  explainNumber: 'local',
  convertEncoding: 'local',
  changeReporting: 'local',
  holdRowBack: 'local',
  keepAsIs: 'local',
} as const satisfies Readonly<Record<string, Reach>>;
export type CommandId = keyof typeof commands;

/** All of them. */
export const commandIds = Object.keys(commands) as readonly CommandId[];

/** Whether a command waits until the workspace is trusted: whoever made it could have put anything into a file. */
export function needsTrust(id: CommandId): boolean {
  return commands[id] === 'sends';
}

/** Full id of a command, as VS Code knows it. */
export function fullId(id: CommandId): string {
  return `agentassistContacts.${id}`;
}

/** VS Code's command that shows the Problems view. The one that its own menus use would hide a view that has the focus. */
export const showProblemsId = 'workbench.panel.markers.view.focus';

/** What a command does. The arguments are VS Code's own and depend on the menu it was chosen from. */
export type Handler = (...args: unknown[]) => unknown;
