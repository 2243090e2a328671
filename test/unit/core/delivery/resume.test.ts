import assert from 'node:assert/strict';
import {
  Hasher,
  hashesOf,
  ImportHistory,
  ImportLedger,
  ImportRun,
  importContent,
  type ImportRow,
  type Outcome,
  type RowResult,
  type SettledRow,
  type SendableRows,
} from '../../../../src/core/delivery';
import { endReport } from '../../../../src/core/delivery/outcomeActions';
import {
  closedIn,
  countElsewhere,
  countLeft,
  countOpen,
  countToLookFor,
  hasUnknownMissing,
  leftOutIn,
  nameEdited,
  openRows,
  rowsToLookFor,
  type Reopened,
} from '../../../../src/core/delivery/reopened';
import { asSent } from '../../../../src/core/delivery/asSent';
import { PastFinder } from '../../../../src/core/delivery/ledger/pastFinder';
import { leftMissing, leftRows } from '../../../../src/core/delivery/leftRows';
import { recordedRows } from '../../../../src/core/delivery/recordedRows';
import { restContent } from '../../../../src/core/delivery/plan';
import { lookAgain, reopen, usableImport, type ResumeRefusal } from '../../../../src/core/delivery/resume';
import { create } from '../../../support/delivery/importing';
import { about } from '../../../support/delivery/ledgers';
import { MemoryLedgerStore } from '../../../support/delivery/memoryStore';
import { TestParts } from '../../../support/delivery/parts';
import { contactOf, header, outgoingOf, placesIn, rowAt, rowsOf } from '../../../support/delivery/rows';
import { pagesOf, ScriptedCalls } from '../../../support/delivery/scriptedCalls';
import { plans } from '../../../support/delivery/knowledge';

const hasher = new Hasher('a key', plans);
const digest = new Uint8Array(32).fill(7);
const uri = 'file:///contacts.csv';
const created = (index: number): RowResult => ({ outcome: 'created', contact: contactOf(rowAt(index)) });

/** A file with these rows as it is now; `bytes`: one that is read from the disk. */
function fileOf(rows: readonly ImportRow[], more: Partial<SendableRows['source']> = {}): SendableRows {
  const source = {
    ...outgoingOf([]),
    digest,
    rowCount: rows.length,
    // Rows know their place in the file, and not that in an import.
    groups: () => [rows.map((row, index) => ({ ...row, index, line: index + 2 }))],
    ...more,
  };
  return { source, heldBack: new Map() };
}

/** The ledger of an import of six rows that ended; `outcomes`: of the first of them. */
async function ended(outcomes: readonly RowResult[] = []): Promise<MemoryLedgerStore> {
  const store = new MemoryLedgerStore();
  const ledger = await ImportLedger.begin(
    store,
    about(6, { file: { uri, hash: hasher.file(digest) }, key: hasher.key }),
  );
  await ledger.rows(
    0,
    rowsOf(6).map(({ values }) => hasher.row(values)),
  );
  if (outcomes.length > 0) await ledger.settled(rowsOf(outcomes.length), outcomes);
  await ledger.end();
  return store;
}

const five: readonly RowResult[] = [
  created(0),
  { outcome: 'unknown' },
  { outcome: 'refused' },
  { outcome: 'absent' },
  { outcome: 'notReturned' },
];

async function reopened(store: MemoryLedgerStore, content: SendableRows): Promise<Reopened> {
  const history = new ImportHistory(store);
  const result = await reopen('import-1', { history, hasher, contentOf: () => Promise.resolve(content) });
  return result.ok ? result.reopened : assert.fail(JSON.stringify(result.refusal));
}

async function refusal(
  store: MemoryLedgerStore,
  content: SendableRows | undefined = fileOf(rowsOf(6)),
  used = hasher,
): Promise<ResumeRefusal | undefined> {
  const history = new ImportHistory(store);
  const asked: string[] = [];
  const contentOf = (of: string) => {
    asked.push(of);
    return Promise.resolve(content);
  };
  const result = await reopen('import-1', { history, hasher: used, contentOf });
  assert.deepEqual(asked, !result.ok && !('uri' in result.refusal) ? [] : [uri]);
  return result.ok ? undefined : result.refusal;
}

/** The open rows of an import in one list. */
async function listOpen(reopened: Reopened, ...wanted: readonly Outcome[]): Promise<readonly ImportRow[]> {
  const rows: ImportRow[] = [];
  for await (const group of openRows(reopened, wanted)) rows.push(...group);
  return rows;
}

describe('an import that cannot be gone on with', () => {
  it('is not known any more', async () => {
    assert.deepEqual(await refusal(new MemoryLedgerStore()), { reason: 'unknown' });
  });

  it('is going on already', async () => {
    const store = await ended();
    const ledger = await ImportLedger.resume(store, 'import-1');
    try {
      assert.deepEqual(await refusal(store), { reason: 'goingOn' });
      const usable = usableImport(await new ImportHistory(store).read('import-1'), hasher.key);
      assert.deepEqual(usable, { ok: false, refusal: { reason: 'goingOn' } });
    } finally {
      await ledger.end();
    }
    assert.equal(await refusal(store), undefined);
  });

  it('was written down with a key that was deleted', async () => {
    assert.deepEqual(await refusal(await ended(), fileOf(rowsOf(6)), new Hasher('a new key', plans)), {
      reason: 'keyDeleted',
    });
  });

  it('is of a large file that is not what it was', async () => {
    const other = fileOf(rowsOf(6), { bytes: 100, digest: new Uint8Array(32) });
    assert.deepEqual(await refusal(await ended(), other), { reason: 'fileChanged', uri });
    assert.equal(await refusal(await ended(), fileOf(rowsOf(6), { bytes: 100 })), undefined);
    // A file with a document may have been edited.
    const edited = fileOf(rowsOf(6), { digest: new Uint8Array(32) });
    assert.equal(await refusal(await ended(), edited), undefined);
  });

  it('is of a large file that is read otherwise now, though no byte of it has changed', async () => {
    const large = (rows: readonly ImportRow[]) => fileOf(rows, { bytes: 100 });
    const changed = { reason: 'fileChanged', uri };
    const [first, second, ...others] = rowsOf(6);
    assert.ok(first && second);
    // Rows more or fewer, and as many of which two have changed places or one has another value.
    assert.deepEqual(await refusal(await ended(), large([...rowsOf(6), rowAt(6)])), changed);
    assert.deepEqual(await refusal(await ended(), large(rowsOf(5))), changed);
    assert.deepEqual(await refusal(await ended(), large([second, first, ...others])), changed);
    const value = { ...second, values: { ...second.values, lastName: 'test\rother' } };
    assert.deepEqual(await refusal(await ended(), large([first, value, ...others])), changed);
  });

  it('is of a file with errors that concern all rows', async () => {
    const history = new ImportHistory(await ended());
    const result = await reopen('import-1', { history, hasher, contentOf: () => Promise.resolve(undefined) });
    assert.deepEqual(result, { ok: false, refusal: { reason: 'errors', uri } });
  });
});

describe('an import that is gone on with', () => {
  it('has its rows wherever they are now, each with what became of it', async () => {
    const { source, report, missing, added, heldBack } = await reopened(
      await ended(five),
      fileOf(rowsOf(6).toReversed()),
    );
    const rows: ImportRow[] = [];
    for await (const group of source.groups()) rows.push(...group);
    assert.deepEqual(
      rows.map(({ index, line, record }) => [index, line, record]),
      [5, 4, 3, 2, 1, 0].map((place, at) => [place, at + 2, rowAt(place).record]),
    );
    assert.deepEqual(
      rowsOf(6).map(({ index }) => report.outcomeAt(index)),
      ['created', 'unknown', 'refused', 'absent', 'notReturned', 'notSent'],
    );
    const { result } = report.at(0) ?? assert.fail('row 0 is not kept');
    assert.equal('contact' in result && result.contact.id, 'id0');
    assert.deepEqual([missing.size, added, heldBack.size], [0, 0, 0]);
  });

  it('has what else was told of its rows, without the words of the stream', async () => {
    const store = await ended([
      { ...created(0), note: { kind: 'storedAs', text: 'Asha Rao' } },
      { outcome: 'unknown', note: { kind: 'deleted' } },
      { outcome: 'refused', words: 'no', note: { kind: 'batch' } },
      { outcome: 'refused' },
    ]);
    for (const file of [fileOf(rowsOf(6)), fileOf(rowsOf(6), { bytes: 100 })]) {
      const { report } = await reopened(store, file);
      assert.deepEqual(
        [0, 1, 2, 3].map((index) => report.at(index)?.result.note),
        [{ kind: 'storedAs' }, { kind: 'deleted' }, { kind: 'batch' }, undefined],
      );
      assert.equal(report.hasRefusedWhole, true);
    }
  });

  it('is not refused as going on when it is this window that is at work on it', async () => {
    const store = await ended(five);
    const ledger = await ImportLedger.resume(store, 'import-1');
    const history = new ImportHistory(store);
    const contentOf = () => Promise.resolve(fileOf(rowsOf(6)));
    try {
      assert.equal((await reopen('import-1', { history, hasher, contentOf })).ok, false);
      assert.equal((await reopen('import-1', { history, hasher, contentOf }, true)).ok, true);
    } finally {
      await ledger.end();
    }
  });

  it('knows which rows are missing, added and held back', async () => {
    const edited = { ...rowAt(1), values: { ...rowAt(1).values, lastName: 'other' } };
    const now = [rowAt(9), edited, rowAt(5), rowAt(3), rowAt(0)];
    const content = { ...fileOf(now), heldBack: new Map([[2, 'no name']]) };
    const found = await reopened(await ended(five), content);
    assert.deepEqual([[...found.missing], [...found.edited], found.added], [[2, 4], [1], 1]);
    assert.deepEqual([...found.heldBack], [[5, 'no name']]);
    // What the ledger knows of rows that are gone is still told, on no line.
    assert.equal(found.report.outcomeAt(4), 'notReturned');
    assert.equal(found.report.at(4)?.row.line, 0);
  });

  describe('whose rows were edited', () => {
    const edited = (place: number, lastName = 'other'): ImportRow => {
      const row = rowAt(place);
      return { ...row, values: { ...row.values, lastName }, record: `${row.record} edited` };
    };
    const sharing = (place: number, lastName: string): ImportRow => {
      const { cellPhoneNumber = '' } = rowAt(0).values;
      return { ...edited(place, lastName), values: { ...rowAt(place).values, lastName, cellPhoneNumber } };
    };

    it('knows them by their number, with what became of them: what may exist is looked for, and never new', async () => {
      const found = await reopened(await ended(five), fileOf([0, 1, 3, 4, 5].map((place) => edited(place))));
      assert.deepEqual([[...found.missing], [...found.edited], found.added], [[2], [0, 1, 3, 4, 5], 0]);
      assert.equal(countOpen(found, 'unknown', 'absent', 'notSent'), 3);
      const { own } = await rowsToLookFor(found, found.record, 'unknown');
      assert.deepEqual(
        own.map(({ index, record }) => [index, record]),
        [[1, edited(1).record]],
      );
      assert.equal(found.report.outcomeAt(0), 'created');
    });

    it('knows them by their number however that is written', async () => {
      const { cellPhoneNumber = '' } = rowAt(1).values;
      const values = { ...rowAt(1).values, cellPhoneNumber: cellPhoneNumber.replace(/^(...)/, '$1 ') };
      const found = await reopened(await ended(five), fileOf([{ ...rowAt(1), values }]));
      assert.deepEqual([[...found.edited], found.added], [[1], 0]);
    });

    it('takes one that the stream refused by itself, and was mended, for new', async () => {
      const refused = [{ outcome: 'refused' }] as const;
      const found = await reopened(await ended(refused), fileOf([edited(0)]));
      assert.deepEqual([found.edited.size, found.added], [0, 1]);
    });

    it('has each of them stand for one row of the number, and those that were not edited first', async () => {
      const shared = [rowAt(0), sharing(1, 'one'), sharing(2, 'two')];
      const store = new MemoryLedgerStore();
      const ledger = await ImportLedger.begin(
        store,
        about(3, { file: { uri, hash: hasher.file(digest) }, key: hasher.key }),
      );
      await ledger.rows(
        0,
        shared.map(({ values }) => hasher.row(values)),
      );
      await ledger.settled(rowsOf(3), [created(0), { outcome: 'unknown' }, created(2)]);
      await ledger.end();
      const now = [sharing(3, 'new'), sharing(2, 'two'), rowAt(0), sharing(4, 'more')];
      const found = await reopened(store, fileOf(now));
      assert.deepEqual([[...found.edited], [...found.missing], found.added], [[1], [], 1]);
      assert.equal(found.report.outcomeAt(1), 'unknown');
    });

    it('tells of them what was sent and is still known: their number, and nothing of a row that never left', async () => {
      const found = await reopened(await ended(five), fileOf([edited(0), edited(5)]));
      const { report } = found;
      const { cellPhoneNumber, cellPhoneCountryCode } = rowAt(0).values;
      const [sent, waiting, gone] = [0, 5, 1].map((index) => report.at(index)?.row);
      assert.deepEqual([sent?.since, sent?.line], ['edited', 2]);
      assert.deepEqual(sent?.values, { cellPhoneNumber, cellPhoneCountryCode });
      assert.deepEqual([waiting?.since, waiting?.values], [undefined, edited(5).values]);
      assert.deepEqual([gone?.since, gone?.values, gone?.line], ['gone', {}, 0]);
      // Exports have it from there.
      const recorded: SettledRow[] = [];
      for await (const group of recordedRows(found.record, found)) recorded.push(...group);
      for (const { row } of recorded) {
        const told = report.at(row.index)?.row;
        assert.deepEqual([row.since, row.values, row.line], [told?.since, told?.values, told?.line]);
      }
      assert.equal(recorded.length, 6);
    });

    it('does not guess which is which of those that share a number: of other outcomes neither, of one on no line', async () => {
      const outcomes: readonly (readonly [RowResult, RowResult])[] = [
        [created(0), { outcome: 'unknown' }],
        [{ outcome: 'refused' }, { outcome: 'unknown' }],
        [created(0), created(1)],
      ];
      for (const [index, [first, second]] of outcomes.entries()) {
        const store = new MemoryLedgerStore();
        const begun = about(2, { file: { uri, hash: hasher.file(digest) }, key: hasher.key });
        const ledger = await ImportLedger.begin(store, begun);
        const sent = [sharing(0, 'one'), sharing(1, 'two')];
        await ledger.rows(
          0,
          sent.map(({ values }) => hasher.row(values)),
        );
        await ledger.settled(rowsOf(2), [first, second]);
        await ledger.end();
        const found = await reopened(store, fileOf([sharing(1, '2'), sharing(0, '1')]));
        const lines = [0, 1].map((place) => found.report.at(place)?.row.line);
        assert.deepEqual(
          [found.edited.size, found.missing.size, found.added, ...lines],
          index === 2 ? [2, 0, 0, 0, 0] : [0, 2, 2, 0, 0],
        );
      }
    });

    /** The parts of an import that notes what it is told of rows. */
    const telling = (calls: ScriptedCalls, settled: [ImportRow, RowResult][]) =>
      Object.assign(new TestParts(rowsOf(6), calls), {
        settle: (...told: [ImportRow, RowResult]) => void settled.push(told),
      });

    it('looks for them as they were sent: as that was kept, or by the number alone, and never by what was not sent', async () => {
      const found = await reopened(await ended(five), fileOf([0, 1, 3, 4, 5].map((place) => edited(place))));
      const zoe = contactOf(rowAt(1));
      const { cellPhoneNumber, cellPhoneCountryCode } = rowAt(1).values;
      const number = { cellPhoneNumber, cellPhoneCountryCode };
      for (const [kept, values, firstName, note] of [
        [rowAt(1).values, rowAt(1).values, 'row1', undefined],
        [rowAt(1).values, rowAt(1).values, 'Xavier', 'otherName'],
        [edited(1).values, number, 'row1', undefined],
        [undefined, number, 'Xavier', undefined],
      ] as const) {
        const rows = await rowsToLookFor(found, found.record, 'unknown');
        const { own } = asSent(rows, found, hasher, () => kept);
        const contact = { ...zoe, firstName };
        const settled: [ImportRow, RowResult][] = [];
        const calls = new ScriptedCalls(
          create,
          pagesOf(() => [contact]),
        );
        await new ImportRun(telling(calls, settled)).lookUp(own);
        const [[row, result] = assert.fail()] = settled;
        assert.deepEqual([row.values, row.since, result.outcome], [values, 'edited', 'present']);
        assert.equal(result.note?.kind, note);
      }
    });

    it('sends those that are not on the stream as they are now', async () => {
      const row = rowAt(1);
      const cells = row.cells.with(2, 'Mrs');
      const now = { ...row, values: { ...row.values, salutation: 'Mrs' }, cells, record: cells.join(',') };
      const found = await reopened(await ended(five), fileOf([now]));
      const rows = await rowsToLookFor(found, found.record, 'unknown');
      const { own } = asSent(rows, found, hasher, () => row.values);
      const settled: [ImportRow, RowResult][] = [];
      const calls = new ScriptedCalls(
        create,
        pagesOf(() => []),
      );
      await new ImportRun(telling(calls, settled)).sendAgain(outgoingOf([]), own);
      const [sent, result] = settled.at(-1) ?? assert.fail();
      assert.deepEqual([sent.values, sent.since, result.outcome], [now.values, undefined, 'created']);
    });

    it('names them anew before they leave as they are now', async () => {
      const store = await ended(five);
      const found = await reopened(store, fileOf([edited(0), edited(1), edited(3), rowAt(5)]));
      const ledger = await ImportLedger.resume(store, 'import-1');
      await nameEdited(found, ['unknown', 'notSent'], ledger, hasher);
      await ledger.end();
      const { record } = (await new ImportHistory(store).read('import-1')) ?? assert.fail();
      assert.equal(record.hashAt(1), hasher.row(edited(1).values));
      // What is done, or does not leave now, stays what it was.
      for (const index of [0, 3]) assert.equal(record.hashAt(index), hasher.row(rowAt(index).values));
    });

    it('says when rows may exist whose number the file no longer has: what is new may be these', async () => {
      assert.equal(hasUnknownMissing(await reopened(await ended(five), fileOf([rowAt(9), rowAt(0)]))), true);
      assert.equal(
        hasUnknownMissing(await reopened(await ended(five), fileOf([rowAt(9), edited(1)]))),
        false,
      );
    });
  });

  it('has as many of several equal rows as the import had', async () => {
    const found = await reopened(await ended(five), fileOf([...rowsOf(6), rowAt(5), rowAt(5)]));
    assert.deepEqual([found.added, countOpen(found, 'notSent')], [2, 1]);
  });

  it('takes a large file that was not changed row by row', async () => {
    const found = await reopened(await ended(five), fileOf(rowsOf(6), { bytes: 100 }));
    const { row } = found.report.at(1) ?? assert.fail();
    assert.deepEqual([row.line, row.values, row.since], [3, rowAt(1).values, undefined]);
    assert.deepEqual(
      rowsOf(6).map(({ index }) => found.report.outcomeAt(index)),
      ['created', 'unknown', 'refused', 'absent', 'notReturned', 'notSent'],
    );
    assert.deepEqual(
      (await listOpen(found, 'absent', 'notSent')).map(({ index }) => index),
      [3, 5],
    );
  });
});

describe('the rows that are open', () => {
  const indexes = (rows: readonly ImportRow[]) => rows.map(({ index }) => index);

  it('are those of the outcomes that are wanted, less those that are held back or missing', async () => {
    const store = await ended([created(0), { outcome: 'unknown' }, { outcome: 'unknown' }]);
    const content = { ...fileOf([rowAt(4), rowAt(3), rowAt(2), rowAt(0)]), heldBack: new Map([[0, 'bad']]) };
    const found = await reopened(store, content);
    assert.deepEqual(indexes(await listOpen(found, 'unknown')), [2]);
    assert.deepEqual(indexes(await listOpen(found, 'notSent')), [3]);
    assert.deepEqual([countOpen(found, 'unknown', 'notSent'), countOpen(found, 'created')], [2, 1]);
    assert.deepEqual(await listOpen(found, 'refused'), []);
  });

  it('go by what is known when they are read', async () => {
    const found = await reopened(await ended(), fileOf(rowsOf(6)));
    const rows = openRows(found, ['notSent']);
    found.report.settle(rowAt(0), { outcome: 'present', contact: contactOf(rowAt(0)) });
    const read: number[] = [];
    for await (const group of rows) read.push(...indexes(group));
    assert.deepEqual(read, [1, 2, 3, 4, 5]);
  });

  it('leave alone, and never with the text of the file', async () => {
    const text = [header, ...rowsOf(6).map(({ record }) => record), ''].join('\r\n');
    const found = await reopened(
      await ended(five),
      fileOf(rowsOf(6), { whole: { text, records: [1, 2, 3, 4, 5, 6] } }),
    );
    assert.equal(found.source.whole, undefined);
    const calls = new ScriptedCalls(create);
    const run = new ImportRun(new TestParts(rowsOf(6), calls));
    await run.send(importContent(found.source, openRows(found, ['notSent', 'absent'])));
    assert.deepEqual(
      calls.files.map(({ bytes }) => placesIn(bytes)),
      [[3, 5]],
    );
  });
});

describe('the rows that were left', () => {
  const label = (outcome: string) => `it is ${outcome}`;
  const reasons = new Map([
    [2, 'row 2 was refused'],
    [3, 'row 3 is absent'],
    [5, 'row 5 was not sent'],
  ]);

  it('have the reason of their own, though lines were inserted, removed or moved', async () => {
    const now = [rowAt(9), rowAt(5), rowAt(8), rowAt(2), rowAt(1), rowAt(3)];
    const found = await reopened(await ended(five), fileOf(now));
    assert.deepEqual(await leftRows(found, new Map(), reasons, label), [
      { record: rowAt(5).record, reason: 'row 5 was not sent' },
      { record: rowAt(2).record, reason: 'row 2 was refused' },
      { record: rowAt(3).record, reason: 'row 3 is absent' },
    ]);
  });

  it('are with them those whose number is there under another name', async () => {
    const found = await reopened(await ended(five), fileOf(rowsOf(6)));
    const records = async () =>
      (await leftRows(found, new Map(), new Map(), label)).map(({ record }) => record);
    const contact = contactOf(rowAt(1));
    found.report.settle(rowAt(1), { outcome: 'present', contact });
    assert.equal((await records()).includes(rowAt(1).record), false);
    found.report.settle(rowAt(1), { outcome: 'present', contact, note: { kind: 'otherName' } });
    assert.equal((await records()).includes(rowAt(1).record), true);
  });

  it('have no reason that was told of another name than they have now', async () => {
    const row = rowAt(1);
    const now = { ...row, values: { ...row.values, firstName: 'Xavier' }, record: 'mended' };
    const note = { kind: 'otherName' } as const;
    const found: RowResult = { outcome: 'present', contact: contactOf(row), note };
    const content = fileOf([rowAt(0), now]);
    const reasonOf = async (file: SendableRows) => {
      const left = await leftRows(
        await reopened(await ended([created(0), found]), file),
        new Map(),
        new Map([[1, 'under “Xavier”']]),
        label,
      );
      return left.map(({ record, reason }) => [record, reason]);
    };
    assert.deepEqual(await reasonOf(content), [['mended', label('present')]]);
    assert.deepEqual((await reasonOf(fileOf([rowAt(0), row])))[0], [row.record, 'under “Xavier”']);
  });

  it('are told when the file no longer has them, as they were removed or have another number since', async () => {
    const renumbered = { ...rowAt(3), values: { ...rowAt(3).values, cellPhoneNumber: '9876512345' } };
    const found = await reopened(await ended(five), fileOf([rowAt(0), rowAt(5), renumbered]));
    assert.deepEqual(leftMissing(found, new Map()), [2, 3]);
    assert.deepEqual(leftMissing(await reopened(await ended(five), fileOf(rowsOf(6))), new Map()), []);
  });

  it('are, of a mapped copy, as they stand in the user’s file', async () => {
    const mapped = rowsOf(6).map((row) => ({ ...row, inFile: `in the file: ${row.index}` }));
    const original = { header: 'Full Name;Phone', newline: '\r\n', delimiter: ';' };
    const found = await reopened(await ended(five), fileOf(mapped, { original }));
    assert.deepEqual(found.source.original, original);
    assert.deepEqual(
      (await leftRows(found, new Map(), reasons, label)).map(({ record }) => record),
      ['in the file: 2', 'in the file: 3', 'in the file: 5'],
    );
  });

  it('have that for which they are held back first, and otherwise what became of them', async () => {
    const content = { ...fileOf(rowsOf(6)), heldBack: new Map([[5, 'no name']]) };
    const found = await reopened(await ended(five), content);
    assert.deepEqual(
      (await leftRows(found, new Map(), new Map(), label)).map(({ reason }) => reason),
      ['it is refused', 'it is absent', 'no name'],
    );
  });
});

describe('rows that another import has sent', () => {
  /** An import that left six rows out, all but the first, and another one that has this to tell of them. */
  async function beside(told: readonly RowResult[]): Promise<MemoryLedgerStore> {
    const store = await ended([created(0)]);
    const other = await ImportLedger.begin(store, about(6, { id: 'import-2', key: hasher.key }));
    await other.rows(
      0,
      rowsOf(6).map(({ values }) => hasher.row(values)),
    );
    await other.settled(rowsOf(told.length), told, { startedAt: 1_000, endedAt: 2_000 });
    await other.end();
    return store;
  }
  const told: readonly RowResult[] = [
    { outcome: 'unknown' },
    created(1),
    { outcome: 'present', contact: contactOf(rowAt(2)) },
    { outcome: 'absent' },
    { outcome: 'refused' },
  ];

  for (const bytes of [undefined, 100]) {
    const what = bytes === undefined ? 'a document' : 'a large file';
    it(`are left out of a resume if they are on the stream, and looked for if they may be: of ${what}`, async () => {
      const found = await reopened(await beside(told), fileOf(rowsOf(6), bytes ? { bytes } : {}));
      assert.deepEqual(
        (await listOpen(found, 'notSent')).map(({ index }) => index),
        [3, 4, 5],
      );
      assert.equal(countOpen(found, 'notSent'), 3);
      assert.deepEqual([countElsewhere(found, 'notSent'), countElsewhere(found, 'refused')], [2, 0]);
      const leftOutOf = leftOutIn(found);
      assert.deepEqual(
        rowsOf(6).map(({ index }) => leftOutOf(index)?.is ?? ''),
        ['', 'created', 'present', '', '', ''],
      );
      const { own, elsewhere } = await rowsToLookFor(found, found.record, 'notSent');
      assert.deepEqual(own, []);
      assert.deepEqual(
        Array.from(elsewhere, ([{ index }, { request }]) => [index, request]),
        [[3, { startedAt: 1_000, endedAt: 2_000 }]],
      );
    });
  }

  it('are told to be under another name where they were found so, and not where they were edited since', async () => {
    const note = { kind: 'otherName' } as const;
    const found: RowResult = { outcome: 'present', contact: contactOf(rowAt(0)), note };
    const history = new ImportHistory(await ended([found]));
    const earlier = await history.earlierOn(about(6).stream, hasher.key, () =>
      hashesOf(fileOf(rowsOf(1)).source, hasher),
    );
    const told = earlier.at(hasher.row(rowAt(0).values));
    assert.deepEqual({ ...told, at: '' }, { is: 'present', isOtherName: true, at: '' });
    const now = { ...rowAt(0).values, firstName: 'Xavier' };
    const others = await history.earlierOn(about(6).stream, hasher.key, () =>
      hashesOf(fileOf([{ ...rowAt(0), values: now }]).source, hasher),
    );
    const past = new PastFinder(others).next(hasher.row(now));
    assert.deepEqual({ ...past?.told, at: '' }, { is: 'present', at: '' });
  });

  it('are recognised in a large file whose rows the import never named', async () => {
    const store = await beside(told);
    const lines = store.texts.get('import-1') ?? assert.fail();
    store.texts.set(
      'import-1',
      lines.filter((line) => !line.includes('"t":"rows"')),
    );
    const found = await reopened(store, fileOf(rowsOf(6), { bytes: 100 }));
    assert.equal(countElsewhere(found, 'notSent'), 2);
  });

  it('are looked for by the request with which they left last, whichever import that was', async () => {
    const all = ['notSent', 'absent', 'unknown', 'refused'] as const;
    const outcomes = [{ outcome: 'absent' }, { outcome: 'unknown' }, { outcome: 'refused' }] as const;
    for (const [endedAt, ofOthers] of [
      [9_000, [0, 1, 2, 3]],
      [5_000, [3]],
    ] as const) {
      const store = new MemoryLedgerStore();
      const begin = async (id: string) => {
        const file = { uri, hash: hasher.file(digest) };
        const ledger = await ImportLedger.begin(store, about(6, { id, file, key: hasher.key }));
        await ledger.rows(
          0,
          rowsOf(6).map(({ values }) => hasher.row(values)),
        );
        return ledger;
      };
      const own = await begin('import-1');
      await own.settled(rowsOf(3), outcomes, { startedAt: 6_000, endedAt: 7_000 });
      await own.missed(rowsOf(3), 8_000);
      await own.end();
      const other = await begin('import-2');
      const unknown = rowsOf(4).map(() => ({ outcome: 'unknown' }) as const);
      await other.settled(rowsOf(4), unknown, { startedAt: 4_000, endedAt });
      await other.end();
      const found = await reopened(store, fileOf(rowsOf(6)));
      const rows = await rowsToLookFor(found, found.record, ...all);
      assert.equal(countToLookFor(found, ...all), 4);
      const request = { startedAt: 4_000, endedAt };
      assert.deepEqual(
        Array.from(rows.elsewhere, ([{ index }, past]) => [index, past]),
        ofOthers.map((place) => [place, { request }]),
      );
      const places = rows.own.map(({ index }) => index);
      assert.deepEqual(
        places,
        [0, 1, 2].filter((place) => !(ofOthers as readonly number[]).includes(place)),
      );
    }
  });

  it('are looked at again, and named only if they are others than were asked about', async () => {
    const store = await beside([created(0)]);
    const history = new ImportHistory(store);
    const found = await reopened(store, fileOf(rowsOf(6)));
    assert.equal((await lookAgain(found, { history, hasher })).isAsAsked, true);
    const ledger = await ImportLedger.resume(store, 'import-2');
    await ledger.settled(rowsOf(6).slice(1, 3), [created(1), { outcome: 'refused' }]);
    await ledger.end();
    const { reopened: again, isAsAsked } = await lookAgain(found, { history, hasher });
    assert.equal(isAsAsked, false);
    assert.deepEqual(
      [...new Map(again.elsewhere).keys()].sort(),
      [...new Set([...new Map(found.elsewhere).keys(), 1, 2])].sort(),
    );
    assert.equal((await lookAgain(again, { history, hasher })).isAsAsked, true);
  });

  it('may be more than are recognised, where a ledger cannot be read: that is told, and asked about again', async () => {
    const store = await beside([created(0)]);
    const history = new ImportHistory(store);
    const found = await reopened(store, fileOf(rowsOf(6)));
    assert.equal(found.unreadable, 0);
    store.texts.set('torn', ['{"t":"run","v":1,"id']);
    const { reopened: again, isAsAsked } = await lookAgain(found, { history, hasher });
    assert.deepEqual([again.unreadable, isAsAsked], [1, false]);
    store.texts.delete('torn');
    // Its own, too: the names of its rows are lost.
    const lines = store.texts.get('import-1') ?? assert.fail();
    store.texts.set(
      'import-1',
      lines.filter((line) => !line.includes('"t":"rows"')),
    );
    const own = await reopened(store, fileOf(rowsOf(6)));
    assert.equal(own.unreadable, 1);
    assert.equal((await lookAgain(own, { history, hasher })).isAsAsked, true);
  });

  it('are not offered for anything when an import that was resumed ends, nor are others that are closed', async () => {
    const rows = [created(0), created(1), created(2)];
    const actions = (found: Reopened) =>
      endReport(
        { why: 'done' },
        { counts: found.report.counts, closed: closedIn(found), isRefusedAlone: false },
      ).actions;
    const without = (...places: readonly number[]) =>
      rowsOf(6).filter(({ index }) => !places.includes(index));
    // Rows 1 and 2 are elsewhere, the others are open.
    const store = await beside(rows);
    assert.deepEqual(actions(await reopened(store, fileOf(rowsOf(6)))), ['resume', 'saveRest']);
    assert.deepEqual(actions(await reopened(store, fileOf(without(3, 4, 5)))), []);
    assert.deepEqual(actions(await reopened(store, fileOf(without(0, 1, 2, 3, 4)))), ['resume', 'saveRest']);
    // A row that is held back and elsewhere is one row that is closed, and one that was created is none.
    const held = (...places: readonly number[]) => ({
      ...fileOf(rowsOf(6)),
      heldBack: new Map(places.map((place) => [place, 'no name'])),
    });
    assert.deepEqual(actions(await reopened(store, held(0, 1, 2, 3, 4))), ['resume', 'saveRest']);
    assert.deepEqual(actions(await reopened(store, held(3, 4, 5))), ['saveRest']);
    const refused = await beside([created(0), { outcome: 'refused' }]);
    assert.deepEqual(actions(await reopened(refused, held(1, 2, 3, 4, 5))), ['saveRest']);
    const own = await ended([...rows, { outcome: 'refused' }, created(4), created(5)]);
    assert.deepEqual(actions(await reopened(own, fileOf(rowsOf(6)))), ['findRefused', 'saveRest']);
    assert.deepEqual(actions(await reopened(own, fileOf(without(3)))), []);
    assert.deepEqual(actions(await reopened(own, held(3))), ['saveRest']);
  });

  for (const [what, began, isOpen] of [
    ['an older one created, and this one sent all the same: it may have been deleted', 1_000, true],
    ['a later one created', 3_000, false],
  ] as const) {
    it(`are ${isOpen ? '' : 'not '}looked for when they are unknown and ${what}`, async () => {
      const store = new MemoryLedgerStore();
      const names = rowsOf(6).map(({ values }) => hasher.row(values));
      for (const [id, at, result] of [
        ['import-1', 2_000, { outcome: 'unknown' }],
        ['import-2', began, created(0)],
      ] as const) {
        const file = { uri, hash: hasher.file(digest) };
        const ledger = await ImportLedger.begin(store, about(6, { id, file, key: hasher.key }), () => at);
        await ledger.rows(0, names);
        await ledger.settled([rowAt(0)], [result]);
        await ledger.end();
      }
      const found = await reopened(store, fileOf(rowsOf(6)));
      assert.equal(countOpen(found, 'unknown'), Number(isOpen));
      assert.equal(countElsewhere(found, 'unknown'), Number(!isOpen));
      assert.equal((await rowsToLookFor(found, found.record, 'unknown')).own.length, Number(isOpen));
      const { stream } = found.record.begun;
      const earlier = await new ImportHistory(store).earlierOn(
        stream,
        hasher.key,
        () => Promise.resolve(new Set(names)),
        'import-1',
      );
      assert.equal(await countLeft(found.record, earlier, 'unknown'), Number(isOpen));
    });
  }

  it('are no reason to offer a resume', async () => {
    const store = await beside(rowsOf(6).map(({ index }) => created(index)));
    const history = new ImportHistory(store);
    const { record } = (await history.read('import-1')) ?? assert.fail();
    const stream = record.begun.stream;
    const ask = () => record.hashesOf('notSent');
    const left = async (except?: string) =>
      countLeft(record, await history.earlierOn(stream, hasher.key, ask, except), 'notSent');
    assert.equal(await left('import-1'), 0);
    assert.equal(await left('import-2'), 5);
  });
});

describe('the rest of a large file', () => {
  it('is named as it is read, so that its rows are known when the file is sent again', async () => {
    const store = new MemoryLedgerStore();
    const ledger = await ImportLedger.begin(
      store,
      about(6, { file: { uri, hash: hasher.file(digest) }, key: hasher.key }),
    );
    // It was cut off before the others were read.
    const [first, ...others] = rowsOf(6);
    assert.ok(first);
    await ledger.rows(0, [hasher.row(first.values)]);
    await ledger.settled([first], [created(0)]);
    await ledger.end();
    const history = new ImportHistory(store);
    const content = fileOf(rowsOf(6), { bytes: 1_000 });
    const found = await reopen('import-1', { history, hasher, contentOf: () => Promise.resolve(content) });
    assert.ok(found.ok);
    const resumed = await ImportLedger.resume(store, 'import-1');
    const rest = restContent(found.reopened, ['notSent'], resumed, hasher);
    const parts = new TestParts(rowsOf(6), new ScriptedCalls(create), { journal: resumed });
    await new ImportRun(parts).send(rest);
    await resumed.end();
    const earlier = await history.earlierOn(about(6).stream, hasher.key, () =>
      hashesOf(content.source, hasher),
    );
    assert.deepEqual(
      others.map(({ values }) => earlier.at(hasher.row(values))?.is),
      others.map(() => 'created'),
    );
  });
});
