import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { badRows } from '../../../../../src/core/checks/badRows';
import { readSheet } from '../../../../../src/core/checks/readSheet';
import { FileSource, importContent, type SendableRows } from '../../../../../src/core/delivery';
import { batchesOf } from '../../../../../src/core/delivery/run/batches';
import { readBack } from '../../../../../src/core/delivery/run/witness';
import { sheetContent } from '../../../../../src/core/delivery/source/sheetContent';
import { checkFile } from '../../../../../src/core/files/checkFile';
import { useFolder } from '../../../../support/delivery/folder';
import { finished } from '../../../../support/finished';
import { checked } from '../../../../support/checked';
import { good, header, other } from '../../../../support/ruleCases';
import { phones } from '../../fixes/fixed';

/** Files in which some lines are no rows: what leaves of each is the header and the two contacts. */
const files = {
  'rows of blank cells': `${header}\n${good}\n,,,,,\n${other}\n ,\u00A0,,,,\n`,
  'Ctrl-Z at the end': `${header}\n${good}\n${other}\n\u001A`,
  'NULs at the end': `${header}\n${good}\n${other}\n${'\0'.repeat(40)}`,
  'the header once more': `${header}\n${good}\n${header}\n${other}\n`,
  'the header once more, beside a column that is not sent': `${header},importError\n${good},x\n${header},y\n${other},\n`,
  'files put together, each with its mark': `\uFEFF${header}\n${good}\n\uFEFF${header}\n${other}\n`,
};
const leaves = `${header}\n${good}\n${other}\n`;

async function sent({ source }: Pick<SendableRows, 'source'>): Promise<string> {
  let text = '';
  for await (const batch of batchesOf(importContent(source, source.groups()), { rows: 100, bytes: 1e6 })) {
    assert.equal(await readBack(batch), undefined);
    text += batch.file.bytes.toString();
  }
  return text.endsWith('\n') ? text : `${text}\n`;
}

describe('lines that are no rows', () => {
  const folder = useFolder();

  for (const [name, text] of Object.entries(files)) {
    it(`${name}: never leave, and keep nothing back`, async () => {
      const work = badRows(readSheet(text), { phones, settings: {}, forSending: true });
      const bad = finished(work);
      assert.deepEqual(bad, new Map());
      const { counts } = checked(text, { forSending: true });
      const content = finished(
        sheetContent('a.csv', readSheet(text), counts.error === 0 ? undefined : new Map()),
      );
      assert.equal(await sent(content), leaves);
    });

    it(`${name}: nor from the disk`, async () => {
      const file = path.join(folder(), 'contacts.csv');
      fs.writeFileSync(file, text);
      const result = await checkFile(file, { phones, settings: {}, limit: 9, forSending: true });
      assert.ok(result.ok);
      assert.equal(result.report.counts.error, result.report.errorsOfNoRows);
      assert.equal(result.report.rows, 2);
      assert.equal(await sent({ source: new FileSource(result.file) }), leaves);
    });
  }

  it('keep a file back where rows below have another order', () => {
    const text = `${header}\n${good}\nlastName,${header.replace('lastName,', '')}\n${other}\n`;
    assert.equal(finished(badRows(readSheet(text), { phones, settings: {}, forSending: true })), undefined);
  });
});
