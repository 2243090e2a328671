/** The commands of this extension, without their prefix. A test holds this table against the manifest. */
export const commandIds = [
  'sendCsv',
  'checkCsv',
  'notContactList',
  'mapColumns',
  'fixAll',
  'addStream',
  'editStream',
  'removeStream',
  'selectStream',
  'verifyStream',
  'setClientSecret',
  'deleteClientSecret',
  'startSandbox',
  'stopSandbox',
  'newContactCsv',
  'sendGoodRows',
  'resumeImport',
  'findRefused',
  'saveRest',
  'showResults',
  'showTokenClaims',
  'deleteHistory',
  'explainRule',
  'applyFix',
  'explainNumber',
  'reopenWithEncoding',
  'turnOffRule',
  'leaveFileOut',
] as const;
export type CommandId = (typeof commandIds)[number];

/** Full id of a command, as VS Code knows it. */
export function fullId(id: CommandId): string {
  return `agentassistContacts.${id}`;
}

/** VS Code's command that shows the Problems view. The one that its own menus use would hide a view that has the focus. */
export const showProblemsId = 'workbench.panel.markers.view.focus';

/** What a command does. The arguments are VS Code's own and depend on the menu it was chosen from. */
export type Handler = (...args: unknown[]) => unknown;
