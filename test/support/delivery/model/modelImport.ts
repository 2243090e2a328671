import {
  defaultRetryPolicy,
  ImportHistory,
  ImportLedger,
  ImportRun,
  type Activity,
  type Control,
  type ImportEnd,
  type ImportParts,
  type ImportRow,
} from '../../../../src/core/delivery';
import { RequestQueue } from '../../../../src/core/delivery/run/requestQueue';
import { idsIn, plans } from '../knowledge';
import { about } from '../ledgers';
import { MemoryLedgerStore } from '../memoryStore';
import { RecordedOutcomes } from '../recordedOutcomes';
import { outgoingOf } from '../rows';
import type { ModelStream } from './modelStream';

/** What a test may do otherwise. */
export interface ModelImportOptions {
  readonly batchRows?: number;
  readonly id?: string;
  readonly store?: MemoryLedgerStore;
  readonly queue?: RequestQueue;
  /** How the user ends each action. */
  readonly control?: () => Control;
  readonly watch?: (activity: Activity) => void;
}

/** An import to a model of a stream, with its ledger, and with the patience of a person. */
export class ModelImport {
  readonly claims: RecordedOutcomes;
  readonly activities: Activity[] = [];
  readonly store: MemoryLedgerStore;
  private readonly id: string;

  constructor(
    readonly rows: readonly ImportRow[],
    readonly stream: ModelStream,
    private readonly options: ModelImportOptions = {},
  ) {
    this.claims = new RecordedOutcomes(rows);
    this.store = options.store ?? new MemoryLedgerStore();
    this.id = options.id ?? 'import-1';
  }

  async send(): Promise<ImportEnd> {
    const ledger = await ImportLedger.begin(this.store, about(this.rows.length, { id: this.id }));
    return await this.run(ledger, (run) => run.send(outgoingOf(this.rows)));
  }

  /** As Resume does: what left without an answer is looked for and sent again in one action. */
  async resume(): Promise<ImportEnd> {
    const again = this.claims.rowsWith('unknown', 'absent');
    return await this.followUp((run) => run.sendAgain(outgoingOf(this.claims.rowsWith('notSent')), again));
  }

  async lookUp(): Promise<ImportEnd> {
    const unknown = this.claims.rowsWith('unknown');
    return await this.followUp((run) => run.lookUp(unknown));
  }

  async findRefused(): Promise<ImportEnd> {
    const refused = this.claims.rowsWith('refused');
    return await this.followUp((run) => run.findRefused(outgoingOf([]), refused));
  }

  async followUp(work: (run: ImportRun) => Promise<ImportEnd>): Promise<ImportEnd> {
    // As the extension does: the past is read before the ledger is taken up again.
    const past = (await new ImportHistory(this.store).read(this.id))?.record;
    return await this.run(await ImportLedger.resume(this.store, this.id), work, past);
  }

  private async run(
    ledger: ImportLedger,
    work: (run: ImportRun) => Promise<ImportEnd>,
    past?: ImportParts['past'],
  ): Promise<ImportEnd> {
    const never = new AbortController().signal;
    const parts: ImportParts = {
      calls: this.stream,
      queue: this.options.queue ?? new RequestQueue(Infinity),
      journal: ledger,
      mayLeave: () => true,
      control: this.options.control?.() ?? { stop: never, giveUp: never },
      retryPolicy: defaultRetryPolicy,
      limits: { rows: this.options.batchRows ?? 10, bytes: 900_000 },
      plans,
      knownIds: () => idsIn(this.store),
      past,
      settle: this.claims.settle,
      answered: () => undefined,
      watch: (activity) => {
        this.activities.push(activity);
        this.options.watch?.(activity);
      },
    };
    try {
      return await work(new ImportRun(parts));
    } finally {
      await ledger.end();
    }
  }
}
