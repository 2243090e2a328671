import assert from 'node:assert/strict';
import fs from 'node:fs';
import {
  ImportRun,
  StreamClient,
  type ContactCalls,
  type FileLedgerStore,
  type ImportParts,
  type ImportEnd,
  ImportHistory,
  ImportLedger,
  signingKey,
} from '../../../src/core/delivery';
import { RequestQueue } from '../../../src/core/delivery/run/requestQueue';
import { startSandbox, type Fault, type RepeatedNumberPolicy, type Sandbox } from '../sandbox';
import { RawServer } from '../rawServer';
import { RecordedOutcomes } from './recordedOutcomes';
import { idsIn, plans } from './knowledge';
import { about } from './ledgers';
import { settleAll } from './followUps';
import type { ElsewhereName, Obstacle } from './obstacles';
import { shortRetryPolicy } from './parts';
import { batchRows, known, plain, rows } from './matrixCases';
import { numberOf, outgoingOf, rowAt } from './rows';
import {
  assertAllSettled,
  assertLedgerAgrees,
  assertNothingResent,
  assertRefusedAreNotThere,
  assertTrue,
} from './invariants';

/** Hosts at which no request arrives. */
export class UnreachableHosts {
  private constructor(
    readonly hosts: Readonly<Record<ElsewhereName, string>>,
    private readonly server: RawServer,
  ) {}

  static async open(): Promise<UnreachableHosts> {
    const fixture = (name: string) => fs.readFileSync(`test/fixtures/tls/${name}`);
    const closed = await RawServer.start(() => undefined);
    const { origin } = closed;
    await closed.stop();
    const secure = { key: fixture('key.pem'), cert: fixture('expired.pem') };
    const server = await RawServer.start(() => undefined, secure);
    const hosts = {
      closed: origin,
      nameless: 'https://agentassist.invalid',
      expired: `https://localhost:${server.port}`,
    };
    return new UnreachableHosts(hosts, server);
  }

  close(): Promise<void> {
    return this.server.stop();
  }
}

/** What happens to the import requests of one import, by their numbers from 0. */
export interface Trouble {
  readonly act: Obstacle['act'];
  readonly when: Fault['when'];
  readonly hits: (request: number) => boolean;
  /** What happens to reads of the list, by their numbers. */
  readonly onList?: (request: number) => Fault | undefined;
}

/** One sandbox, used for one import after another. */
export class MatrixBench {
  private trouble: Trouble | undefined;
  private imports = 0;
  private lists = 0;
  private readonly client: StreamClient;
  private readonly impatient: StreamClient;

  private constructor(
    private readonly sandbox: Sandbox,
    private readonly elsewhere: Readonly<Record<ElsewhereName, StreamClient>>,
  ) {
    this.client = clientOf(sandbox, sandbox.host);
    // Long enough for the request to arrive on a busy machine, for that is what the tests tell apart.
    this.impatient = clientOf(sandbox, sandbox.host, 500);
  }

  static async open(repeatedNumber: RepeatedNumberPolicy, { hosts }: UnreachableHosts): Promise<MatrixBench> {
    const sandbox: Sandbox = await startSandbox({
      repeatedNumber,
      // Two pages for a dozen contacts.
      pageSizeCap: 8,
      faults: ({ call }) => bench.fault(call),
    });
    const bench = new MatrixBench(sandbox, {
      closed: clientOf(sandbox, hosts.closed),
      nameless: clientOf(sandbox, hosts.nameless),
      expired: clientOf(sandbox, hosts.expired),
    });
    return bench;
  }

  get witness(): Pick<Sandbox, 'contacts' | 'arrivals'> {
    return this.sandbox;
  }

  close(): Promise<void> {
    return this.sandbox.stop();
  }

  /** Begins anew, with a contact that somebody else made, which has a row's number. */
  async begin(trouble: Trouble): Promise<void> {
    this.trouble = undefined;
    this.sandbox.reset();
    const answer = await this.client.importContacts(fileOfSomebody(), new AbortController().signal);
    if (!answer.ok) throw new Error(`the sandbox is not ready: ${answer.failure.reason}`);
    [this.imports, this.lists] = [0, 0];
    this.trouble = trouble;
  }

  /** The calls of the client, the troubled ones among them. */
  get calls(): ContactCalls {
    return {
      importContacts: async (file, signal) => {
        const client = this.clientFor(this.imports);
        try {
          return await client.importContacts(file, signal);
        } finally {
          this.imports++;
        }
      },
      listContacts: (page, signal) => this.client.listContacts(page, signal),
    };
  }

  private clientFor(request: number): StreamClient {
    const { trouble } = this;
    if (!trouble?.hits(request)) return this.client;
    if (typeof trouble.act === 'string') return this.elsewhere[trouble.act];
    return trouble.act.kind === 'hang' ? this.impatient : this.client;
  }

  private fault(call: 'import' | 'list'): Fault | undefined {
    const { trouble } = this;
    if (call === 'list') return trouble?.onList?.(this.lists++);
    if (!trouble?.hits(this.imports) || typeof trouble.act === 'string') return undefined;
    return { when: trouble.when, act: trouble.act };
  }
}

/** One import with its ledger on the disk. */
export class MatrixImport {
  readonly claims = new RecordedOutcomes(rows);

  constructor(
    readonly bench: MatrixBench,
    readonly store: FileLedgerStore,
    readonly id: string,
  ) {}

  async send(): Promise<ImportEnd> {
    const ledger = await ImportLedger.begin(this.store, about(rows.length, { id: this.id }));
    return await this.run(ledger, (run) => run.send(outgoingOf(rows)));
  }

  readonly followUp = async (work: (run: ImportRun) => Promise<ImportEnd>): Promise<ImportEnd> => {
    const past = (await new ImportHistory(this.store).read(this.id))?.record;
    return await this.run(await ImportLedger.resume(this.store, this.id), work, past);
  };

  private async run(
    ledger: ImportLedger,
    work: (run: ImportRun) => Promise<ImportEnd>,
    past?: ImportParts['past'],
  ): Promise<ImportEnd> {
    const parts: ImportParts = {
      calls: this.bench.calls,
      queue: new RequestQueue(Infinity),
      journal: ledger,
      mayLeave: () => true,
      control: { stop: new AbortController().signal, giveUp: new AbortController().signal },
      retryPolicy: shortRetryPolicy,
      past,
      limits: { rows: batchRows, bytes: 900_000 },
      plans,
      knownIds: () => idsIn(this.store),
      settle: this.claims.settle,
      answered: () => undefined,
      watch: () => undefined,
    };
    try {
      return await work(new ImportRun(parts));
    } finally {
      await ledger.end();
    }
  }
}

/** Does what the user can still do, after which every row must be settled for good, and as truly. */
export async function assertSettledForGood(
  { bench, store, id, claims, followUp }: MatrixImport,
  policy: RepeatedNumberPolicy,
): Promise<void> {
  await settleAll(claims, followUp);
  assertTrue(claims, bench.witness);
  assertRefusedAreNotThere(claims, bench.witness);
  assertAllSettled(claims);
  await assertLedgerAgrees(claims, new ImportHistory(store), id);
  // Only a file that is refused as a whole may be sent again.
  assertNothingResent(bench.witness, ({ stored }) => policy !== 'refuseFile' || stored > 0);
  for (const { index } of plain) assert.match(claims.of(index).outcome, /^(created|present)$/);
}

function clientOf(
  { streamId, clientId, clientSecret }: Sandbox,
  host: string,
  timeoutMs = 20_000,
): StreamClient {
  const key = signingKey(clientSecret);
  if (key === undefined) throw new Error('the sandbox has no secret');
  const stream = { name: 'Matrix', host, streamId, clientId };
  return new StreamClient({ stream, key }, { timeoutMs, expiresInSeconds: 300, userAgent: 'test' });
}

function fileOfSomebody() {
  const { record } = rowAt(-1, numberOf(known));
  return { name: 'before.csv', bytes: Buffer.from(`${outgoingOf([]).header}\r\n${record}\r\n`) };
}
