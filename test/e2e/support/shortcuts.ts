import type { Page } from 'playwright-core';
import { poll } from './poll';

/** Commands of VS Code that tests run again and again, each with a key of its own: the palette takes a second a time. */
const commands = {
  clearNotifications: 'notifications.clearAll',
  closeAllEditors: 'workbench.action.closeAllEditors',
  closePanel: 'workbench.action.closePanel',
  focusEditor: 'workbench.action.focusActiveEditorGroup',
  openSettings: 'workbench.action.openSettingsJson',
  refreshExplorer: 'workbench.files.action.refreshFilesExplorer',
  showProblems: 'workbench.panel.markers.view.focus',
} as const;

const names = Object.keys(commands) as (keyof typeof commands)[];

/** The keybindings.json with these keys. */
export function keybindingsText(): string {
  return JSON.stringify(
    names.map((name, index) => ({ key: `ctrl+alt+f${index + 1}`, command: commands[name] })),
  );
}

/** Those commands, by their keys. */
export class Shortcuts {
  constructor(private readonly page: Page) {}

  /**
   * Runs a command until its effect shows: while the workbench is busy a key is lost.
   * @param effect resolves when it is there, and throws when it is not within so many ms
   */
  async run(command: keyof typeof commands, effect: (withinMs: number) => Promise<unknown>): Promise<void> {
    await poll(`what ${commands[command]} does`, async () => {
      await this.page.keyboard.press(`Control+Alt+F${names.indexOf(command) + 1}`);
      return effect(2_000).then(
        () => true,
        () => undefined,
      );
    });
  }
}
