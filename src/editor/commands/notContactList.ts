import type { ListAnswers } from '../checking/listAnswers';
import { chosenFiles } from '../files';
import type { Handler } from '../commandIds';

/** Do Not Check as Contact List: the file is left alone from now on, until it is checked or sent again. */
export function notContactList(answers: ListAnswers): Handler {
  return async (...args) => {
    for (const uri of chosenFiles(args)) await answers.set(uri, 'noList');
  };
}
