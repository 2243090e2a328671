import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { FileSource, type ImportRow } from '../../../../../src/core/delivery';
import { useFolder } from '../../../../support/delivery/folder';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';

describe('the rows of a file on disk', () => {
  const folder = useFolder();

  function sourceOf(rows: number): FileSource {
    const file = path.join(folder(), 'contacts.csv');
    const lines = Array.from(
      { length: rows },
      (_, row) => `Asha${row},Rao,Mrs,${9_800_000_000 + row},+91,+91`,
    );
    fs.writeFileSync(file, [header, ...lines, ''].join('\r\n'));
    const { size, mtimeMs } = fs.statSync(file);
    return new FileSource({ path: file, header, rowCount: rows, digest: new Uint8Array(32), size, mtimeMs });
  }

  async function groupsOf(source: FileSource): Promise<(readonly ImportRow[])[]> {
    const groups: (readonly ImportRow[])[] = [];
    for await (const group of source.groups()) groups.push(group);
    return groups;
  }

  it('come in order, none left out, and no group holds much of them', async () => {
    const groups = await groupsOf(sourceOf(3_500));
    const rows = groups.flat();
    assert.deepEqual(
      rows.map(({ index, line }) => [index, line]),
      Array.from({ length: 3_500 }, (_, index) => [index, index + 2]),
    );
    assert.equal(rows[3_499]?.record, 'Asha3499,Rao,Mrs,9800003499,+91,+91');
    for (const { length } of groups) assert.ok(length > 0 && length < 200, String(length));
  });

  it('may be few, or none', async () => {
    const few = (await groupsOf(sourceOf(2))).flat();
    assert.deepEqual(
      few.map(({ values }) => values.firstName),
      ['Asha0', 'Asha1'],
    );
    assert.deepEqual((await groupsOf(sourceOf(0))).flat(), []);
  });

  it('are not read of a file that is not the one any more that was checked', async () => {
    const source = sourceOf(2);
    fs.appendFileSync(path.join(folder(), 'contacts.csv'), 'x');
    await assert.rejects(groupsOf(source), { problem: { reason: 'changed' } });
  });
});
