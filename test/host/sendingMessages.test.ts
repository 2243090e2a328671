import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OutcomeCounts } from '../../src/core/delivery/index';
import { enumerated, listed, shownPercent } from '../../src/editor/counted';
import { verificationMessage } from '../../src/editor/delivery/verification';
import { requestsLine } from '../../src/editor/duration';
import { fileMissing } from '../../src/editor/fileMissing';
import { shownPath } from '../../src/editor/files';
import { resumeMessage } from '../../src/editor/history/confirmFollowUp';
import { columnLines } from '../../src/editor/sending/columnMessages';
import { questionMessage, whereTo } from '../../src/editor/sending/confirm';
import {
  brokeOffMessage,
  cancelledMessage,
  doubtMessage,
  notReturnedMessage,
  summaryMessage,
  wholeRequestMessage,
} from '../../src/editor/sending/outcomeMessages';
import { progressMessage } from '../../src/editor/sending/progressMessages';

const none: OutcomeCounts = {
  created: 0,
  present: 0,
  refused: 0,
  notReturned: 0,
  unknown: 0,
  absent: 0,
  notSent: 0,
};

describe('what is said while an import goes on', () => {
  const say = (...[activity, seconds = 0]: [Parameters<typeof progressMessage>[0], number?]) =>
    progressMessage(activity, 1000, 2500, seconds);

  it('counts down whatever it waits for', () => {
    assert.equal(
      say({ kind: 'pacing', ms: 12_000, perMinute: 60 }, 12),
      '1,000 of 2,500 rows. Waiting 12 s: the limit of 60 requests a minute is reached',
    );
    assert.equal(
      say({ kind: 'waiting', why: 'rateLimit', ms: 30_000 }, 30),
      '1,000 of 2,500 rows. The stream asks to wait: 30 s',
    );
    assert.equal(
      say({ kind: 'waiting', why: 'connection', ms: 4_000 }, 4),
      '1,000 of 2,500 rows. No connection, trying again in 4 s',
    );
    assert.equal(
      say({ kind: 'settling', ms: 125_000 }, 125),
      '1,000 of 2,500 rows. Looking for rows on the stream in 125 s. [Skip](command:agentassistContacts.skipLook)',
    );
  });

  it('names rows and contacts in the right number', () => {
    assert.equal(progressMessage({ kind: 'sending', rows: 1 }, 0, 1, 0), '0 of 1 row');
    assert.match(say({ kind: 'reading', contacts: 1 }), /: 1 contact read$/);
    assert.match(say({ kind: 'reading', contacts: 1, total: 1200 }), /: 1 of 1,200 contacts read$/);
  });
});

describe('how long it takes', () => {
  it('is not told below ten seconds, then in seconds, and in minutes from two on', () => {
    assert.equal(requestsLine(8, 8_000), 'Requests: 8');
    assert.equal(requestsLine(41, 41_000), 'Requests: 41, about 45 seconds');
    assert.equal(requestsLine(100, 100_000), 'Requests: 100, about 100 seconds');
    assert.equal(requestsLine(121, 121_000), 'Requests: 121, about 3 minutes');
    assert.equal(requestsLine(6_000, 6_000_000), 'Requests: 6,000, about 100 minutes');
  });
});

describe('what is said of an import that ended', () => {
  it('counts outcomes, and tells rows that were held back from others that were not sent', () => {
    const counts = { ...none, refused: 24, notSent: 5 };
    assert.equal(summaryMessage(counts), '24 refused, 5 not sent.');
    assert.equal(summaryMessage(counts, 3), '24 refused, 2 not sent, 3 not sent because of errors.');
    assert.equal(summaryMessage(counts, 5), '24 refused, 5 not sent because of errors.');
  });

  it('says once that rows may exist, and what to do', () => {
    assert.equal(
      doubtMessage(300),
      '300 rows got no clear answer and may exist. Look them up before you send this file again.',
    );
    assert.equal(
      doubtMessage(1),
      '1 row got no clear answer and may exist. Look it up before you send this file again.',
    );
    assert.equal(notReturnedMessage(1, 2), '1 of 2 rows is missing from the stream’s answer.');
    assert.equal(notReturnedMessage(1, 1), '1 of 1 row is missing from the stream’s answer.');
    assert.equal(notReturnedMessage(2, 1200), '2 of 1,200 rows are missing from the stream’s answer.');
  });
});

describe('what is said of an import that ended early', () => {
  const counts = { ...none, created: 1_000, notSent: 500 };
  const cases = [
    [cancelledMessage('known', counts), 'Cancelled. 1,000 created, 500 not sent.'],
    [cancelledMessage('nothing', counts), 'Cancelled. No contact was created.'],
    [
      cancelledMessage('doubt', { ...counts, unknown: 1 }),
      'Cancelled: 1 row got no clear answer and may exist. Look it up before you send this file again.',
    ],
    [
      brokeOffMessage('known', counts),
      'The import stopped because of an error. 1,000 created, 500 not sent.',
    ],
    [
      brokeOffMessage('doubt', { ...counts, unknown: 2 }),
      'The import stopped because of an error: 2 rows got no clear answer and may exist. Look them up before you send this file again.',
    ],
    [
      wholeRequestMessage({ ...none, refused: 24 }, 0),
      '24 refused. Whole requests were refused, and some of their rows may exist.',
    ],
  ];
  for (const [said = '', wanted = ''] of cases) {
    it(`is one message: ${wanted}`, () => {
      assert.equal(said, wanted);
    });
  }
});

describe('lists and questions', () => {
  it('are whole sentences', () => {
    const stream = { name: 'Support {0}', host: 'https://a.example', streamId: 'st-1', clientId: 'cs-1' };
    assert.equal(questionMessage(1, stream), 'Send 1 contact to “Support {0}”?');
    const names = Array.from({ length: 12 }, (_, at) => `c${at}`);
    assert.deepEqual(columnLines({ besides: names, ownColumns: [] }), [
      'Other columns are sent too: “c0”, “c1”, “c2”, “c3”, “c4”, “c5”, “c6”, “c7”, “c8”, “c9”, and 2 more.',
    ]);
    assert.deepEqual(columnLines({ besides: [' '], ownColumns: [] }), [
      'Another column is sent too: (no name).',
    ]);
    assert.equal(listed(['1 created', '2 refused']), '1 created, 2 refused');
    assert.equal(enumerated(['1 error', '2 warnings']), '1 error and 2 warnings');
    assert.equal(shownPercent(0.42), '42%');
  });

  it('never ask to send no contact', () => {
    const stream = { name: 'Support', host: 'https://a.example', streamId: 'st-1', clientId: 'cs-1' };
    assert.equal(resumeMessage(1, 3, stream), 'Send 1 contact to “Support”?');
    assert.equal(resumeMessage(0, 3, stream), '3 rows may exist on “Support”. Send them again?');
  });

  it('name a file by its path in the workspace, saved or not', () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const saved = vscode.Uri.joinPath(folder, 'lists/contacts.csv');
    const names = [saved, saved.with({ scheme: 'untitled' }), vscode.Uri.parse('untitled:Untitled-1')].map(
      shownPath,
    );
    assert.deepEqual(names, ['lists/contacts.csv', 'lists/contacts.csv', 'Untitled-1']);
  });

  it('tell in words where it goes, and that the stream is protected', () => {
    const stream = { name: 'Support', host: 'https://a.example', streamId: 'st-1', clientId: 'cs-1' };
    assert.deepEqual(whereTo(stream), ['Stream: Support (st-1)', 'Host: https://a.example']);
    assert.equal(whereTo({ ...stream, protected: true })[0], 'Stream: Support (st-1), protected');
  });

  it('say of a stream no more than is proven', () => {
    assert.equal(
      verificationMessage({ host: 'works', credentials: 'fails', scope: 'unknown' }),
      'The host works, but the stream ID or token does not; the scope was not checked',
    );
  });
});

describe('what is said of an import whose file is not there', () => {
  const file = vscode.Uri.file('/lists/a.csv');
  const missing = (uri: vscode.Uri, again?: () => Promise<void>) => {
    const { message, remedy } = fileMissing(uri, 'i1', again);
    return [message, remedy?.label];
  };

  it('asks for one that was moved, and not for a list that never was a file', () => {
    const again = () => Promise.resolve();
    assert.deepEqual(missing(file, again), [
      'a.csv was not found. If it was renamed or moved, choose it.',
      'Choose the File…',
    ]);
    assert.deepEqual(missing(file.with({ scheme: 'untitled' }), again), [
      'a.csv was closed without being saved. Export its results as CSV and send that file: rows that are on the stream are skipped.',
      'Export Results…',
    ]);
    assert.deepEqual(missing(file.with({ scheme: 'untitled' })), [
      'a.csv was closed without being saved.',
      undefined,
    ]);
  });
});
