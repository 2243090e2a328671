import fs from 'node:fs';
import path from 'node:path';

/** Settings as VS Code's settings.json holds them. */
export type Settings = Readonly<Record<string, unknown>>;

/** The folders that one VS Code calls its own; all lie under `home`. */
export interface Profile {
  readonly home: string;
  readonly userData: string;
  readonly extensions: string;
  readonly browser: string;
  readonly config: string;
}

/** What keeps a fresh VS Code from greeting, offering, reporting or opening native dialogs. */
const quiet: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  // Settings would open in a layer over the window instead of in a tab.
  'workbench.editor.useModal': 'off',
  // A box that a late change of focus may close, and a tooltip that covers what is to be clicked, make tests flaky.
  'workbench.quickOpen.closeOnFocusLost': false,
  'workbench.hover.delay': 600_000,
  // Nothing is redrawn but what changes.
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.simpleDialog.enable': true,
  // On the web the default is to save after a delay: no edit would stay unsaved, as it does on a desktop.
  'files.autoSave': 'off',
  'git.enabled': false,
  'window.restoreWindows': 'none',
};

/**
 * Lays out a profile under an empty folder: user settings (the quietening ones, then the caller's), an empty server
 * configuration, and the folders of the extensions and the browser.
 */
export function makeProfile(home: string, settings: Settings = {}): Profile {
  const profile = {
    home,
    userData: path.join(home, 'user-data'),
    extensions: path.join(home, 'extensions'),
    browser: path.join(home, 'browser'),
    config: path.join(home, 'config.yaml'),
  };
  for (const folder of [profile.extensions, profile.browser]) fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(profile.config, '');
  const user = path.join(profile.userData, 'User');
  fs.mkdirSync(user, { recursive: true });
  fs.writeFileSync(path.join(user, 'settings.json'), userSettingsText(settings));
  return profile;
}

/** The text of a settings.json: the quietening settings, then these. */
export function userSettingsText(settings: Settings): string {
  return JSON.stringify({ ...quiet, ...settings }, undefined, 2);
}
