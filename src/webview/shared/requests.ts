import type { Asked } from '../../protocol/page';

/** What became of a request. Of `failed` the editor has told the user, of `unanswered` nobody has. */
export type Settled = 'done' | 'failed' | 'unanswered';

/** So long an answer is waited for, in ms: 100,000 rows may have to come through first. */
const patience = 60_000;

/** The requests of a page that are not settled yet. Each will be: by its answer, or by the time. */
export class Requests<Request> {
  readonly #post: (asked: Asked<Request>) => void;
  readonly #open = new Map<number, (settled: Settled) => void>();
  #made = 0;

  constructor(post: (asked: Asked<Request>) => void) {
    this.#post = post;
  }

  make(request: Request): Promise<Settled> {
    const id = this.#made++;
    return new Promise((resolve) => {
      const settle = (settled: Settled) => {
        clearTimeout(timer);
        this.#open.delete(id);
        resolve(settled);
      };
      const timer = setTimeout(() => settle('unanswered'), patience);
      this.#open.set(id, settle);
      this.#post({ id, request });
    });
  }

  /** Takes an answer. One that is late, or that nobody asked for, changes nothing. */
  settle(id: number, ok: boolean): void {
    this.#open.get(id)?.(ok ? 'done' : 'failed');
  }
}
