import type { sandboxName } from '../../core/stream/name';
import type { Stream } from '../../core/stream/stream';

/** The built-in stream while it is not running: it has no address yet. Tell it by `host === undefined`. */
export interface SleepingSandbox {
  readonly name: typeof sandboxName;
  readonly sandbox: true;
  readonly host?: undefined;
}

/** What can be chosen: a stream with an address, or the sandbox that gets one when it starts. */
export type ListedStream = Stream | SleepingSandbox;

/** A stream and what its tokens are signed with; only this much is needed to talk to it. Keep it out of logs and messages. */
export interface StreamWithSecret {
  readonly stream: Stream;
  readonly secret: string;
}

/** Whether the stream's name must be typed before anything is sent to it. */
export function isProtected(stream: ListedStream): boolean {
  return stream.host !== undefined && stream.protected === true;
}
