import * as vscode from 'vscode';
import { fullId, type Handler } from '../commandIds';
import { chooseFile as choose } from '../history/chooseFile';
import { importIdOf } from '../importId';
import type { Ledgers } from '../ledgers';
import type { MovedFiles } from '../movedFiles';
import type { Preparer } from '../sending/preparer';

/**
 * Choose the File…: where an import's file is by now. For messages that it was not found, which go on with the address that
 * it gives, and for an item of the list of imports, whose results it then shows.
 */
export function chooseFile(ledgers: Ledgers, preparer: Preparer, moved: MovedFiles): Handler {
  return async (item) => {
    const id = importIdOf(item);
    const chosen = id === undefined ? undefined : await choose(id, ledgers, preparer, moved);
    if (chosen !== undefined && typeof item !== 'string')
      await vscode.commands.executeCommand(fullId('showResults'), id);
    return chosen;
  };
}
