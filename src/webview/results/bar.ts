import * as l10n from '@vscode/l10n';
import { rowOutcomes, type Results, type RowOutcome } from '../../protocol/results';
import type { Rows } from '../../protocol/rows';
import { element } from '../shared/dom';
import { outcomeBuckets, type Bucket } from './buckets';
import { outcomesByUrgency } from './columns';
import { outcomeLabels } from './labels';

/** Fewer than the narrowest page has pixels. */
const mostBuckets = 300;

/** The more pressing an outcome is, the higher it stands: colour alone tells nothing apart. */
const heightOf = (outcome: RowOutcome) => rowOutcomes.length - outcomesByUrgency.indexOf(outcome);

/**
 * The outcomes along the file, so that a bad stretch is seen at once; a click goes to the worst row there. The counts and
 * the filter lead to the same rows without a mouse. Hidden where every row has one outcome: that says no more than its
 * count.
 */
export class Bar {
  /** A landmark of its own: it belongs to the table, and is above it also when the details are beside. */
  readonly element: HTMLElement;
  readonly #picture = element('div', { class: 'bar', role: 'img', title: hint() });
  #buckets: readonly (Bucket | undefined)[] = [];

  /** @param goTo called with an index into the rows */
  constructor(goTo: (row: number) => void) {
    this.element = element('section', { 'aria-label': l10n.t('Outcomes along the file') }, this.#picture);
    this.#picture.addEventListener('click', ({ clientX }) => {
      const { left, width } = this.#picture.getBoundingClientRect();
      const at = Math.floor(((clientX - left) / width) * this.#buckets.length);
      const bucket = this.#buckets[Math.max(0, Math.min(this.#buckets.length - 1, at))];
      if (bucket) goTo(bucket.row);
    });
  }

  update(rows: Rows, { rowCount }: Pick<Results, 'rowCount'>): void {
    const buckets = (this.#buckets = outcomeBuckets(rows, rowCount, mostBuckets));
    const drawn = outcomesByUrgency.filter((it) => buckets.some((bucket) => bucket?.outcome === it));
    this.element.hidden = drawn.length < 2;
    this.#picture.setAttribute('aria-label', inWords(rows, buckets, drawn));
    this.#picture.replaceChildren(
      svg(
        'svg',
        { viewBox: `0 0 ${buckets.length} ${rowOutcomes.length}`, preserveAspectRatio: 'none' },
        // One shape an outcome, however many stretches: the page has to stay light.
        ...drawn.map((outcome) => svg('path', { class: outcome, d: shapeOf(buckets, outcome) })),
      ),
    );
  }
}

const hint = () =>
  l10n.t('The outcomes from the first row of the file to the last. A click goes to the row.');

/** What the picture shows, for those who do not see it. */
function inWords(rows: Rows, buckets: readonly (Bucket | undefined)[], drawn: readonly RowOutcome[]): string {
  const labels = outcomeLabels();
  const stretches = drawn.map((outcome) => {
    const found = buckets.filter((bucket) => bucket?.outcome === outcome);
    const [first, last] = [found[0], found.at(-1)].map((bucket) => rows.at(bucket?.row ?? 0)?.line);
    return l10n.t('{0}: from line {1} to line {2}', labels[outcome], String(first), String(last));
  });
  return `${l10n.t('Outcomes along the file')}. ${stretches.join('; ')}`;
}

function shapeOf(buckets: readonly (Bucket | undefined)[], outcome: RowOutcome): string {
  const [height, floor] = [heightOf(outcome), rowOutcomes.length];
  return buckets
    .map((bucket, at) => (bucket?.outcome === outcome ? `M${at} ${floor}v-${height}h1v${height}z` : ''))
    .join('');
}

function svg(name: string, attributes: Readonly<Record<string, string>>, ...children: Node[]): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
