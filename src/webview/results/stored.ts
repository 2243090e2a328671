import type { ResultRow, StoredValues } from '../../protocol/results';

/** A value that was sent beside the one that the stream has. */
export interface Beside {
  readonly field: keyof StoredValues;
  readonly sent: string;
  readonly stored: string;
  /** Whether they say different things, not only the same in another spelling. */
  readonly differs: boolean;
}

/** What was sent beside what the stream has, field by field; none without a contact to compare. */
export function sentBeside(row: Pick<ResultRow, 'stored' | keyof StoredValues>): readonly Beside[] {
  const { stored } = row;
  if (stored === null) return [];
  return (Object.keys(stored) as (keyof StoredValues)[]).map((field) => {
    const [sent, there] = [row[field], stored[field]];
    const same = field === 'phoneNumber' ? isSameNumber(sent, there) : fold(sent) === fold(there);
    return { field, sent, stored: there, differs: !same };
  });
}

/** The stream has numbers with their country; a zero in front belongs to the national form. */
function isSameNumber(sent: string, stored: string): boolean {
  const [short, long] = [digits(sent).replace(/^0+/, ''), digits(stored)];
  return short === '' ? long === '' : long.endsWith(short);
}

function digits(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '');
}

function fold(text: string): string {
  return text.normalize('NFC').trim();
}
