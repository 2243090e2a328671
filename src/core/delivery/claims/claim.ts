import type { Stream } from '../../stream/stream';
import { heartbeatMs } from '../heartbeat';
import { deadAfterMs, type Claimant, type ClaimFile, type ClaimFiles } from './claimFiles';

/** What is claimed. The same stream may be set up under several names. */
export type ClaimedStream = Pick<Stream, 'host' | 'streamId'>;

/** A stream that is claimed for one import, until that is released or taken over. `Claims.take` makes it. */
export class Claim {
  private readonly heart: NodeJS.Timeout;
  /** When it last gave a sign of life, and since when its file is known to be gone, in ms since 1970. */
  private livedAt: number;
  private goneAt: number | undefined;

  /** @param file what stands for it */
  constructor(
    private readonly files: ClaimFiles,
    private readonly claimant: Claimant,
    private readonly stream: ClaimedStream,
    private readonly file: ClaimFile,
    private readonly now: () => number,
  ) {
    this.livedAt = now();
    // A sign of life that fails is no reason to end the import; a claim that is lost for it is found to be.
    this.heart = setInterval(() => void this.live().catch(() => undefined), heartbeatMs);
    this.heart.unref();
  }

  /** Whether it is for this stream. */
  covers({ host, streamId }: ClaimedStream): boolean {
    return this.stream.host === host && this.stream.streamId === streamId;
  }

  /**
   * Whether nobody has taken it over, as one may whose window gave no sign of life for long: the machine slept, say. To be
   * asked directly before rows leave.
   */
  async isHeld(): Promise<boolean> {
    if (!(await this.isOwn())) return false;
    return (await this.files.of(this.file.key)).at(-1)?.number === this.file.number;
  }

  /**
   * Whether, once it is not held any more, its file was removed while its window was awake, as no other window does: with
   * the extension's storage, say.
   */
  get wasRemoved(): boolean {
    return this.goneAt !== undefined && Math.abs(this.goneAt - this.livedAt) < deadAfterMs;
  }

  /** Lets others have it. May be called twice. */
  async release(): Promise<void> {
    clearInterval(this.heart);
    if (!(await this.isOwn())) return;
    // Those before it first: one that stayed could be taken for its follower.
    for (const one of await this.files.of(this.file.key)) {
      if (one.number <= this.file.number) await this.files.remove(one);
    }
  }

  private async live(): Promise<void> {
    if (!(await this.isOwn())) return;
    await this.files.touch(this.file);
    this.livedAt = this.now();
  }

  private async isOwn(): Promise<boolean> {
    const isOwn = (await this.files.read(this.file))?.id === this.claimant.id;
    this.goneAt = isOwn ? undefined : (this.goneAt ?? this.now());
    return isOwn;
  }
}
