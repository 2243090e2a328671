import * as vscode from 'vscode';
import { hasWrongLetters, looksLikeUtf16, withRightLetters } from '../../core/contact';
import { UserError } from '../errors';
import { shownName } from '../files';
import { plainText } from '../plainText';
import { likelyEncodings, wideEncodings, type Encoding } from './encodings';
import { bytesOfLines, isLostForGood, lineWithRightLetters, linesWithWrongLetters } from './lostLetters';

/** How the letters come right: in another encoding, or as what was misread before the file was saved. */
export interface Reading {
  readonly encoding: Encoding;
  readonly isMisread?: true;
}

/** A reading to be chosen. */
export interface ReadingItem extends vscode.QuickPickItem {
  /** Absent: VS Code's own list of all encodings. */
  readonly reading?: Reading;
}

/**
 * The readings in which a document's letters are right, the likeliest first, each with a line of the file as it would read.
 *
 * @param mayWrite whether the file can be rewritten, as a misreading needs that was saved
 * @throws UserError when the letters were lost before the file was saved
 */
export async function fittingReadings(
  document: vscode.TextDocument,
  mayWrite: boolean,
): Promise<readonly ReadingItem[]> {
  const text = document.getText();
  const file = await vscode.workspace.fs.readFile(document.uri);
  if (looksLikeUtf16(text)) return fittingWide(file);
  const lines = linesWithWrongLetters(text);
  const bytes = bytesOfLines(file, lines);
  const right = lineWithRightLetters(text);
  const rightBytes = right === undefined ? undefined : bytesOfLines(file, [right]);
  if (isLostForGood(bytes)) {
    throw new UserError(
      vscode.l10n.t(
        'Export {0} again from its source: its letters were lost before it was saved.',
        shownName(document.uri),
      ),
    );
  }
  const items: ReadingItem[] = [];
  const offer = (label: string, read: string, reading: Reading, other = '') => {
    if (hasWrongLetters(read)) return;
    // A line of each kind: where a file mixes encodings, one comes right and the other wrong.
    const detail = [read, other].map((one) => plainText(one.split('\n')[0] ?? '', 80)).filter(Boolean);
    items.push({ label, detail: detail.join(' · '), reading });
  };
  const otherLine = (encoding: string) =>
    rightBytes === undefined ? '' : vscode.workspace.decode(rightBytes, { encoding });
  for (const encoding of likelyEncodings().filter(({ id }) => id !== document.encoding)) {
    const read = await vscode.workspace.decode(bytes, { encoding: encoding.id });
    offer(encoding.label, read, { encoding }, await otherLine(encoding.id));
  }
  const shown = await vscode.workspace.decode(bytes, { encoding: document.encoding });
  const own = { id: document.encoding, label: document.encoding };
  // What was misread when the file was written comes right only where it is rewritten.
  if (mayWrite) {
    const label = vscode.l10n.t('UTF-8 that was read as Western (Windows 1252)');
    const other = withRightLetters(await otherLine(document.encoding));
    offer(label, withRightLetters(shown), { encoding: own, isMisread: true }, other);
  }
  const isMisread = shown !== withRightLetters(shown);
  return isMisread ? items.toSorted((a, b) => rank(a) - rank(b)) : items;
}

/** So many bytes show what they are; an even number, as each character has two or four. */
const sampled = 4096;

async function fittingWide(file: Uint8Array): Promise<readonly ReadingItem[]> {
  const items: ReadingItem[] = [];
  for (const encoding of wideEncodings()) {
    const read = await vscode.workspace.decode(file.slice(0, sampled), { encoding: encoding.id });
    // In the wrong order of bytes hardly a sign is ASCII.
    if (!/[ -~]{3}/.test(read)) continue;
    const [first = '', second = first] = read.split(/[\r\n]+/);
    items.push({ label: encoding.label, detail: plainText(second, 80), reading: { encoding } });
  }
  return items;
}

/** Where letters were misread, UTF-8 is what they are. */
function rank({ reading }: ReadingItem): number {
  if (reading?.encoding.id === 'utf8' && !reading.isMisread) return 0;
  return reading?.isMisread ? 1 : 2;
}
