import * as vscode from 'vscode';
import type { Log } from '../log';
import { chosenCsvs } from '../checking/chooseCsv';
import type { Sender } from '../sending/sender';
import { showError } from '../errors';
import { fullId, type Handler } from '../commandIds';

/** Send CSV to Stream (Import)…: what the editor shows, unsaved edits included. Several files are confirmed one by one. */
export function sendCsv(sender: Sender, log: Log): Handler {
  return async (...args) => {
    for (const uri of await chosenCsvs(args)) {
      // One file's fault keeps none of the others from being sent.
      try {
        await sender.send(uri);
      } catch (error) {
        showError(error, log, () => vscode.commands.executeCommand(fullId('sendCsv'), uri));
      }
    }
  };
}
