import type { Settings } from '../../vscode/profile';
import { streamSettings } from './stream';
import type { Workbench } from './workbench';

const name = 'Nowhere';

/** The settings that {@link forget} needs. */
export const nowhere: Settings = streamSettings(name, {
  host: 'https://nowhere.example.com',
  streamId: 'st-nowhere',
  clientId: 'cs-nowhere',
});

/**
 * Has the extension forget what it was used for, by the commands that its user has for that: results, ledgers,
 * mappings, the sandbox's contacts, and which stream is selected. That one is a stream of the settings {@link nowhere}
 * afterwards, and none as soon as they go. Client secrets stay, each for a host and client ID that no other test has.
 */
export async function forget(window: Workbench): Promise<void> {
  const { quickInput, dialog, notifications } = window;
  await window.command('Agent Assist Contacts: Delete History');
  await dialog.read();
  await dialog.press('Delete');
  const stop = 'Agent Assist Contacts: Stop Sandbox';
  if ((await quickInput.commands(stop)).includes(stop)) {
    await window.command(stop);
    await notifications.wait('sandbox is stopped');
  }
  await window.command('Agent Assist Contacts: Select Stream…');
  await quickInput.wait('Choose a stream for your contacts');
  await quickInput.pick(name);
  await quickInput.waitUntilClosed();
}
