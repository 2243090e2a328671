import * as vscode from 'vscode';
import { sandboxName } from '../../core/stream/name';
import type { Log } from '../log';
import type { ListedStream, StreamWithSecret } from './listed';

/** What is needed of a running sandbox. */
export interface RunningSandbox {
  readonly host: string;
  readonly streamId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accountId?: string;
  stop(): Promise<void>;
}

/** Starts a sandbox on a free loopback port; `log` takes a line for each of its requests. With problems: for practice. */
export type SandboxStarter = (log: (line: string) => void, practice: boolean) => Promise<RunningSandbox>;

/** The one place that reaches src/sandbox. Its code is loaded here, on first use. */
export const loadSandbox: SandboxStarter = async (log, practice) => {
  const { startSandbox } = await import('../../sandbox/index');
  return await startSandbox({ log, ...(practice && { practice: { slowMs: 6_000 } }) });
};

/**
 * The built-in stream. Starts once however often it is asked to; its secret and its contacts live in memory and end
 * when it stops, at the latest with the window.
 */
export class SandboxStream implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private starting: Promise<RunningSandbox> | undefined;
  private running: RunningSandbox | undefined;
  private disposed = false;

  /** After it started or stopped. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly log: Log,
    private readonly starter: SandboxStarter = loadSandbox,
  ) {}

  /** The sandbox as it stands in lists of streams: with its address while it runs. */
  get listed(): ListedStream {
    return this.running ? streamOf(this.running) : { name: sandboxName, sandbox: true };
  }

  /** Whether what went to this stream went to a sandbox that does not run in this window. */
  isGone(stream: { readonly sandbox?: boolean | undefined; readonly host: string }): boolean {
    return stream.sandbox === true && stream.host !== this.listed.host;
  }

  /**
   * Starts the sandbox unless it runs, as it is. Rejects with Node's error when it gets no port; the next call tries
   * again.
   * @param practice whether a new one has problems to practise on
   */
  async start(practice = false): Promise<StreamWithSecret> {
    this.starting ??= this.begin(practice);
    const running = await this.starting;
    return { stream: streamOf(running), secret: running.clientSecret };
  }

  /** Stops it and forgets its contacts. Says whether there was anything to stop. */
  async stop(): Promise<boolean> {
    const { starting } = this;
    if (starting === undefined) return false;
    this.starting = undefined;
    const running = await starting.catch(() => undefined); // Whoever started it is told why it did not.
    if (running === undefined) return false;
    // A start that came in between has put its own sandbox here.
    if (this.running === running) this.running = undefined;
    await running.stop();
    this.log.info('Sandbox stopped');
    if (!this.disposed) this.changed.fire();
    return true;
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    void this.stop().catch(() => undefined); // Nobody is left to be told, and it ends with the process.
    this.changed.dispose();
  }

  private async begin(practice: boolean): Promise<RunningSandbox> {
    try {
      const running = await this.starter((line) => this.log.info(`Sandbox: ${line}`), practice);
      this.running = running;
      this.log.info(`Sandbox started at ${running.host}`);
      this.changed.fire();
      return running;
    } catch (error) {
      this.starting = undefined;
      throw error;
    }
  }
}

function streamOf({ host, streamId, clientId, accountId }: RunningSandbox) {
  return {
    name: sandboxName,
    sandbox: true,
    host,
    streamId,
    clientId,
    ...(accountId !== undefined && { accountId }),
  } as const;
}
