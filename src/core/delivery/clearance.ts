import type { Stream } from '../stream/stream';
import type { Claim, ClaimedStream } from './claims/claim';
import { claimedJournal } from './claims/claimedJournal';
import type { ImportHistory, KnownImport } from './ledger/history';
import type { ImportJournal } from './run/ports';

/** What is to be sent where, for which leave is asked. */
export interface ClearanceRequest {
  /**
   * The document itself, whose version changes as it does until it is closed; `undefined` for a file that is read from the disk, whose source
   * looks at size and time of change whenever it is read.
   */
  readonly document: { readonly version: number; readonly isClosed: boolean } | undefined;
  /** The document's version when it was checked. */
  readonly checkedVersion: number;
  readonly stream: Stream;
  /** The claim to the stream, taken before: without it two who ask at once would both be given leave. */
  readonly claim: Pick<Claim, 'covers' | 'isHeld' | 'isFresh' | 'wasRemoved'>;
  /** What the user typed as the stream's name; empty when nobody asked. */
  readonly typedName: string;
  /** The import that asks, once its ledger is open in this process: it is no second sender. */
  readonly importId: string | undefined;
}

/** Where it is looked up what is so at this moment. */
export interface ClearancePorts {
  readonly history: Pick<ImportHistory, 'alive'>;
  /** VS Code's workspace. Whoever made one that is not trusted could have put anything into the file. */
  readonly workspace: { readonly isTrusted: boolean };
}

/**
 * Why nothing may leave.
 *
 * | reason | when |
 * |---|---|
 * | `untrusted` | the user does not trust the workspace |
 * | `changed` | the document is not the one any more that was checked, or was closed: its edits may be gone |
 * | `beingSent` | another import to the same stream is going on, or one of which it cannot be read where it goes |
 * | `nameNotTyped` | the stream is protected, and its name was not typed |
 */
export type ClearanceRefusal = { readonly reason: 'untrusted' | 'changed' | 'nameNotTyped' } | BeingSent;

/** Another import has the stream. */
export interface BeingSent {
  readonly reason: 'beingSent';
  /** The address of its file; `undefined` when its ledger does not tell, or does not exist yet. */
  readonly uri: string | undefined;
}

/** Leave to send, or why there is none. */
export type Cleared =
  | { readonly ok: true; readonly clearance: Clearance }
  | { readonly ok: false; readonly refusal: ClearanceRefusal };

/**
 * Leave to send to one stream. {@link Clearance.ask} alone gives it, and nothing is sent without it: to leave a question
 * out does not compile.
 */
export class Clearance {
  readonly #stream: Stream;
  readonly #claim: ClearanceRequest['claim'];

  private constructor({ stream, claim }: ClearanceRequest) {
    this.#stream = stream;
    this.#claim = claim;
  }

  /** Asks everything that must be so before rows leave. To be asked last, after the user said yes. */
  static async ask(request: ClearanceRequest, ports: ClearancePorts): Promise<Cleared> {
    const { claim, stream, importId } = request;
    if (!claim.covers(stream)) throw new Error('The claim is for another stream.');
    const { alive, isSure } = await aliveOn(stream, ports.history, importId);
    const isClaimed = await claim.isHeld();
    // From here on nothing is waited for: the answer is about now.
    const isFree = isClaimed && isSure && alive === undefined;
    const refusal = refusalOf(request, ports.workspace.isTrusted, isFree ? undefined : beingSent(alive));
    return refusal ? { ok: false, refusal } : { ok: true, clearance: new Clearance(request) };
  }

  /** The journal of what leaves by this clearance: it lets nothing leave after the claim was lost. */
  guard(journal: ImportJournal): ImportJournal {
    return claimedJournal(journal, this.#claim);
  }

  /** Whether nobody can have taken over the stream since {@link guard} let rows leave: asked while they do. */
  get isFresh(): boolean {
    return this.#claim.isFresh;
  }

  /** Whether it was given for this stream. */
  covers({ host, streamId }: ClaimedStream): boolean {
    return this.#stream.host === host && this.#stream.streamId === streamId;
  }
}

/**
 * Whether what was typed is enough for the stream: for a protected one its exact name, for any other nothing at all. One
 * for which the empty text is not enough must be asked for. A protected one without a name is never sent to.
 */
export function isNameTyped({ name, protected: isProtected }: Stream, typed: string): boolean {
  // A box shows `[a](b)` with a space in it: it would be a link.
  const isName = typed === name || typed === name.replaceAll('](', '] (');
  return isProtected !== true || (typed.trim() !== '' && isName);
}

/** What is told of the import that has a stream, to one that did not get the claim. */
export async function streamTaken(
  stream: ClaimedStream,
  history: ClearancePorts['history'],
): Promise<BeingSent> {
  return beingSent((await aliveOn(stream, history)).alive);
}

function refusalOf(
  { document, checkedVersion, stream, typedName }: ClearanceRequest,
  isTrusted: boolean,
  taken: BeingSent | undefined,
): ClearanceRefusal | undefined {
  if (!isTrusted) return { reason: 'untrusted' };
  if (document && (document.isClosed || document.version !== checkedVersion)) return { reason: 'changed' };
  return taken ?? (isNameTyped(stream, typedName) ? undefined : { reason: 'nameNotTyped' });
}

function beingSent(alive: KnownImport | undefined): BeingSent {
  return { reason: 'beingSent', uri: alive?.record.fileUri };
}

/**
 * Another import that somebody is at work on, this window or another one, which may also have taken over the very import
 * that asks; and whether all that are could be read.
 */
async function aliveOn(
  { host, streamId }: ClaimedStream,
  history: ClearancePorts['history'],
  importId?: string,
): Promise<{ readonly alive: KnownImport | undefined; readonly isSure: boolean }> {
  const { imports, hasUnreadable } = await history.alive();
  const alive = imports.find(
    ({ record: { begun, pid } }) =>
      !(begun.id === importId && pid === process.pid) &&
      begun.stream.host === host &&
      begun.stream.streamId === streamId,
  );
  return { alive, isSure: !hasUnreadable };
}
