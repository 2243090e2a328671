import fs from 'node:fs';
import { once } from 'node:events';
import { contactFile } from '../contacts';

/** The generated rows are repeated: what is sent is not looked at by what stands behind. */
const repeated = 100_000;

/** What a CRM exports besides the six columns, and what stands in each row; 260 bytes. */
const exported = {
  email: 'asha.rao@example.com',
  company: 'Globex Corporation',
  department: 'Customer Success',
  street: '742 Evergreen Terrace',
  city: 'Springfield',
  postcode: '10115',
  country: 'United States',
  createdAt: '2025-03-14T09:26:53Z',
  updatedAt: '2026-01-02T03:04:05Z',
  owner: 'jane.doe@example.com',
  source: 'Spring campaign',
  tags: 'vip;newsletter',
  notes: 'called twice; prefers afternoons; asks for a brochure',
};

/** What a list consists of: the six columns alone, or all that a CRM exports. */
export type Shape = 'six columns' | 'nineteen columns';

/** Writes a contact list; 37 bytes a row, or 300. */
export async function writeList(file: string, rows: number, shape: Shape): Promise<void> {
  const [header = '', ...lines] = contactFile(Math.min(rows, repeated), { faulty: 0, quotes: false })
    .trimEnd()
    .split('\r\n');
  const more = (cells: readonly string[]) => (shape === 'six columns' ? '' : `,${cells.join()}`);
  const rest = more(Object.values(exported));
  const text = lines.map((line) => `${line}${rest}\r\n`).join('');
  const stream = fs.createWriteStream(file);
  stream.write(`${header}${more(Object.keys(exported))}\r\n`);
  for (let left = rows; left > 0; left -= repeated) {
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}
