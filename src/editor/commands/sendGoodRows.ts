import { chosenFiles } from '../files';
import type { HoldBack } from '../sending/misread';
import type { Sender } from '../sending/sender';
import type { Handler } from '../commandIds';

/** Send Only Rows Without Errors…: the others are held back, and can be saved as a file of their own. */
export function sendGoodRows(sender: Sender): Handler {
  return async (...args) => {
    // Only the extension itself gives a third argument.
    const holdBack = args[2] as HoldBack | undefined;
    for (const uri of chosenFiles(args)) {
      await (holdBack ? sender.sendOthers(uri, holdBack) : sender.sendGoodRows(uri));
    }
  };
}
