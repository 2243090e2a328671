import { Look, noKeys } from './look';
import type { NumberHolder } from './numberHolders';
import { noShare, type Share } from './share';

/** What is known of one block of a text. After an edit another block may take its place, of which most is still true. */
export class BlockCheck implements NumberHolder {
  index = 0;
  /** Another one whenever something else is known of it. */
  version = 0;
  keys = noKeys;
  duplicates: readonly number[] = [];
  /** By the rules that ask no numbering plans, and by those that do. */
  readonly values = new Look();
  readonly numbers = new Look();
  /** What it adds to the totals. */
  share: Share = noShare;
}
