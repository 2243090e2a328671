import type { CallName } from '../../../src/sandbox/index';

/** What the sandbox can do instead of answering. */
export type FaultAct =
  | {
      readonly kind: 'status';
      /** Any HTTP status, a 2xx among them. */
      readonly status: number;
      /** Sent as JSON; an error in the API's shape when absent. */
      readonly body?: unknown;
      /** Further headers, such as `retry-after` or `location`. */
      readonly headers?: Readonly<Record<string, string>>;
      /** A gateway's page in place of any body. */
      readonly html?: boolean;
    }
  /** As gateways do: a refusal of 400 that repeats the token of the request. */
  | { readonly kind: 'echo' }
  /** The connection is reset after the request has arrived. */
  | { readonly kind: 'reset' }
  /** The connection is reset at the first byte of the body. Nothing is processed then, whatever the fault's `when` is. */
  | { readonly kind: 'resetEarly' }
  /** No answer, until the client leaves or the sandbox stops. */
  | { readonly kind: 'hang' }
  /**
   * The head of the true answer with its whole Content-Length, but only the first half of the bytes; then the connection
   * ends. With `before` there is no true answer, and an empty array is cut.
   */
  | { readonly kind: 'cutShort' }
  /** 200 with `{"ok":true}`. */
  | { readonly kind: 'notArray' }
  /** 200 without a body. */
  | { readonly kind: 'empty' };

/** Plain data: one thing that goes wrong with one request. */
export interface Fault {
  /**
   * `before`: the request is read to its end and nothing of it is processed. `after`: it is processed, contacts are
   * stored as ever, and then the act takes the place of the answer, be that a refusal.
   */
  readonly when: 'before' | 'after';
  readonly act: FaultAct;
}

/** What a plan knows of the request that it decides on. */
export interface FaultRequest {
  readonly call: CallName;
  /** How many requests of that call came before, from 0. */
  readonly number: number;
  /** How many requests of either call came before, from 0. */
  readonly overall: number;
}

/**
 * Asked once for every request that is authorized and within the rate limit: what the limit refuses is not counted. No
 * fault: the request is answered as ever.
 */
export type FaultPlan = (request: FaultRequest) => Fault | undefined;

/** A plan with one fault, at the requests of a call with these numbers, from 0. */
export function faultAt(
  numbers: readonly number[] | number,
  fault: Fault,
  call: CallName = 'import',
): FaultPlan {
  const hit = [numbers].flat();
  return (request) => (request.call === call && hit.includes(request.number) ? fault : undefined);
}

/** Counts requests and asks the plan. */
export class Faults {
  #before = { import: 0, list: 0 };

  /** @param plan absent: nothing goes wrong */
  constructor(private readonly plan: FaultPlan | undefined) {}

  /** Counts one request, and gives what is to go wrong with it. */
  next(call: CallName): Fault | undefined {
    const before = this.#before;
    const request = { call, number: before[call], overall: before.import + before.list };
    before[call] += 1;
    return this.plan?.(request);
  }

  clear(): void {
    this.#before = { import: 0, list: 0 };
  }
}
