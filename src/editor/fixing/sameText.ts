import type { TextEdit } from '../../core/fixes';

/** What is needed of a document to tell whether its text is still the one that a fix was made for. */
export interface VersionedText {
  readonly version: number;
  readonly isClosed: boolean;
}

/** Whether the document has the text of that version, and is open. */
export function isSameText(document: VersionedText, version: number): boolean {
  return !document.isClosed && document.version === version;
}

/**
 * Works edits out for the text of that version. `undefined` when the document has another one, before or after the
 * work, or when the work was given up: a fix for an older text is dropped.
 */
export async function editsOf(
  document: VersionedText,
  version: number,
  work: () => readonly TextEdit[] | undefined | Promise<readonly TextEdit[] | undefined>,
): Promise<readonly TextEdit[] | undefined> {
  if (!isSameText(document, version)) return undefined;
  const edits = await work();
  return isSameText(document, version) ? edits : undefined;
}

/**
 * Makes edits for the text of that version.
 * @param apply makes them; says whether it did
 * @returns false when the document has another text by now, or when `apply` refused: then nothing was changed
 */
export async function applyTo(
  document: VersionedText,
  version: number,
  apply: () => PromiseLike<boolean>,
): Promise<boolean> {
  return isSameText(document, version) && (await apply());
}
