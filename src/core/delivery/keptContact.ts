import { hash } from 'node:crypto';
import {
  type Contact,
  type ContactFields,
  cut,
  ellipsis,
  longestId,
  longestValue,
  pruned,
  shownText,
} from '../contact';

/** So much of a contact is kept, in UTF-16 units: one that is documented has some 600. */
const mostText = 4_000;

/** Documented texts of a contact and of its number: they come first. */
const texts = ['status', 'createdAt', 'salutation', 'firstName', 'lastName', 'fullName'] as const;
const phoneTexts = ['phoneNumber', 'countryCode', 'extension'] as const;
const documented: ReadonlySet<string> = new Set(['id', 'cellPhone', ...texts]);
const phoneDocumented: ReadonlySet<string> = new Set(phoneTexts);

/**
 * A contact as it is kept, which may be for every row of a long list: all that a documented one has, and of others what
 * fits. Without it the answers of an import would stay in memory, and ids in its ledger, however long they are.
 */
export function keptContact(contact: Contact): Contact {
  return { ...keptFields(contact), id: keptId(contact.id) };
}

/** The same of what stands in place of one. */
export function keptFields(fields: ContactFields): ContactFields {
  const room = new Room();
  const { cellPhone } = fields;
  // What it is recognised by first: a long name must not take the room for its number.
  const phone = cellPhone && room.texts(cellPhone, phoneTexts);
  const own = room.texts(fields, texts);
  return {
    ...own,
    ...(cellPhone && { cellPhone: { ...phone, ...room.others(cellPhone, phoneDocumented) } }),
    ...room.others(fields, documented),
  };
}

/** Two that begin alike are still two. */
function keptId(id: string): string {
  if (id.length <= longestId) return id;
  const end = hash('sha256', id, 'base64url');
  return copyOf(cut(id, longestId - end.length - ellipsis.length) + end);
}

function copied(value: unknown): unknown {
  const isList = typeof value === 'object' && value !== null;
  return isList ? (JSON.parse(JSON.stringify(pruned(value))) as unknown) : value;
}

/** A part of a text keeps all of it in memory. */
function copyOf(text: string): string {
  return Buffer.from(text).toString();
}

/** How much room is left. */
class Room {
  private left = mostText;

  texts<Name extends string>(
    from: Readonly<Partial<Record<Name, string | undefined>>>,
    names: readonly Name[],
  ): Partial<Record<Name, string>> {
    const kept: Partial<Record<Name, string>> = {};
    for (const name of names) {
      const text = from[name];
      if (text !== undefined) kept[name] = this.take(text);
    }
    return kept;
  }

  /** Other fields in their order, as long as there is room; what did not fit is told by an ellipsis. */
  others(from: Readonly<Record<string, unknown>>, except: ReadonlySet<string>): Record<string, unknown> {
    const kept: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(from)) {
      if (except.has(name)) continue;
      if (this.left <= 0) return { ...kept, [ellipsis]: ellipsis };
      const key = this.take(name);
      const shown = shownText(value);
      const isText = typeof value === 'string' || shown.length > this.left;
      if (!isText) this.left -= shown.length;
      kept[key] = isText ? this.take(shown) : copied(value);
    }
    return kept;
  }

  private take(text: string): string {
    const kept = cut(text, Math.max(0, Math.min(longestValue, this.left)));
    this.left -= kept.length;
    return kept === text ? text : copyOf(kept);
  }
}
