import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createPhoneNumbers } from '../../../../../src/core/contact/phone';
import { FileSource, importContent, type ImportRow } from '../../../../../src/core/delivery';
import { checkFile } from '../../../../../src/core/files/checkFile';
import { batchesOf } from '../../../../../src/core/delivery/run/batches';
import { useFolder } from '../../../../support/delivery/folder';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';
const phones = createPhoneNumbers();

describe('the rows of a file on disk', () => {
  const folder = useFolder();

  async function sourceOf(content: string): Promise<FileSource> {
    const file = path.join(folder(), 'contacts.csv');
    fs.writeFileSync(file, content);
    const result = await checkFile(file, { phones, settings: {}, limit: 0 });
    assert.ok(result.ok);
    return new FileSource(result.file);
  }

  async function listOf(rows: number): Promise<FileSource> {
    const lines = Array.from(
      { length: rows },
      (_, row) => `Asha${row},Rao,Mrs,${9_800_000_000 + row},+91,+91`,
    );
    return await sourceOf([header, ...lines, ''].join('\r\n'));
  }

  async function groupsOf(source: FileSource): Promise<(readonly ImportRow[])[]> {
    const groups: (readonly ImportRow[])[] = [];
    for await (const group of source.groups()) groups.push(group);
    return groups;
  }

  /** What leaves in requests of so many rows. */
  async function sent(source: FileSource, rows: number): Promise<string[]> {
    const requests: string[] = [];
    const limits = { rows, bytes: 1e6 };
    for await (const { file } of batchesOf(importContent(source, source.groups()), limits)) {
      requests.push(file.bytes.toString());
    }
    return requests;
  }

  it('come in order, none left out, and no group holds much of them', async () => {
    const groups = await groupsOf(await listOf(3_500));
    const rows = groups.flat();
    assert.deepEqual(
      rows.map(({ index, line }) => [index, line]),
      Array.from({ length: 3_500 }, (_, index) => [index, index + 2]),
    );
    assert.equal(rows[3_499]?.record, 'Asha3499,Rao,Mrs,9800003499,+91,+91');
    for (const { length } of groups) assert.ok(length > 0 && length < 200, String(length));
  });

  it('may be few, or none', async () => {
    const few = (await groupsOf(await listOf(2))).flat();
    assert.deepEqual(
      few.map(({ values }) => values.firstName),
      ['Asha0', 'Asha1'],
    );
    assert.deepEqual((await groupsOf(await listOf(0))).flat(), []);
  });

  it('have all their cells, and the header too, but those of a column "importError"', async () => {
    const source = await sourceOf('firstName,importError,"Phone"\n"a ""b""",no,1\nLi\n');
    assert.deepEqual(source.headerCells, ['firstName', 'Phone']);
    const cells: unknown[] = [];
    for await (const group of source.groups()) for (const row of group) cells.push(row.cells);
    assert.deepEqual(cells, [['a "b"', '1'], ['Li']]);
  });

  it('are as many as were counted: none of them has nothing but a reason', async () => {
    const row = 'Asha,Rao,Mrs,9800000000,+91,+91';
    const source = await sourceOf(`importError,${header}\nwhy,${row}\nwhy,,,,,,\nwhy\n,${row}\nwhy`);
    assert.equal(source.rowCount, 2);
    const rows = (await groupsOf(source)).flat();
    assert.deepEqual(
      rows.map(({ index, line }) => [index, line]),
      [
        [0, 2],
        [1, 5],
      ],
    );
  });

  it('leave as they are in the file, each with its own line break', async () => {
    const text = `${header}\r\n"Asha",Rao\nLi , Wu\r\n"a\rb","c\nd"\r\n`;
    assert.deepEqual(await sent(await sourceOf(`\uFEFF${text}`), 10), [text]);
    assert.deepEqual(await sent(await sourceOf(text.replace('\r\n', '\n')), 10), [
      text.replace('\r\n', '\n'),
    ]);
    assert.deepEqual(await sent(await sourceOf(text), 2), [
      `${header}\r\n"Asha",Rao\nLi , Wu\r\n`,
      `${header}\r\n"a\rb","c\nd"\r\n`,
    ]);
  });

  it('each leave with a line break, be it none that the file has', async () => {
    assert.deepEqual(await sent(await sourceOf(`${header}\nAsha\r\nLi`), 10), [`${header}\nAsha\r\nLi\n`]);
    assert.deepEqual(await sent(await sourceOf(`${header}\rAsha\rLi\r`), 10), [`${header}\nAsha\nLi\n`]);
    assert.deepEqual(await sent(await sourceOf(`${header}\rAsha\r\nLi`), 10), [
      `${header}\r\nAsha\r\nLi\r\n`,
    ]);
  });

  it('are not read of a file that is not the one any more that was checked', async () => {
    const source = await listOf(2);
    fs.appendFileSync(path.join(folder(), 'contacts.csv'), 'x');
    await assert.rejects(groupsOf(source), { problem: { reason: 'changed' } });
  });
});
