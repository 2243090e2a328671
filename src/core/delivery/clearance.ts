import type { Stream } from '../stream/stream';
import type { Claim } from './claims/claim';
import type { Hasher } from './ledger/hasher';
import type { AliveImports, ImportHistory } from './ledger/history';
import type { ImportJournal } from './run/ports';
import type { ImportSource } from './source/source';

/** What is to be sent where, for which leave is asked. */
export interface ClearanceRequest {
  /** The file's URI, and what would be sent of it. */
  readonly uri: string;
  readonly source: Pick<ImportSource, 'digest'>;
  /**
   * The document itself, whose version changes as it does; `undefined` for a file that is read from the disk, whose source
   * looks at size and time of change whenever it is read.
   */
  readonly document: { readonly version: number } | undefined;
  /** The document's version when it was checked. */
  readonly checkedVersion: number;
  readonly stream: Stream;
  /** The claim to file and stream, taken before: without it two who ask at once would both be given leave. */
  readonly claim: Pick<Claim, 'covers' | 'isHeld'>;
  /** What the user typed as the stream's name; empty when nobody asked. */
  readonly typedName: string;
  /** The import that asks, once its ledger is open in this process: it is no second sender. */
  readonly importId: string | undefined;
}

/** Where it is looked up what is so at this moment. */
export interface ClearancePorts {
  readonly history: Pick<ImportHistory, 'alive'>;
  readonly hasher: Pick<Hasher, 'file'>;
  /** VS Code's workspace. Whoever made one that is not trusted could have put anything into the file. */
  readonly workspace: { readonly isTrusted: boolean };
}

/**
 * Why nothing may leave.
 *
 * | refusal | when |
 * |---|---|
 * | `untrusted` | the user does not trust the workspace |
 * | `changed` | the document is not the one any more that was checked |
 * | `beingSent` | the same file is on its way to the same stream, or something is of which it cannot be read what |
 * | `nameNotTyped` | the stream is protected, and its name was not typed |
 */
export type ClearanceRefusal = 'untrusted' | 'changed' | 'beingSent' | 'nameNotTyped';

/** Leave to send, or why there is none. */
export type Cleared =
  | { readonly ok: true; readonly clearance: Clearance }
  | { readonly ok: false; readonly refusal: ClearanceRefusal };

/** Another window has taken over the file: this one gave no sign of life for long, as when the machine slept. */
export class ClearanceLost extends Error {
  override readonly name = 'ClearanceLost';
}

/**
 * Leave to send to one stream. {@link Clearance.ask} alone gives it, and nothing is sent without it: to leave a question
 * out does not compile.
 */
export class Clearance {
  readonly #stream: Stream;
  readonly #claim: Pick<Claim, 'isHeld'>;

  private constructor({ stream, claim }: ClearanceRequest) {
    this.#stream = stream;
    this.#claim = claim;
  }

  /** Asks everything that must be so before rows leave. To be asked last, after the user said yes. */
  static async ask(request: ClearanceRequest, ports: ClearancePorts): Promise<Cleared> {
    const { claim, uri, stream, source } = request;
    if (!claim.covers(uri, stream)) throw new Error('The claim is for another file or stream.');
    const hash = ports.hasher.file(source.digest);
    const alive = await ports.history.alive();
    const isClaimed = await claim.isHeld();
    // From here on nothing is waited for: the answer is about now.
    const isSentElsewhere = !isClaimed || isBeingSent(request, hash, alive);
    const refusal = refusalOf(request, ports.workspace.isTrusted, isSentElsewhere);
    return refusal ? { ok: false, refusal } : { ok: true, clearance: new Clearance(request) };
  }

  /**
   * The journal of what leaves by this clearance: it lets nothing leave after another window has taken over the claim.
   * Its `sending` then throws {@link ClearanceLost}.
   */
  guard(journal: ImportJournal): ImportJournal {
    return {
      sending: async (rows) => {
        if (!(await this.#claim.isHeld())) throw new ClearanceLost();
        await journal.sending(rows);
      },
      settled: (...settled) => journal.settled(...settled),
      missed: (...missed) => journal.missed(...missed),
    };
  }

  /** Whether it was given for this stream. */
  covers({ host, streamId }: Pick<Stream, 'host' | 'streamId'>): boolean {
    return this.#stream.host === host && this.#stream.streamId === streamId;
  }
}

/**
 * Whether what was typed is enough for the stream: for a protected one its exact name, for any other nothing at all. One
 * for which the empty text is not enough must be asked for. A protected one without a name is never sent to.
 */
export function isNameTyped({ name, protected: isProtected }: Stream, typed: string): boolean {
  return isProtected !== true || (typed.trim() !== '' && typed === name);
}

function refusalOf(
  { document, checkedVersion, stream, typedName }: ClearanceRequest,
  isTrusted: boolean,
  isSentElsewhere: boolean,
): ClearanceRefusal | undefined {
  if (!isTrusted) return 'untrusted';
  if (document && document.version !== checkedVersion) return 'changed';
  if (isSentElsewhere) return 'beingSent';
  return isNameTyped(stream, typedName) ? undefined : 'nameNotTyped';
}

/** By this window or another one, which may also have taken over the very import that asks. */
function isBeingSent(
  { uri, stream, importId }: ClearanceRequest,
  hash: string,
  { imports, hasUnreadable }: AliveImports,
): boolean {
  if (hasUnreadable) return true;
  return imports.some(
    ({ record: { begun, pid } }) =>
      !(begun.id === importId && pid === process.pid) &&
      begun.stream.host === stream.host &&
      begun.stream.streamId === stream.streamId &&
      (begun.file.hash === hash || begun.file.uri === uri),
  );
}
