import type { Stream } from '../../stream/stream';
import { heartbeatMs } from '../heartbeat';
import type { Claimant, ClaimFile, ClaimFiles } from './claimFiles';

/** A file on its way to a stream. */
export interface Claimed {
  readonly uri: string;
  /** The keyed hash of what is sent of it. */
  readonly hash: string;
  readonly stream: Pick<Stream, 'host' | 'streamId'>;
}

/** A file that is claimed for a stream, until it is released or taken over. `Claims.take` makes it. */
export class Claim {
  private readonly heart: NodeJS.Timeout;

  /** @param taken the files that stand for it, as they are made */
  constructor(
    private readonly files: ClaimFiles,
    private readonly claimant: Claimant,
    private readonly claimed: Claimed,
    private readonly taken: readonly ClaimFile[],
  ) {
    // A sign of life that fails is no reason to end the import; a claim that is lost for it is found to be.
    this.heart = setInterval(() => void this.live().catch(() => undefined), heartbeatMs);
    this.heart.unref();
  }

  /** Whether it is for this file and this stream. */
  covers(uri: string, { host, streamId }: Claimed['stream']): boolean {
    const { uri: own, stream } = this.claimed;
    return uri === own && host === stream.host && streamId === stream.streamId;
  }

  /**
   * Whether nobody has taken it over, as one may whose window gave no sign of life for long: the machine slept, say. To be
   * asked directly before rows leave.
   */
  async isHeld(): Promise<boolean> {
    for (const file of this.taken) {
      const last = (await this.files.of(file.key)).at(-1);
      if (last?.number !== file.number || !(await this.isOwn(file))) return false;
    }
    return this.taken.length > 0;
  }

  /** Lets others have it. May be called twice. */
  async release(): Promise<void> {
    clearInterval(this.heart);
    for (const file of this.taken) {
      if (!(await this.isOwn(file))) continue;
      // Those before it first: one that stayed could be taken for its follower.
      for (const one of await this.files.of(file.key)) {
        if (one.number <= file.number) await this.files.remove(one);
      }
    }
  }

  private async live(): Promise<void> {
    for (const file of this.taken) if (await this.isOwn(file)) await this.files.touch(file);
  }

  private async isOwn(file: ClaimFile): Promise<boolean> {
    return (await this.files.read(file))?.id === this.claimant.id;
  }
}
