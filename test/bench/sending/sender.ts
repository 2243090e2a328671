// Sends a CSV from disk with everything that the extension does for it, ledger included, but no pace.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deserialize } from 'node:v8';
import { createPhoneNumbers } from '../../../src/core/contact/phone';
import {
  FileSource,
  FileLedgerStore,
  Hasher,
  ImportReport,
  ImportRun,
  RequestQueues,
  ImportLedger,
  StreamClient,
  largestBatchBytes,
  newHashKey,
  importContent,
  defaultRetryPolicy,
  signingKey,
  tapped,
  type CheckedFile,
} from '../../../src/core/delivery';
import { measureOnce } from './process';
import { plans } from '../../support/delivery/knowledge';

/** What the servers beside this print. */
interface Target {
  readonly host: string;
  readonly streamId: string;
  readonly clientId: string;
  readonly secret: string;
}

const [, , checkedFile = '', target = '{}'] = process.argv;

async function send(): Promise<void> {
  const { secret, ...stream } = JSON.parse(target) as Target;
  const key = signingKey(secret);
  if (key === undefined) throw new Error('There is no secret.');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-bench-'));
  try {
    const source = new FileSource(deserialize(fs.readFileSync(checkedFile)) as CheckedFile);
    const hasher = new Hasher(newHashKey(), plans);
    const ledger = await ImportLedger.begin(new FileLedgerStore(folder), {
      id: randomUUID(),
      file: { uri: 'file:///bench', hash: hasher.file(source.digest) },
      stream: { name: 'bench', host: stream.host, streamId: stream.streamId },
      rows: source.rowCount,
      key: hasher.key,
    });
    const report = new ImportReport(source.rowCount, { created: false, texts: false, most: 10_000 });
    const run = new ImportRun({
      calls: new StreamClient(
        { stream: { name: 'bench', ...stream }, key },
        { timeoutMs: 120_000, expiresInSeconds: 300, userAgent: 'agentassist-contacts/bench' },
      ),
      queue: new RequestQueues().to(stream.host, Infinity),
      journal: ledger,
      mayLeave: () => true,
      control: { stop: new AbortController().signal, giveUp: new AbortController().signal },
      retryPolicy: defaultRetryPolicy,
      limits: { rows: 1_000, bytes: largestBatchBytes },
      plans: createPhoneNumbers(),
      knownIds: () => Promise.resolve({ has: () => false, isEmpty: true }),
      settle: report.settle,
      answered: (_, unmatched) => report.addUnmatched(unmatched),
      watch: () => undefined,
    });
    const named = tapped(source.groups(), (group) =>
      ledger.rows(
        group[0]?.index ?? 0,
        group.map(({ values }) => hasher.row(values)),
      ),
    );
    const end = await run.send(importContent(source, named));
    await ledger.end();
    if (end.why !== 'done' || report.counts.notSent > 0)
      throw new Error(`The import ended: ${JSON.stringify(end)}`);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

void measureOnce(send);
