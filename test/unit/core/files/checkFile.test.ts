import assert from 'node:assert/strict';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';
import { checkFile, type FileCheckOptions, type FileReport } from '../../../../src/core/files/checkFile';
import type { FileProblem } from '../../../../src/core/files/fileProblem';
import { checked } from '../../../support/checked';
import { header, isOpen, tempFile } from './support';

const phones = createPhoneNumbers();
const good = 'Asha,Rao,Mrs,9876543210,+91,+91';

/** A row in which nothing is to be found, with a number of its own. */
const row = (index: number) => `Asha,Rao,Mrs,${9_800_000_000 + index},+91,+91\n`;

describe('checkFile', () => {
  const file = tempFile();

  async function check(content: string | Uint8Array, options: Partial<FileCheckOptions> = {}) {
    return await checkFile(await file(content), { phones, settings: {}, limit: 1000, ...options });
  }

  async function reportOf(content: string, options?: Partial<FileCheckOptions>): Promise<FileReport> {
    const result = await check(content, options);
    assert.ok(result.ok);
    return result.report;
  }

  async function problemOf(
    content: string | Uint8Array,
    options?: Partial<FileCheckOptions>,
  ): Promise<FileProblem> {
    const result = await check(content, options);
    assert.ok(!result.ok);
    return result.problem;
  }

  it('gives rows, counts, places and bytes', async () => {
    const text = `${header}\r\n${good}\r\n\r\nZoë,"Smi\r\nth",Mr,9812345678,+91\r\n😀,,Mr,9812345679,+91,+91`;
    assert.deepEqual(await reportOf(`\uFEFF${text}`), {
      rows: 3,
      counts: { error: 2, warning: 2, information: 0, hint: 0 },
      findings: [
        {
          finding: { code: 'csv.fieldCount', expected: 6, actual: 5 },
          severity: 'error',
          line: 4,
          column: 1,
          endLine: 5,
          endColumn: 22,
        },
        {
          finding: { code: 'value.required', column: 'lastName' },
          severity: 'error',
          line: 6,
          column: 4,
          endLine: 6,
          endColumn: 4,
        },
        {
          finding: { code: 'csv.blankRow', hasCells: false },
          severity: 'warning',
          line: 3,
          column: 1,
          endLine: 3,
          endColumn: 1,
        },
        {
          finding: { code: 'value.controlCharacter', column: 'lastName' },
          severity: 'warning',
          line: 4,
          column: 5,
          endLine: 5,
          endColumn: 4,
        },
      ],
      bytes: Buffer.byteLength(text) + 3,
      duplicatesWithin: 'file',
      errorsOfNoRows: 0,
    });
  });

  it('finds a number again that stood far above, and names its line', async () => {
    const rows = Array.from({ length: 8_000 }, (_, index) => row(index)).join('');
    const { findings, counts } = await reportOf(
      `${header}\n${good}\n${rows}"Li\n",Wu,Mr,+91 98765 43210,IN,+91\n`,
    );
    assert.equal(counts.error, 1);
    assert.deepEqual(findings[0], {
      finding: { code: 'phone.duplicate' },
      severity: 'error',
      line: 8_004,
      column: 9,
      endLine: 8_004,
      endColumn: 24,
      firstLine: 2,
    });
  });

  it('says which column is there again', async () => {
    const { findings } = await reportOf(`firstName,"first\nName",salutation,firstName\n`);
    const again = findings.find(({ finding }) => finding.code === 'columns.duplicate');
    assert.deepEqual(again, {
      finding: { code: 'columns.duplicate', column: 'firstName' },
      severity: 'error',
      line: 2,
      column: 18,
      endLine: 2,
      endColumn: 27,
      firstLine: 1,
    });
  });

  it('counts all findings and gives the first ones, errors first, the header’s before the rows’', async () => {
    const text = `${header},x\n${'Asha,,,9,+91,+91,\n'.repeat(9000)}`;
    const { rows, counts, findings } = await reportOf(text, { settings: { 'columns.unknown': 'error' } });
    assert.equal(rows, 9000);
    assert.equal(counts.error, 9000 + 8999 + 1);
    assert.equal(findings.length, 1000);
    assert.deepEqual(
      findings.slice(0, 4).map(({ finding, line, severity }) => [finding.code, line, severity]),
      [
        ['columns.unknown', 1, 'error'],
        ['value.required', 2, 'error'],
        ['value.required', 3, 'error'],
        ['phone.duplicate', 3, 'error'],
      ],
    );
  });

  it('misses rows only where the whole file has none', async () => {
    const codes = async (text: string) =>
      (await reportOf(text, { cutting: { step: 10 } })).findings.map(({ finding }) => finding.code);
    assert.deepEqual(await codes(`${header}\n${good}\n`), []);
    assert.deepEqual(await codes(`${header}\n\n\n`), ['csv.noRows', 'csv.blankRow', 'csv.blankRow']);
    assert.deepEqual(await codes(''), ['columns.none']);
  });

  describe('where a quote is never closed', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => row(index)).join('');
    const text = `${header}\n${good}\nZoë,"Smith,Mr,9812345678,+91,+91\n${rows}`;

    it('says where, and does not read on for ever', async () => {
      const { findings, rows: count, bytes } = await reportOf(text, { cutting: { longestRecord: 1000 } });
      const place = { severity: 'error', line: 3, endLine: 3, endColumn: 33 };
      assert.deepEqual(findings, [{ finding: { code: 'csv.unclosedQuote' }, ...place, column: 5 }]);
      assert.equal(count, 2);
      assert.ok(bytes < text.length);
    });

    it('finds the same as with all of it', async () => {
      const places = ({ findings }: FileReport) =>
        findings.map(({ finding, line, column }) => ({ ...finding, line, column }));
      assert.deepEqual(
        places(await reportOf(text, { cutting: { longestRecord: 1000 } })),
        places(await reportOf(text)),
      );
    });

    it('says so of the header too', async () => {
      const { findings, rows: count } = await reportOf(`"${header}\n${rows}`, {
        cutting: { longestRecord: 1000 },
      });
      assert.equal(count, 0);
      assert.ok(findings.some(({ finding, line }) => finding.code === 'csv.unclosedQuote' && line === 1));
    });
  });

  it('ends with a record without quotes that does not end', async () => {
    const problem = await problemOf(`${header}\n${good}\n${'x'.repeat(3000)}`, {
      cutting: { step: 100, longestRecord: 1000 },
    });
    assert.deepEqual(problem, { reason: 'recordTooLong', line: 3 });
  });

  it('says why the file cannot be read', async () => {
    assert.deepEqual(await problemOf(Buffer.from(`${header}\nJ\u00FCrgen`, 'latin1')), {
      reason: 'encoding',
      offset: header.length + 2,
      line: 2,
      column: 2,
    });
    const path = await file('');
    assert.deepEqual(await checkFile(`${path}.gone`, { phones, settings: {}, limit: 1 }), {
      ok: false,
      problem: { reason: 'notFound' },
    });
  });

  it('tells its progress, and ends when the signal is aborted', async () => {
    const text = `${header}\n${Array.from({ length: 20_000 }, (_, index) => row(index)).join('')}`;
    const progress: number[] = [];
    const { rows, duplicatesWithin } = await reportOf(text, { onProgress: (read) => progress.push(read) });
    assert.equal(rows, 20_000);
    assert.equal(duplicatesWithin, 'file');
    assert.ok(progress.length > 3);
    assert.equal(progress.at(-1), text.length);

    const abort = new AbortController();
    const problem = await problemOf(text, {
      signal: abort.signal,
      onProgress: (read) => {
        if (read > 200_000) abort.abort();
      },
    });
    assert.deepEqual(problem, { reason: 'cancelled' });
    assert.ok(!isOpen(await file(text)));
  });

  it('reads a header as a document does, also when the file is to be sent', async () => {
    // The values below speak against the names of the first line, and for the second line as the header.
    const text = `Phone,First Name,Surname,Country code\n${header}\n,,Mr,9876543210,+91,+91\n${good}\n`;
    const { findings } = await reportOf(text, { forSending: true });
    const codes = findings.map(({ finding }) => finding.code);
    assert.deepEqual(codes, ['csv.linesAboveHeader']);
    const inDocument = checked(text, { forSending: true }).findings;
    assert.deepEqual(
      inDocument.map(({ finding }) => finding.code),
      codes,
    );
  });

  it('lets a mistake of the program be one', async () => {
    const mistake = new TypeError('a mistake');
    const onProgress = () => {
      throw mistake;
    };
    await assert.rejects(check(good, { onProgress }), mistake);
  });
});
