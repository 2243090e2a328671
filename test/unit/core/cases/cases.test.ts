import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckReport } from '../../../../src/core/checks/check';
import { checkFile } from '../../../../src/core/files/checkFile';
import { applyEdits, fixesFor, safeEdits } from '../../../../src/core/fixes';
import { checked } from '../../../support/checked';
import { placeIn } from '../files/support';
import { countryCodes, phones } from '../fixes/fixed';
import { expected, refused } from './expected';
import { toEnd } from '../../../../src/core/csv/toEnd';

const folder = path.join(import.meta.dirname, '..', '..', '..', 'fixtures', 'cases');
const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
const bytesOf = (name: string) => readFileSync(path.join(folder, name));

/** The text of the document that VS Code opens: by its mark, and with one kind of line break. */
function opened(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  const all = text.match(/\r\n|\r|\n/g) ?? [];
  const crlf = all.filter((lineBreak) => lineBreak === '\r\n').length;
  return text.replace(/\r\n|\r|\n/g, crlf * 2 > all.length ? '\r\n' : '\n');
}

const isLaidOut = ({ sheet }: CheckReport) => sheet.layout === undefined && sheet.isContactList;

/** Codes with their places, `code line:column`, as both readers give them; the same on neighbouring lines once. */
function placesIn(text: string, { findings }: CheckReport): string[] {
  return findings.map(({ finding, severity }) => {
    const { line, column } = placeIn(text, finding.range.start);
    return `${severity} ${finding.code} ${line}:${column}`;
  });
}

describe('the inputs after public reports', () => {
  it('have each what must come of them', () => {
    assert.deepEqual(Object.keys(expected).toSorted(), names.toSorted());
  });

  for (const name of names) {
    const text = opened(bytesOf(name));

    it(`${name}: what is found in the document`, () => {
      const { findings } = checked(text);
      const codes = findings.map(({ finding }) => finding.code);
      assert.deepEqual([...new Set(codes)].toSorted(), expected[name]?.codes.toSorted());
    });

    it(`${name}: what is offered first mends, and takes nothing away that is a value`, () => {
      const report = checked(text);
      for (const { finding } of report.findings) {
        const [first] = fixesFor(finding, report.sheet);
        if (first === undefined || first.asks) continue;
        const edits = first.edits();
        assert.ok(edits.length > 0, `${finding.code} offers ${first.kind}, which does nothing`);
        const after = checked(applyEdits(text, edits)).findings.map((one) => one.finding);
        const isSame = (other: { code: string }) => other.code === finding.code;
        const before = report.findings.filter((one) => isSame(one.finding)).length;
        assert.ok(after.filter(isSame).length < before, `${finding.code}: ${first.kind} mends nothing`);
      }
    });

    it(`${name}: the same from the disk, or refused in the same place`, async () => {
      const result = await checkFile(path.join(folder, name), { phones, settings: {}, limit: 1000 });
      if (!result.ok) {
        const { reason, ...place } = { line: 0, column: 0, ...result.problem };
        assert.equal(reason, refused[name], name);
        const lost = text.indexOf('\uFFFD');
        if (reason === 'encoding')
          assert.deepEqual({ line: place.line, column: place.column }, placeIn(text, lost));
        return;
      }
      assert.equal(refused[name], undefined);
      const { findings, rows, counts } = result.report;
      const report = checked(text);
      const onDisk = findings.map((one) => `${one.severity} ${one.finding.code} ${one.line}:${one.column}`);
      assert.deepEqual(onDisk, placesIn(text, report));
      assert.deepEqual({ rows, counts }, { rows: report.rows, counts: report.counts });
    });

    it(`${name}: nothing unasked where it is no list, or not laid out as one`, () => {
      const report = checked(text);
      const edits = toEnd(safeEdits(report.sheet, countryCodes));
      if (!isLaidOut(report) || expected[name]?.untouched) assert.deepEqual(edits, []);
    });
  }
});
