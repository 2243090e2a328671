import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DiskSource, type OutgoingRow } from '../../../../../src/core/delivery';
import { useFolder } from '../../../../support/delivery/folder';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';

describe('the rows of a file on disk', () => {
  const folder = useFolder();

  function sourceOf(rows: number): DiskSource {
    const file = path.join(folder(), 'contacts.csv');
    const lines = Array.from(
      { length: rows },
      (_, row) => `Asha${row},Rao,Mrs,${9_800_000_000 + row},+91,+91`,
    );
    fs.writeFileSync(file, [header, ...lines, ''].join('\r\n'));
    const { size, mtimeMs } = fs.statSync(file);
    return new DiskSource({ path: file, header, rowCount: rows, digest: new Uint8Array(32), size, mtimeMs });
  }

  async function groupsOf(source: DiskSource): Promise<(readonly OutgoingRow[])[]> {
    const groups: (readonly OutgoingRow[])[] = [];
    for await (const group of source.groups()) groups.push(group);
    return groups;
  }

  it('come in groups of a thousand and some, in order and none left out', async () => {
    const groups = await groupsOf(sourceOf(3_500));
    const rows = groups.flat();
    assert.deepEqual(
      rows.map(({ index, line }) => [index, line]),
      Array.from({ length: 3_500 }, (_, index) => [index, index + 2]),
    );
    assert.equal(rows[3_499]?.record, 'Asha3499,Rao,Mrs,9800003499,+91,+91');
    const lengths = groups.map(({ length }) => length);
    for (const length of lengths.slice(0, -1)) assert.ok(length >= 1_000 && length < 1_200, String(lengths));
  });

  it('may be few, or none', async () => {
    assert.deepEqual(
      (await groupsOf(sourceOf(2))).map((group) => group.map(({ values }) => values.firstName)),
      [['Asha0', 'Asha1']],
    );
    assert.deepEqual(await groupsOf(sourceOf(0)), []);
  });

  it('are not read of a file that is not the one any more that was checked', async () => {
    const source = sourceOf(2);
    fs.appendFileSync(path.join(folder(), 'contacts.csv'), 'x');
    await assert.rejects(groupsOf(source), { problem: { reason: 'changed' } });
  });
});
