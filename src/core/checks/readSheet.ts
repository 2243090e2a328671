import { BlockScanner, BlockText, scanBlocks, toEnd } from '../csv';
import type { Said } from './header';
import { recogniseDelimiter } from './recogniseDelimiter';
import { ContactSheet } from './sheet';

/**
 * Reads a text as a contact list, whatever divides its cells; the table's `delimiter` then says what does.
 * @param said what the user said of the file
 */
export function readSheet(text: string, said?: Said): ContactSheet {
  return toEnd(readInSteps(text, said));
}

/** As {@link readSheet}; a generator as `check` is one. */
export function* readInSteps(text: string, said?: Said): Generator<undefined, ContactSheet> {
  const scanner = new BlockScanner(recogniseDelimiter(text));
  return new ContactSheet(yield* scanBlocks(BlockText.of(text), scanner), undefined, said);
}
