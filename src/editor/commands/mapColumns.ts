import { chosenCsvs } from '../checking/chooseCsv';
import type { Sender } from '../sending/sender';
import type { Handler } from '../commandIds';

/** Map Columns…: asks where each of the six columns comes from, then sends a copy made so. The file is left alone. */
export function mapColumns(sender: Sender): Handler {
  return async (...args) => {
    for (const uri of await chosenCsvs(args)) await sender.sendMapped(uri);
  };
}
