import * as l10n from '@vscode/l10n';
import type { Results } from '../../protocol/results';
import type { Format } from '../shared/format';
import { outcomesByUrgency } from './columns';
import { outcomeLabels } from './labels';

/** What progress is told of. */
export type Told = Pick<Results, 'running' | 'counts'>;

/** The outcomes of rows that were sent. */
const settled = ['created', 'notReturned', 'refused', 'unknown', 'present', 'absent'] as const;

/** How much of what was to be sent has an outcome, from 0 to 1; `undefined` where nothing waits for being sent. */
export function shareDone({ counts }: Pick<Results, 'counts'>): number | undefined {
  const { waiting } = counts;
  const done = settled.reduce((sum, outcome) => sum + counts[outcome], 0);
  return waiting === 0 ? undefined : done / (done + waiting);
}

/** What a screen reader is told of an import that goes on: its beginning, each quarter, its end. Nothing in between. */
export class Announcer {
  readonly #format: Pick<Format, 'number' | 'message'>;
  #isRunning = false;
  #quarters = 0;

  constructor(format: Pick<Format, 'number' | 'message'>) {
    this.#format = format;
  }

  /** The sentence for what is new in a state; `undefined` when that is nothing to be told. */
  next(results: Told): string | undefined {
    const { running, counts } = results;
    const was = this.#isRunning;
    this.#isRunning = running !== '';
    if (!this.#isRunning) return was ? this.#ended(counts) : undefined;
    // Where none waits any more, all are done of those that were; where none did, nothing is counted.
    const quarters = Math.floor((shareDone(results) ?? Math.min(1, this.#quarters)) * 4);
    const isMore = quarters > this.#quarters;
    this.#quarters = quarters;
    if (!was) return running;
    if (!isMore) return undefined;
    const share = quarters / 4;
    return this.#format.message(l10n.t('{share, number, percent} of the rows are done.'), { share });
  }

  #ended(counts: Results['counts']): string {
    const labels = outcomeLabels();
    const some = outcomesByUrgency.filter((outcome) => counts[outcome] > 0);
    const list = some.map((outcome) => `${labels[outcome]}: ${this.#format.number(counts[outcome])}`);
    return l10n.t('The import has ended. {0}', list.join(', '));
  }
}
