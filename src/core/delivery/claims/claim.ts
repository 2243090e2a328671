import type { Stream } from '../../stream/stream';
import { heartbeatMs } from '../heartbeat';
import { deadAfterMs, type Claimant, type ClaimFile, type ClaimFiles } from './claimFiles';

/** What is claimed. The same stream may be set up under several names. */
export type ClaimedStream = Pick<Stream, 'host' | 'streamId'>;

/** By what a claim tells how long it gave no sign of life, in ms. */
export interface Clocks {
  /** Since 1970: the clock by which other windows judge it, which anybody may set. */
  readonly now: () => number;
  /** Since whenever: nobody sets it, but it may stand still while the machine sleeps. */
  readonly monotonic: () => number;
}

/** A stream that is claimed for one import, until that is released or taken over. `Claims.take` makes it. */
export class Claim {
  private readonly heart: NodeJS.Timeout;
  /** When it last gave a sign of life, by both clocks, and since when its file is known to be gone, in ms since 1970. */
  private livedAt: ReturnType<Claim['time']>;
  private goneAt: number | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** @param file what stands for it */
  constructor(
    private readonly files: ClaimFiles,
    private readonly claimant: Claimant,
    private readonly stream: ClaimedStream,
    private file: ClaimFile,
    private readonly clocks: Clocks,
  ) {
    this.livedAt = this.time();
    // A sign of life that fails is no reason to end the import; a claim that is lost for it is found to be.
    const live = () => void this.inTurn(() => this.live()).catch(() => undefined);
    this.heart = setInterval(live, heartbeatMs);
    this.heart.unref();
  }

  /** Whether it is for this stream. */
  covers({ host, streamId }: ClaimedStream): boolean {
    return this.stream.host === host && this.stream.streamId === streamId;
  }

  /**
   * Whether nobody has taken it over, as one may whose window gave no sign of life for long: the machine slept, say. To be
   * asked directly before rows leave, and before anything is written about them.
   */
  isHeld(): Promise<boolean> {
    return this.inTurn(async () => {
      if (!(await this.isOwn()) || !(await this.isLast())) return false;
      return this.isFresh || (await this.renew());
    });
  }

  /**
   * Whether its last sign of life is so young, by both clocks, that nobody can have taken it over since {@link isHeld}.
   * For where nothing can be waited for: while a request leaves.
   */
  get isFresh(): boolean {
    const { now, monotonic } = this.time();
    const { livedAt } = this;
    return Math.max(Math.abs(now - livedAt.now), monotonic - livedAt.monotonic) < deadAfterMs;
  }

  /**
   * Whether, once it is not held any more, its file was removed while its window was awake, as no other window does: with
   * the extension's storage, say.
   */
  get wasRemoved(): boolean {
    return this.goneAt !== undefined && Math.abs(this.goneAt - this.livedAt.now) < deadAfterMs;
  }

  /** Lets others have it. May be called twice. */
  release(): Promise<void> {
    clearInterval(this.heart);
    return this.inTurn(async () => {
      if (!(await this.isOwn())) return;
      // Those before it first: one that stayed could be taken for its follower.
      for (const one of await this.files.of(this.file.key)) {
        if (one.number <= this.file.number) await this.files.remove(one);
      }
    });
  }

  /** While it is made anew it must not seem to be another's. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  private async live(): Promise<void> {
    if (!(await this.isOwn())) return;
    // After a long silence a sign of life could come when somebody has just found it dead.
    if (!this.isFresh) {
      await this.renew();
      return;
    }
    const time = this.time();
    await this.files.touch(this.file, time.now);
    this.livedAt = time;
  }

  /**
   * Claims the stream anew after a long silence, as any other window would take it over: of those who make the next file
   * only one can.
   */
  private async renew(): Promise<boolean> {
    const time = this.time();
    const { key, number } = this.file;
    const next = { key, number: number + 1 };
    if (!(await this.files.create(next, this.claimant, time.now))) return false;
    const before = this.file;
    [this.file, this.livedAt] = [next, time];
    if (!(await this.isLast())) return false;
    await this.files.remove(before);
    return true;
  }

  private async isLast(): Promise<boolean> {
    const last = (await this.files.of(this.file.key)).at(-1);
    // Removed since it was read: nobody has taken it over.
    if (last === undefined) this.goneAt ??= this.clocks.now();
    return last?.number === this.file.number;
  }

  private async isOwn(): Promise<boolean> {
    const isOwn = (await this.files.read(this.file))?.id === this.claimant.id;
    this.goneAt = isOwn ? undefined : (this.goneAt ?? this.clocks.now());
    return isOwn;
  }

  private time(): { readonly now: number; readonly monotonic: number } {
    const { now, monotonic } = this.clocks;
    return { now: now(), monotonic: monotonic() };
  }
}
