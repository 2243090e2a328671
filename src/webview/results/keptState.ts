import type { Results } from '../../protocol/results';
import { restoreState, type UiState } from './uiState';

/** What the user has set on the page, kept at each change. */
export class KeptState {
  readonly #save: (kept: unknown) => void;
  #now: UiState;
  #isClosed = false;

  /** @param kept what was kept before, of whatever import */
  constructor(kept: unknown, results: Results, save: (kept: unknown) => void) {
    this.#now = restoreState(kept, results);
    this.#save = save;
  }

  get now(): UiState {
    return this.#now;
  }

  set(change: Partial<UiState>): void {
    // A place that was scrolled to just before must not overwrite the state of the page that came after.
    if (this.#isClosed) return;
    this.#now = { ...this.#now, ...change };
    this.#save(this.#now);
  }

  /** Goes on with another state of the same import. */
  take(results: Results): void {
    this.set(restoreState(this.#now, results));
  }

  close(): void {
    this.#isClosed = true;
  }
}
