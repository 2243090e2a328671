import { chosenFiles } from '../files';
import type { Sender } from '../sending/sender';
import type { Handler } from '../commandIds';

/** Send Only Rows Without Errors…: the others are held back, and can be saved as a file of their own. */
export function sendGoodRows(sender: Sender): Handler {
  return async (...args) => {
    for (const uri of chosenFiles(args)) await sender.sendGoodRows(uri);
  };
}
