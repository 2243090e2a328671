import type { Handler } from '../commandIds';
import { chooseFile as choose } from '../history/chooseFile';
import { importIdOf } from '../importId';
import type { Ledgers } from '../ledgers';
import type { MovedFiles } from '../movedFiles';
import type { Preparer } from '../sending/preparer';

/** Choose the File…: where an import's file is by now. For messages that it was not found; gives the file's address. */
export function chooseFile(ledgers: Ledgers, preparer: Preparer, moved: MovedFiles): Handler {
  return async (item) => {
    const id = importIdOf(item);
    return id === undefined ? undefined : await choose(id, ledgers, preparer, moved);
  };
}
