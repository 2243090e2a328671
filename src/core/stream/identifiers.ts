/**
 * What can be said of an identifier without asking the server.
 *
 * | verdict | when | use it? |
 * |---|---|---|
 * | `ok` | the documented shape | yes |
 * | `bare` | the documented shape without `st-` or `cs-` in front, as {@link prefixed} gives it | yes, but rather with it |
 * | `unusual` | another shape; which ones the server takes is not documented | yes, with a warning |
 * | `swapped` | looks like the other of stream ID and client ID | yes, with a warning |
 * | `empty` | nothing but white space | no |
 * | `invalid` | a character that no path, header or claim should carry, or far too long | no |
 */
export type IdentifierVerdict = 'ok' | 'bare' | 'unusual' | 'swapped' | 'empty' | 'invalid';

/** Whether a verdict lets the value be used at all. */
export function isUsable(verdict: IdentifierVerdict): boolean {
  return verdict !== 'empty' && verdict !== 'invalid';
}

/** Judges a stream ID, `st-` and a UUID on the API page "Create Bulk Contacts". Judge the value that will be stored: trimmed. */
export function judgeStreamId(text: string): IdentifierVerdict {
  return judge(text, 'st', 'cs');
}

/** Judges a client ID, `cs-` and a UUID in the vendor's samples. Judge the value that will be stored: trimmed. */
export function judgeClientId(text: string): IdentifierVerdict {
  return judge(text, 'cs', 'st');
}

/**
 * Judges an account ID, 24 hexadecimal digits on the API pages. It is sent as a header, so it must not hold
 * anything that could end one.
 */
export function judgeAccountId(text: string): IdentifierVerdict {
  return plain(text) ?? (/^[0-9a-f]{24}$/i.test(text) ? 'ok' : 'unusual');
}

/**
 * The ID in what was pasted: without quotes, brackets or a comma around it, and out of an address or a sentence that has
 * one such ID. Anything else comes back as it is, but for white space around it.
 */
export function pastedId(kind: 'streamId' | 'clientId' | 'accountId', text: string): string {
  const found = kind === 'accountId' ? [] : [...text.matchAll(inText[kind])].map(([id]) => id);
  if (new Set(found).size === 1) return found[0] ?? text;
  return text.replace(/^[\s"'“”‘’`<([{]+|[\s"'“”‘’`>)\]},;]{1,99}$/g, '');
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const inText = {
  streamId: new RegExp(`(?<![\\w-])st-${uuid}(?![\\w-])`, 'gi'),
  clientId: new RegExp(`(?<![\\w-])cs-${uuid}(?![\\w-])`, 'gi'),
};

/** What a `bare` identifier is in full. */
export function prefixed(kind: 'streamId' | 'clientId', text: string): string {
  return `${kind === 'streamId' ? 'st' : 'cs'}-${text}`;
}

function judge(text: string, prefix: string, other: string): IdentifierVerdict {
  const refused = plain(text);
  if (refused !== undefined) return refused;
  if (shape(prefix).test(text)) return 'ok';
  if (shape(prefix).test(`${prefix}-${text}`)) return 'bare';
  return text.toLowerCase().startsWith(`${other}-`) ? 'swapped' : 'unusual';
}

function shape(prefix: string): RegExp {
  return new RegExp(`^${prefix}-${uuid}$`, 'i');
}

/** An identifier is a path segment, a header or a claim: visible ASCII, nothing that a URL reads as syntax, not `.` or `..`. */
function plain(text: string): 'empty' | 'invalid' | undefined {
  if (text.trim() === '') return 'empty';
  return /^[\w.~:@+=-]{1,200}$/.test(text) && !/^\.+$/.test(text) ? undefined : 'invalid';
}
